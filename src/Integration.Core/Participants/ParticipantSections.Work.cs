using System.ComponentModel.DataAnnotations;
using Integration.Common;

namespace Integration.Participants;

/// <summary>Occupations, forms of work, working times, start.</summary>
public sealed class WishesSection : IParticipantSection
{
    /// <summary>Occupations aimed at.</summary>
    public List<OccupationWish> Wishes { get; set; } = [];

    /// <summary>Forms of work.</summary>
    public List<string> WorkForms { get; set; } = [];

    /// <summary>Working times.</summary>
    public List<WorkTimeAnswer> WorkTimes { get; set; } = [];

    /// <summary>Weekly hours.</summary>
    [Range(1, 48)]
    public int? WeeklyHours { get; set; }

    /// <summary>Kind of start.</summary>
    public StartKind Start { get; set; }

    /// <summary>Earliest start.</summary>
    public DateOnly? AvailableFrom { get; set; }

    /// <summary>Support.</summary>
    public List<string> Support { get; set; } = [];

    /// <summary>Reads the section.</summary>
    public static WishesSection Of(Participant p) => new()
    {
        Wishes = [.. p.Wishes], WorkForms = [.. p.WorkForms], WorkTimes = [.. p.WorkTimes], WeeklyHours = p.WeeklyHours,
        Start = p.Start, AvailableFrom = p.AvailableFrom, Support = [.. p.Support],
    };

    /// <inheritdoc/>
    public void ApplyTo(Participant person)
    {
        person.Wishes = [.. Wishes.Where(wish => wish.Wording.Trim().Length > 0 || wish.OccupationGroup.Length > 0)];
        (person.WorkForms, person.WorkTimes, person.WeeklyHours) = ([.. WorkForms], [.. WorkTimes], WeeklyHours);
        (person.Start, person.AvailableFrom, person.Support) = (Start, AvailableFrom, [.. Support]);
    }
}

/// <summary>Mobility, licences, certificates, childcare.</summary>
public sealed class MobilitySection : IParticipantSection
{
    /// <summary>Ways to work.</summary>
    public List<string> Mobility { get; set; } = [];

    /// <summary>Radius in kilometres.</summary>
    [Range(1, 500)]
    public int? RadiusKm { get; set; }

    /// <summary>Earliest start of work by bus or train.</summary>
    public TimeOnly? EarliestArrival { get; set; }

    /// <summary>Ready to move house.</summary>
    public bool? ReadyToMove { get; set; }

    /// <summary>Driving licences.</summary>
    public List<DrivingLicence> Licences { get; set; } = [];

    /// <summary>Certificates.</summary>
    public List<Certificate> Certificates { get; set; } = [];

    /// <summary>Childcare.</summary>
    public string Childcare { get; set; } = "";

    /// <summary>Day from which childcare is promised.</summary>
    public DateOnly? ChildcareFrom { get; set; }

    /// <summary>Reads the section.</summary>
    public static MobilitySection Of(Participant p) => new()
    {
        Mobility = [.. p.Mobility], RadiusKm = p.RadiusKm, EarliestArrival = p.EarliestArrival, ReadyToMove = p.ReadyToMove,
        Licences = [.. p.Licences], Certificates = [.. p.Certificates], Childcare = p.Childcare, ChildcareFrom = p.ChildcareFrom,
    };

    /// <inheritdoc/>
    public void ApplyTo(Participant person)
    {
        (person.Mobility, person.RadiusKm, person.EarliestArrival, person.ReadyToMove) = ([.. Mobility], RadiusKm, EarliestArrival, ReadyToMove);
        person.Licences = [.. Licences.Where(licence => licence.Class.Length > 0)];
        person.Certificates = [.. Certificates.Where(certificate => certificate.Code.Length > 0)];
        (person.Childcare, person.ChildcareFrom) = (Childcare, ChildcareFrom);
    }
}

/// <summary>Residence paper, access to work, legal sphere.</summary>
public sealed class LawSection : IParticipantSection
{
    /// <summary>Residence paper.</summary>
    public string ResidencePaper { get; set; } = "";

    /// <summary>Endorsement.</summary>
    public string ResidenceEndorsement { get; set; } = "";

    /// <summary>Last day of the paper.</summary>
    public DateOnly? ResidenceValidUntil { get; set; }

    /// <summary>The sentence about starting work, chosen by the case manager.</summary>
    public WorkAccess WorkAccess { get; set; }

    /// <summary>Legal sphere.</summary>
    public string LegalSphere { get; set; } = "";

    /// <summary>Reads the section.</summary>
    public static LawSection Of(Participant p) => new()
    {
        ResidencePaper = p.ResidencePaper, ResidenceEndorsement = p.ResidenceEndorsement, ResidenceValidUntil = p.ResidenceValidUntil,
        WorkAccess = p.WorkAccess, LegalSphere = p.LegalSphere,
    };

    /// <inheritdoc/>
    public void ApplyTo(Participant person)
    {
        (person.ResidencePaper, person.ResidenceEndorsement, person.ResidenceValidUntil) = (ResidencePaper, ResidenceEndorsement, ResidenceValidUntil);
        (person.WorkAccess, person.LegalSphere) = (WorkAccess, LegalSphere);
    }
}

/// <summary>Need of an interpreter.</summary>
public sealed class InterpreterSection : IParticipantSection
{
    /// <summary>The need.</summary>
    public InterpreterNeed Need { get; set; } = new();

    /// <summary>Reads the section.</summary>
    public static InterpreterSection Of(Participant p) => new()
    {
        Need = new InterpreterNeed
        {
            Needed = p.Interpreter.Needed,
            Language = p.Interpreter.Language,
            Variety = p.Interpreter.Variety,
            AcceptedBridges = [.. p.Interpreter.AcceptedBridges],
            PreferredGender = p.Interpreter.PreferredGender,
            Declined = [.. p.Interpreter.Declined],
        },
    };

    /// <inheritdoc/>
    public void ApplyTo(Participant person)
    {
        Need.Declined = [.. Need.Declined.Select(name => name.Trim()).Where(name => name.Length > 0)];
        person.Interpreter = Need;
    }
}
