using System.Collections.Frozen;

namespace Integration.Participants;

/// <summary>Who may see a property of a participant: the letters of the domain.</summary>
public enum Visibility
{
    /// <summary>A: may appear, reworded, on the short profile.</summary>
    Profile,

    /// <summary>F: the owning organisation alone.</summary>
    Owner,

    /// <summary>O: organisers, as logistics.</summary>
    Organiser,

    /// <summary>D: the assigned interpreter.</summary>
    Interpreter,

    /// <summary>S: aggregated statistics alone.</summary>
    Statistics,
}

/// <summary>The visibility letter of every property of <see cref="Participant"/>; a test fails when one is missing.</summary>
public static class ParticipantVisibility
{
    private static readonly FrozenDictionary<string, Visibility> Letters = new Dictionary<string, Visibility>
    {
        [nameof(Participant.Id)] = Visibility.Owner,
        [nameof(Participant.OrganisationId)] = Visibility.Owner,
        [nameof(Participant.OwnerId)] = Visibility.Owner,
        [nameof(Participant.OwnerName)] = Visibility.Owner,
        [nameof(Participant.CustomerNumber)] = Visibility.Owner,
        [nameof(Participant.FamilyName)] = Visibility.Owner,
        [nameof(Participant.GivenName)] = Visibility.Owner,
        [nameof(Participant.FullName)] = Visibility.Owner,
        [nameof(Participant.SortName)] = Visibility.Owner,
        [nameof(Participant.BadgeName)] = Visibility.Interpreter,
        [nameof(Participant.BornOn)] = Visibility.Owner,
        [nameof(Participant.Gender)] = Visibility.Statistics,
        [nameof(Participant.Street)] = Visibility.Owner,
        [nameof(Participant.PostalCode)] = Visibility.Owner,
        [nameof(Participant.Town)] = Visibility.Profile,
        [nameof(Participant.Phone)] = Visibility.Owner,
        [nameof(Participant.Email)] = Visibility.Owner,
        [nameof(Participant.NotPubliclyPresent)] = Visibility.Owner,
        [nameof(Participant.Note)] = Visibility.Owner,
        [nameof(Participant.RegisteredAt)] = Visibility.Owner,
        [nameof(Participant.ChangedAt)] = Visibility.Owner,
        [nameof(Participant.MergedIntoId)] = Visibility.Owner,
        [nameof(Participant.Version)] = Visibility.Owner,
        [nameof(Participant.FirstLanguage)] = Visibility.Interpreter,
        [nameof(Participant.SpokenGerman)] = Visibility.Profile,
        [nameof(Participant.WrittenGerman)] = Visibility.Profile,
        [nameof(Participant.GermanProof)] = Visibility.Profile,
        [nameof(Participant.GermanCertificate)] = Visibility.Profile,
        [nameof(Participant.GermanProofOn)] = Visibility.Owner,
        [nameof(Participant.Literacy)] = Visibility.Owner,
        [nameof(Participant.Course)] = Visibility.Owner,
        [nameof(Participant.CourseTarget)] = Visibility.Profile,
        [nameof(Participant.CourseEndsOn)] = Visibility.Profile,
        [nameof(Participant.Languages)] = Visibility.Owner,
        [nameof(Participant.Schooling)] = Visibility.Profile,
        [nameof(Participant.SchoolYears)] = Visibility.Profile,
        [nameof(Participant.Training)] = Visibility.Profile,
        [nameof(Participant.TrainingSubject)] = Visibility.Profile,
        [nameof(Participant.Recognition)] = Visibility.Profile,
        [nameof(Participant.RecognitionOn)] = Visibility.Owner,
        [nameof(Participant.Experience)] = Visibility.Profile,
        [nameof(Participant.Wishes)] = Visibility.Profile,
        [nameof(Participant.WorkForms)] = Visibility.Profile,
        [nameof(Participant.WorkTimes)] = Visibility.Profile,
        [nameof(Participant.WeeklyHours)] = Visibility.Profile,
        [nameof(Participant.AvailableFrom)] = Visibility.Profile,
        [nameof(Participant.Start)] = Visibility.Profile,
        [nameof(Participant.Mobility)] = Visibility.Profile,
        [nameof(Participant.RadiusKm)] = Visibility.Profile,
        [nameof(Participant.EarliestArrival)] = Visibility.Profile,
        [nameof(Participant.ReadyToMove)] = Visibility.Owner,
        [nameof(Participant.Licences)] = Visibility.Profile,
        [nameof(Participant.Certificates)] = Visibility.Profile,
        [nameof(Participant.Childcare)] = Visibility.Owner,
        [nameof(Participant.ChildcareFrom)] = Visibility.Owner,
        [nameof(Participant.ResidencePaper)] = Visibility.Owner,
        [nameof(Participant.ResidenceEndorsement)] = Visibility.Owner,
        [nameof(Participant.ResidenceValidUntil)] = Visibility.Owner,
        [nameof(Participant.WorkAccess)] = Visibility.Profile,
        [nameof(Participant.LegalSphere)] = Visibility.Owner,
        [nameof(Participant.Support)] = Visibility.Profile,
        [nameof(Participant.Interpreter)] = Visibility.Interpreter,
    }.ToFrozenDictionary();

    /// <summary>The letter of a property.</summary>
    /// <exception cref="KeyNotFoundException">The property has none.</exception>
    public static Visibility Of(string property) => Letters[property];

    /// <summary>Whether the property has a letter.</summary>
    public static bool Has(string property) => Letters.ContainsKey(property);
}
