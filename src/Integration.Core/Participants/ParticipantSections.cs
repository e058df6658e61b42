using System.ComponentModel.DataAnnotations;
using Integration.Common;

namespace Integration.Participants;

/// <summary>A part of the record that is saved on its own. Each is a form: read with <c>Of</c>, written with <see cref="ApplyTo"/>.</summary>
public interface IParticipantSection
{
    /// <summary>Writes the section into the record.</summary>
    void ApplyTo(Participant person);
}

/// <summary>Name, birth, address, contact, badge.</summary>
public sealed class PersonSection : IParticipantSection
{
    /// <summary>Family name.</summary>
    [Required, MaxLength(Participant.NameMaxLength)]
    public string FamilyName { get; set; } = "";

    /// <summary>Given name.</summary>
    [MaxLength(Participant.NameMaxLength)]
    public string GivenName { get; set; } = "";

    /// <summary>Name on the badge.</summary>
    [MaxLength(Participant.NameMaxLength)]
    public string BadgeName { get; set; } = "";

    /// <summary>Date of birth.</summary>
    [Required]
    public DateOnly? BornOn { get; set; }

    /// <summary>Gender, for statistics.</summary>
    public Gender Gender { get; set; }

    /// <summary>Customer number.</summary>
    [MaxLength(40)]
    public string CustomerNumber { get; set; } = "";

    /// <summary>Street and number.</summary>
    [MaxLength(Participant.LineMaxLength)]
    public string Street { get; set; } = "";

    /// <summary>Postal code.</summary>
    [MaxLength(10)]
    public string PostalCode { get; set; } = "";

    /// <summary>Town.</summary>
    [MaxLength(100)]
    public string Town { get; set; } = "";

    /// <summary>Telephone number.</summary>
    [MaxLength(40)]
    public string Phone { get; set; } = "";

    /// <summary>E-mail address.</summary>
    [MaxLength(Participant.LineMaxLength)]
    public string Email { get; set; } = "";

    /// <summary>Not publicly present.</summary>
    public bool NotPubliclyPresent { get; set; }

    /// <summary>Note.</summary>
    [MaxLength(Participant.NoteMaxLength)]
    public string Note { get; set; } = "";

    /// <summary>Id of the case manager in charge, as a form sends it; empty for nobody of the portal's users.</summary>
    [MaxLength(36)]
    public string OwnerId { get; set; } = "";

    /// <summary>Reads the section.</summary>
    public static PersonSection Of(Participant p) => new()
    {
        FamilyName = p.FamilyName, GivenName = p.GivenName, BadgeName = p.BadgeName, BornOn = p.BornOn, Gender = p.Gender,
        CustomerNumber = p.CustomerNumber, Street = p.Street, PostalCode = p.PostalCode, Town = p.Town, Phone = p.Phone, Email = p.Email,
        NotPubliclyPresent = p.NotPubliclyPresent, Note = p.Note, OwnerId = p.OwnerId?.ToString() ?? "",
    };

    /// <inheritdoc/>
    public void ApplyTo(Participant person)
    {
        (person.FamilyName, person.GivenName, person.BadgeName) = (FamilyName.Trim(), GivenName.Trim(), BadgeName.Trim());
        (person.BornOn, person.Gender, person.CustomerNumber) = (BornOn, Gender, CustomerNumber.Trim());
        (person.Street, person.PostalCode, person.Town) = (Street.Trim(), PostalCode.Trim(), Town.Trim());
        (person.Phone, person.Email) = (Phone.Trim(), Email.Trim());
        (person.NotPubliclyPresent, person.Note) = (NotPubliclyPresent, Note.Trim());
        var owner = Guid.TryParse(OwnerId, out var id) ? new UserId(id) : (UserId?)null;
        if (owner != person.OwnerId)
        {
            // The name came with an import and was of somebody else.
            (person.OwnerId, person.OwnerName) = (owner, "");
        }
    }
}

