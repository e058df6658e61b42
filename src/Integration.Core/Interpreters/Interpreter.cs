using Integration.Common;

namespace Integration.Interpreters;

/// <summary>An interpreter of an organisation's pool (Sprachmittler/in, DOMAIN §6.2). There is no field for origin, religion or
/// politics: none is shown to anybody (R3).</summary>
public class Interpreter : IVersioned
{
    /// <summary>Longest name in characters.</summary>
    public const int NameMaxLength = 100;

    /// <summary>Longest text about the conditions in characters.</summary>
    public const int ConditionsMaxLength = 500;

    /// <summary>The id.</summary>
    public InterpreterId Id { get; set; } = InterpreterId.New();

    /// <summary>The organisation whose pool this is.</summary>
    public OrganisationId OrganisationId { get; set; }

    /// <summary>Name as colleagues know it.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Where requests go; without it an answer can only be taken by telephone.</summary>
    public string Email { get; set; } = "";

    /// <summary>Telephone number.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Language of the mails: de or en.</summary>
    public string MailLanguage { get; set; } = "de";

    /// <summary>Languages other than German.</summary>
    public List<InterpreterLanguage> Languages { get; set; } = [];

    /// <summary>Level of German.</summary>
    public LanguageLevel German { get; set; } = LanguageLevel.C1;

    /// <summary>Qualification.</summary>
    public InterpreterQualification Qualification { get; set; } = InterpreterQualification.Volunteer;

    /// <summary>Units of training of 45 minutes; <see langword="null"/> when unknown.</summary>
    public int? TrainingUnits { get; set; }

    /// <summary>Day of the certificate or oath.</summary>
    public DateOnly? QualifiedOn { get; set; }

    /// <summary>For people who ask for an interpreter of a gender (R2).</summary>
    public Gender Gender { get; set; } = Gender.NotStated;

    /// <summary>Municipality (Gemeinde).</summary>
    public string Municipality { get; set; } = "";

    /// <summary>Farthest way in kilometres; <see langword="null"/> when nothing is said.</summary>
    public int? MaxKm { get; set; }

    /// <summary>Whether they come by their own car.</summary>
    public bool OwnCar { get; set; }

    /// <summary>Most hours a day; <see langword="null"/> when nothing is said.</summary>
    public int? MaxHoursPerDay { get; set; }

    /// <summary>When they usually can; nothing is known when it is empty.</summary>
    public List<WeeklyTime> Availability { get; set; } = [];

    /// <summary>Days on which it is otherwise.</summary>
    public List<ExceptionDay> Exceptions { get; set; } = [];

    /// <summary>Rate, lump sum, value-added tax.</summary>
    public string Conditions { get; set; } = "";

    /// <summary>Date of the certificate of good conduct (Führungszeugnis).</summary>
    public DateOnly? ConductCertificateOn { get; set; }

    /// <summary>Date of the declaration of commitment (§ 1 VerpflG) and on data secrecy.</summary>
    public DateOnly? PledgeOn { get; set; }

    /// <summary>The user as whom they sign in; <see langword="null"/> for somebody who answers by link alone.</summary>
    public UserId? UserId { get; set; }

    /// <summary>Whether they still take assignments.</summary>
    public bool Active { get; set; } = true;

    /// <inheritdoc/>
    public Guid Version { get; set; }
}

/// <summary>A language of an interpreter, with German at the other end.</summary>
public sealed class InterpreterLanguage
{
    /// <summary>Language or variety, code of the list Languages.</summary>
    public string Code { get; set; } = "";

    /// <summary>Direction.</summary>
    public InterpretingDirection Direction { get; set; }

    /// <summary>Ways of interpreting; none means consecutively.</summary>
    public List<InterpretingMode> Modes { get; set; } = [];

    /// <summary>Whether they read its script, for forms.</summary>
    public bool ReadsScript { get; set; }
}

/// <summary>A usual time.</summary>
/// <param name="Day">Day of the week.</param>
/// <param name="Part">Part of the day.</param>
public sealed record WeeklyTime(DayOfWeek Day, DayPart Part);

/// <summary>A day on which it is otherwise than usual.</summary>
public sealed class ExceptionDay
{
    /// <summary>The day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Whether they can all day, or not at all.</summary>
    public bool Available { get; set; }
}

/// <summary>Part of a day.</summary>
public enum DayPart
{
    /// <summary>5 to 12.</summary>
    Morning,

    /// <summary>12 to 17.</summary>
    Afternoon,

    /// <summary>17 to 5 of the next morning.</summary>
    Evening,
}

/// <summary>Direction of interpreting.</summary>
public enum InterpretingDirection
{
    /// <summary>Both ways.</summary>
    Both,

    /// <summary>Into German only.</summary>
    IntoGerman,

    /// <summary>From German only.</summary>
    FromGerman,
}

/// <summary>Way of interpreting.</summary>
public enum InterpretingMode
{
    /// <summary>KONSEKUTIV.</summary>
    Consecutive,

    /// <summary>FLUESTERN.</summary>
    Whispered,

    /// <summary>TELEFON.</summary>
    Telephone,

    /// <summary>VIDEO.</summary>
    Video,

    /// <summary>GEBAERDEN.</summary>
    Signed,
}

/// <summary>Qualification of an interpreter (DOMAIN §6.2).</summary>
public enum InterpreterQualification
{
    /// <summary>BEEIDIGT: sworn; needed for contracts and legal instruction (R6).</summary>
    Sworn,

    /// <summary>DIPLOM: degree in interpreting.</summary>
    Degree,

    /// <summary>SPRINT: language and integration mediation.</summary>
    Sprint,

    /// <summary>GESCHULT: trained for some hours.</summary>
    Trained,

    /// <summary>MITARBEITER: multilingual staff.</summary>
    Staff,

    /// <summary>EHRENAMT: volunteer.</summary>
    Volunteer,

    /// <summary>TELEFONDIENST: telephone service.</summary>
    TelephoneService,
}
