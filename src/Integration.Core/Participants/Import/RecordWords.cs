using System.Globalization;
using Integration.Common;
using Integration.Data;

namespace Integration.Participants.Import;

/// <summary>Says in the reader's language what a record holds in the field that a column fills.</summary>
internal sealed class RecordWords(CodeCatalog catalog, DateOnly on, IReadOnlyDictionary<UserId, string> owners)
{
    /// <summary>The words; empty where the record holds nothing.</summary>
    public string Of(Participant p, ImportColumn column) => column switch
    {
        ImportColumn.CustomerNumber => p.CustomerNumber,
        ImportColumn.FamilyName => p.FamilyName,
        ImportColumn.GivenName => p.GivenName,
        ImportColumn.BadgeName => p.BadgeName,
        ImportColumn.BornOn => Day(p.BornOn),
        ImportColumn.Gender => p.Gender.Label(),
        ImportColumn.Street => p.Street,
        ImportColumn.PostalCode => p.PostalCode,
        ImportColumn.Town => p.Town,
        ImportColumn.Phone => p.Phone,
        ImportColumn.Email => p.Email,
        ImportColumn.Owner => p.OwnerId is { } owner && owners.TryGetValue(owner, out var name) ? name : p.OwnerName,
        ImportColumn.Note => p.Note,
        ImportColumn.LegalSphere => Code("LegalSpheres", p.LegalSphere),
        ImportColumn.ResidencePaper => Code("ResidencePapers", p.ResidencePaper),
        ImportColumn.ResidenceEndorsement => Code("ResidenceEndorsements", p.ResidenceEndorsement),
        ImportColumn.ResidenceValidUntil => Day(p.ResidenceValidUntil),
        _ => Language(p, column) ?? Work(p, column),
    };

    private string? Language(Participant p, ImportColumn column) => column switch
    {
        ImportColumn.FirstLanguage => Code("Languages", p.FirstLanguage),
        ImportColumn.Languages => Join(p.Languages.Select(language => With(Code("Languages", language.Code), language.Spoken?.Label()))),
        ImportColumn.SpokenGerman => p.SpokenGerman.Label(),
        ImportColumn.WrittenGerman => p.WrittenGerman.Label(),
        ImportColumn.GermanProof => p.GermanProof.Label(),
        ImportColumn.GermanCertificate => p.GermanCertificate,
        ImportColumn.GermanProofOn => Day(p.GermanProofOn),
        ImportColumn.Course => Code("LanguageCourses", p.Course),
        ImportColumn.CourseTarget => p.CourseTarget?.Label() ?? "",
        ImportColumn.CourseEndsOn => Day(p.CourseEndsOn),
        ImportColumn.Schooling => With(Code("Schooling", p.Schooling), Number(p.SchoolYears)),
        ImportColumn.Training => Code("Training", p.Training),
        ImportColumn.TrainingSubject => p.TrainingSubject,
        ImportColumn.Recognition => Code("Recognition", p.Recognition),
        ImportColumn.RecognitionOn => Day(p.RecognitionOn),
        _ => null,
    };

    private string Work(Participant p, ImportColumn column) => column switch
    {
        ImportColumn.Experience => Join(p.Experience.Select(work =>
            With(work.Occupation.Length > 0 ? work.Occupation : Code("OccupationGroups", work.OccupationGroup), Number(work.Years)))),
        ImportColumn.Wish => Join(p.Wishes.Select(wish => wish.Wording.Length > 0 ? wish.Wording : Code("OccupationGroups", wish.OccupationGroup))),
        ImportColumn.WorkForms => Codes("WorkForms", p.WorkForms),
        ImportColumn.Licences => Join(p.Licences.Select(licence => With(Code("LicenceClasses", licence.Class), Code("LicenceStatus", licence.Status)))),
        ImportColumn.Certificates => Join(p.Certificates.Select(certificate => With(Code("Certificates", certificate.Code), certificate.Detail))),
        ImportColumn.WorkTimes => Join(p.WorkTimes.Select(time => With(Code("WorkTimes", time.Code), time.Answer.Label()))
            .Append(p.WeeklyHours is { } hours ? Number(hours) + " h" : "")),
        ImportColumn.AvailableFrom => p.AvailableFrom is null ? p.Start.Label() : Day(p.AvailableFrom),
        ImportColumn.Mobility => Codes("Mobility", p.Mobility),
        ImportColumn.RadiusKm => p.RadiusKm is { } km ? Number(km) + " km" : "",
        ImportColumn.Childcare => Code("Childcare", p.Childcare),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private static string Day(DateOnly? day) => day?.ToString("d", CultureInfo.CurrentCulture) ?? "";

    private static string Number(int? number) => number?.ToString(CultureInfo.CurrentCulture) ?? "";

    private static string With(string text, string? more) => string.IsNullOrEmpty(more) ? text : $"{text} ({more})";

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts.Where(part => part.Length > 0));

    private string Code(string list, string code) => code.Length == 0 ? "" : catalog.Label(list, code, on);

    private string Codes(string list, IEnumerable<string> all) => Join(all.Select(code => Code(list, code)));
}
