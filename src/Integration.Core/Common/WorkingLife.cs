namespace Integration.Common;

/// <summary>Language level of the Common European Framework.</summary>
public enum LanguageLevel
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>Understands single words.</summary>
    A1,

    /// <summary>Simple talk about known work.</summary>
    A2,

    /// <summary>Manages everyday work.</summary>
    B1,

    /// <summary>Understands specialist talk.</summary>
    B2,

    /// <summary>Nearly effortless.</summary>
    C1,

    /// <summary>Like a native speaker.</summary>
    C2,

    /// <summary>First language.</summary>
    Native,
}

/// <summary>What a language level rests on.</summary>
public enum LanguageProof
{
    /// <summary>Nothing is said.</summary>
    NotStated,

    /// <summary>Certificate of an examination.</summary>
    Certificate,

    /// <summary>Placement test of the course provider.</summary>
    PlacementTest,

    /// <summary>A professional's estimate.</summary>
    Professional,

    /// <summary>The person's own estimate.</summary>
    SelfAssessment,
}

/// <summary>Gender, for aggregated statistics and the choice of an interpreter.</summary>
public enum Gender
{
    /// <summary>Nothing is said.</summary>
    NotStated,

    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,

    /// <summary>Diverse (§ 22 Abs. 3 PStG).</summary>
    Diverse,
}

/// <summary>Yes, no, or to be agreed.</summary>
public enum Answer
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,

    /// <summary>To be agreed.</summary>
    ByArrangement,
}

/// <summary>When somebody can start.</summary>
public enum StartKind
{
    /// <summary>Nothing is said.</summary>
    NotStated,

    /// <summary>At once.</summary>
    AtOnce,

    /// <summary>From a date.</summary>
    FromDate,

    /// <summary>After the language course.</summary>
    AfterCourse,
}

/// <summary>The five sentences that employers see about starting work.</summary>
public enum WorkAccess
{
    /// <summary>KLAERUNG: being clarified.</summary>
    BeingClarified,

    /// <summary>FREI: everything is possible at once.</summary>
    Free,

    /// <summary>ERLAUBNIS: permit for the specific job needed.</summary>
    PermitNeeded,

    /// <summary>AUSB_FREI: training needs only the immigration office's permit.</summary>
    TrainingPermitOnly,

    /// <summary>NUR_HOSP: only observing at present.</summary>
    ObservingOnly,
}