/// <summary>German, first language, other languages, course.</summary>
public sealed class LanguagesSection : IParticipantSection
{
    /// <summary>First language.</summary>
    public string FirstLanguage { get; set; } = "";

    /// <summary>Understanding and speaking German.</summary>
    public LanguageLevel SpokenGerman { get; set; }

    /// <summary>Reading and writing German.</summary>
    public LanguageLevel WrittenGerman { get; set; }

    /// <summary>What the levels rest on.</summary>
    public LanguageProof GermanProof { get; set; }

    /// <summary>Certificate.</summary>
    [MaxLength(100)]
    public string GermanCertificate { get; set; } = "";

    /// <summary>Date of the proof.</summary>
    public DateOnly? GermanProofOn { get; set; }

    /// <summary>Literacy.</summary>
    public string Literacy { get; set; } = "";

    /// <summary>Course.</summary>
    public string Course { get; set; } = "";

    /// <summary>Level the course leads to.</summary>
    public LanguageLevel? CourseTarget { get; set; }

    /// <summary>Last day of the course.</summary>
    public DateOnly? CourseEndsOn { get; set; }

    /// <summary>Other languages.</summary>
    public List<SpokenLanguage> Languages { get; set; } = [];

    /// <summary>Reads the section.</summary>
    public static LanguagesSection Of(Participant p) => new()
    {
        FirstLanguage = p.FirstLanguage, SpokenGerman = p.SpokenGerman, WrittenGerman = p.WrittenGerman, GermanProof = p.GermanProof,
        GermanCertificate = p.GermanCertificate, GermanProofOn = p.GermanProofOn, Literacy = p.Literacy, Course = p.Course,
        CourseTarget = p.CourseTarget, CourseEndsOn = p.CourseEndsOn, Languages = [.. p.Languages],
    };

    /// <inheritdoc/>
    public void ApplyTo(Participant person)
    {
        (person.FirstLanguage, person.SpokenGerman, person.WrittenGerman) = (FirstLanguage, SpokenGerman, WrittenGerman);
        (person.GermanProof, person.GermanCertificate, person.GermanProofOn) = (GermanProof, GermanCertificate.Trim(), GermanProofOn);
        (person.Literacy, person.Course, person.CourseTarget, person.CourseEndsOn) = (Literacy, Course, CourseTarget, CourseEndsOn);
        person.Languages = [.. Languages.Where(language => language.Code.Length > 0)];
    }
}

/// <summary>School, training, recognition, experience.</summary>
public sealed class QualificationSection : IParticipantSection
{
    /// <summary>School leaving certificate.</summary>
    public string Schooling { get; set; } = "";

    /// <summary>Years at school.</summary>
    [Range(0, 20)]
    public int? SchoolYears { get; set; }

    /// <summary>Training.</summary>
    public string Training { get; set; } = "";

    /// <summary>What the training was in.</summary>
    [MaxLength(Participant.LineMaxLength)]
    public string TrainingSubject { get; set; } = "";

    /// <summary>Recognition.</summary>
    public string Recognition { get; set; } = "";

    /// <summary>Date of the recognition's last step.</summary>
    public DateOnly? RecognitionOn { get; set; }

    /// <summary>Work done so far.</summary>
    public List<WorkExperience> Experience { get; set; } = [];

    /// <summary>Reads the section.</summary>
    public static QualificationSection Of(Participant p) => new()
    {
        Schooling = p.Schooling, SchoolYears = p.SchoolYears, Training = p.Training, TrainingSubject = p.TrainingSubject,
        Recognition = p.Recognition, RecognitionOn = p.RecognitionOn, Experience = [.. p.Experience],
    };

    /// <inheritdoc/>
    public void ApplyTo(Participant person)
    {
        (person.Schooling, person.SchoolYears, person.Training) = (Schooling, SchoolYears, Training);
        (person.TrainingSubject, person.Recognition, person.RecognitionOn) = (TrainingSubject.Trim(), Recognition, RecognitionOn);
        person.Experience = [.. Experience.Where(work => work.Occupation.Trim().Length > 0)];
    }
}
