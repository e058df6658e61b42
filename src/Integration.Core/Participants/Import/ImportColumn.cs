namespace Integration.Participants.Import;

/// <summary>What a column of an import file can mean. The order is the order in which a row's cells are taken over: what a later
/// cell depends on (the first language, before the further ones) comes first.</summary>
/// <remarks>There is no column for a consent or for the sentence about starting work: neither can be set by a file.</remarks>
public enum ImportColumn
{
    /// <summary>Number of the organisation's own software.</summary>
    CustomerNumber,

    /// <summary>Family name.</summary>
    FamilyName,

    /// <summary>Given name.</summary>
    GivenName,

    /// <summary>Name on the badge.</summary>
    BadgeName,

    /// <summary>Date of birth.</summary>
    BornOn,

    /// <summary>Gender.</summary>
    Gender,

    /// <summary>Street and number.</summary>
    Street,

    /// <summary>Postal code.</summary>
    PostalCode,

    /// <summary>Town.</summary>
    Town,

    /// <summary>Telephone number.</summary>
    Phone,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>First language.</summary>
    FirstLanguage,

    /// <summary>Further languages.</summary>
    Languages,

    /// <summary>Understanding and speaking German.</summary>
    SpokenGerman,

    /// <summary>Reading and writing German.</summary>
    WrittenGerman,

    /// <summary>What the German level rests on.</summary>
    GermanProof,

    /// <summary>Certificate of German.</summary>
    GermanCertificate,

    /// <summary>Date of that certificate or test.</summary>
    GermanProofOn,

    /// <summary>Language course.</summary>
    Course,

    /// <summary>Level the course leads to.</summary>
    CourseTarget,

    /// <summary>Last day of the course.</summary>
    CourseEndsOn,

    /// <summary>School leaving certificate or years at school.</summary>
    Schooling,

    /// <summary>Vocational training.</summary>
    Training,

    /// <summary>What the training was in.</summary>
    TrainingSubject,

    /// <summary>Recognition of the foreign qualification.</summary>
    Recognition,

    /// <summary>Date of the recognition's application or decision.</summary>
    RecognitionOn,

    /// <summary>Work done so far.</summary>
    Experience,

    /// <summary>Occupation aimed at.</summary>
    Wish,

    /// <summary>Forms of work.</summary>
    WorkForms,

    /// <summary>Driving licences.</summary>
    Licences,

    /// <summary>Certificates and cards.</summary>
    Certificates,

    /// <summary>Working times and weekly hours.</summary>
    WorkTimes,

    /// <summary>Earliest start.</summary>
    AvailableFrom,

    /// <summary>Ways to get to work.</summary>
    Mobility,

    /// <summary>Distance in kilometres.</summary>
    RadiusKm,

    /// <summary>Childcare.</summary>
    Childcare,

    /// <summary>Legal sphere (Rechtskreis).</summary>
    LegalSphere,

    /// <summary>Residence paper.</summary>
    ResidencePaper,

    /// <summary>Endorsement on the residence paper.</summary>
    ResidenceEndorsement,

    /// <summary>Last day of the residence paper.</summary>
    ResidenceValidUntil,

    /// <summary>Case manager in charge.</summary>
    Owner,

    /// <summary>Note.</summary>
    Note,
}
