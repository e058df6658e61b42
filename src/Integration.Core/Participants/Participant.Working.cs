using Integration.Common;

namespace Integration.Participants;

/// <content>Languages, qualification, experience, wishes, availability and law.</content>
public partial class Participant
{
    /// <summary>First language, code of the list Languages.</summary>
    public string FirstLanguage { get; set; } = "";

    /// <summary>Understanding and speaking German.</summary>
    public LanguageLevel SpokenGerman { get; set; }

    /// <summary>Reading and writing German.</summary>
    public LanguageLevel WrittenGerman { get; set; }

    /// <summary>What the German level rests on.</summary>
    public LanguageProof GermanProof { get; set; } = LanguageProof.NotStated;

    /// <summary>Certificate, for example "telc B1".</summary>
    public string GermanCertificate { get; set; } = "";

    /// <summary>Date of the certificate or test.</summary>
    public DateOnly? GermanProofOn { get; set; }

    /// <summary>Literacy, code of the list Literacy.</summary>
    public string Literacy { get; set; } = "";

    /// <summary>Language course, code of the list LanguageCourses.</summary>
    public string Course { get; set; } = "";

    /// <summary>Level the course leads to.</summary>
    public LanguageLevel? CourseTarget { get; set; }

    /// <summary>Last day of the course.</summary>
    public DateOnly? CourseEndsOn { get; set; }

    /// <summary>Languages other than German.</summary>
    public List<SpokenLanguage> Languages { get; set; } = [];

    /// <summary>School leaving certificate, code of the list Schooling.</summary>
    public string Schooling { get; set; } = "";

    /// <summary>Years at school, where there is no certificate.</summary>
    public int? SchoolYears { get; set; }

    /// <summary>Vocational training, code of the list Training.</summary>
    public string Training { get; set; } = "";

    /// <summary>What the training was in, in plain words.</summary>
    public string TrainingSubject { get; set; } = "";

    /// <summary>Recognition of the foreign qualification, code of the list Recognition.</summary>
    public string Recognition { get; set; } = "";

    /// <summary>Date of the recognition's application or decision.</summary>
    public DateOnly? RecognitionOn { get; set; }

    /// <summary>Work done so far.</summary>
    public List<WorkExperience> Experience { get; set; } = [];

    /// <summary>Occupations aimed at, best first; at most three.</summary>
    public List<OccupationWish> Wishes { get; set; } = [];

    /// <summary>Forms of work looked for, codes of the list WorkForms.</summary>
    public List<string> WorkForms { get; set; } = [];

    /// <summary>Working times, codes of the list WorkTimes with an answer.</summary>
    public List<WorkTimeAnswer> WorkTimes { get; set; } = [];

    /// <summary>Weekly hours wished for; <see langword="null"/> for full time or unknown.</summary>
    public int? WeeklyHours { get; set; }

    /// <summary>Earliest start.</summary>
    public DateOnly? AvailableFrom { get; set; }

    /// <summary>Whether the start is at once, from a date, or after the course.</summary>
    public StartKind Start { get; set; } = StartKind.NotStated;

    /// <summary>Ways to get to work, codes of the list Mobility.</summary>
    public List<string> Mobility { get; set; } = [];

    /// <summary>Distance from the municipality in kilometres.</summary>
    public int? RadiusKm { get; set; }

    /// <summary>Earliest time of day at which work can begin when coming by bus or train.</summary>
    public TimeOnly? EarliestArrival { get; set; }

    /// <summary>Ready to move house.</summary>
    public bool? ReadyToMove { get; set; }

    /// <summary>Driving licences.</summary>
    public List<DrivingLicence> Licences { get; set; } = [];

    /// <summary>Certificates and cards.</summary>
    public List<Certificate> Certificates { get; set; } = [];

    /// <summary>Childcare, code of the list Childcare; employers see only the hours that are possible.</summary>
    public string Childcare { get; set; } = "";

    /// <summary>Day from which childcare is promised.</summary>
    public DateOnly? ChildcareFrom { get; set; }

    /// <summary>Residence paper, code of the list ResidencePapers. A Duldung is not a title: "Aufenthaltspapier".</summary>
    public string ResidencePaper { get; set; } = "";

    /// <summary>Endorsement on the paper, code of the list ResidenceEndorsements.</summary>
    public string ResidenceEndorsement { get; set; } = "";

    /// <summary>Last day of the paper.</summary>
    public DateOnly? ResidenceValidUntil { get; set; }

    /// <summary>The sentence about starting work; chosen by the case manager, never computed.</summary>
    public WorkAccess WorkAccess { get; set; } = WorkAccess.BeingClarified;

    /// <summary>Legal sphere (Rechtskreis), code of the list LegalSpheres.</summary>
    public string LegalSphere { get; set; } = "";

    /// <summary>Support an employer may ask about, at most three codes of the list Support.</summary>
    public List<string> Support { get; set; } = [];

    /// <summary>Whether and how an interpreter is needed.</summary>
    public InterpreterNeed Interpreter { get; set; } = new();
}

/// <summary>Need of an interpreter.</summary>
public class InterpreterNeed
{
    /// <summary>Whether one is needed.</summary>
    public bool Needed { get; set; }

    /// <summary>Language, code of the list Languages.</summary>
    public string Language { get; set; } = "";

    /// <summary>Variety, code of the list Languages.</summary>
    public string Variety { get; set; } = "";

    /// <summary>Languages the person accepts instead. Nothing is substituted without it (Russian for Ukrainian only if ticked).</summary>
    public List<string> AcceptedBridges { get; set; } = [];

    /// <summary>Preferred gender of the interpreter; no reason is asked.</summary>
    public Gender? PreferredGender { get; set; }

    /// <summary>Interpreters the person declines, by name; no reason is asked.</summary>
    public List<string> Declined { get; set; } = [];
}
