using Integration.Common;
using Integration.Data;

namespace Integration.Participants;

/// <summary>Which list each code of a record comes from.</summary>
public static class ParticipantCodes
{
    /// <summary>The first code that its list does not have; <see langword="null"/> when all are known.</summary>
    public static Error? Check(Participant person, CodeCatalog catalog)
    {
        foreach (var (field, list, code) in Of(person))
        {
            if (code.Length > 0 && !catalog.Has(list, code))
            {
                return ParticipantErrors.UnknownCode(field, code);
            }
        }

        return null;
    }

    private static IEnumerable<(string Field, string List, string Code)> Of(Participant p)
    {
        yield return (nameof(p.FirstLanguage), "Languages", p.FirstLanguage);
        yield return (nameof(p.Literacy), "Literacy", p.Literacy);
        yield return (nameof(p.Course), "LanguageCourses", p.Course);
        yield return (nameof(p.Schooling), "Schooling", p.Schooling);
        yield return (nameof(p.Training), "Training", p.Training);
        yield return (nameof(p.Recognition), "Recognition", p.Recognition);
        yield return (nameof(p.Childcare), "Childcare", p.Childcare);
        yield return (nameof(p.ResidencePaper), "ResidencePapers", p.ResidencePaper);
        yield return (nameof(p.ResidenceEndorsement), "ResidenceEndorsements", p.ResidenceEndorsement);
        yield return (nameof(p.LegalSphere), "LegalSpheres", p.LegalSphere);
        yield return (nameof(p.Interpreter), "Languages", p.Interpreter.Language);
        yield return (nameof(p.Interpreter), "Languages", p.Interpreter.Variety);
        var lists = Each(nameof(p.Languages), "Languages", p.Languages.Select(language => language.Code))
            .Concat(Each(nameof(p.Experience), "OccupationGroups", p.Experience.Select(work => work.OccupationGroup)))
            .Concat(Each(nameof(p.Wishes), "OccupationGroups", p.Wishes.Select(wish => wish.OccupationGroup)))
            .Concat(Each(nameof(p.WorkForms), "WorkForms", p.WorkForms))
            .Concat(Each(nameof(p.WorkTimes), "WorkTimes", p.WorkTimes.Select(time => time.Code)))
            .Concat(Each(nameof(p.Mobility), "Mobility", p.Mobility))
            .Concat(Each(nameof(p.Licences), "LicenceClasses", p.Licences.Select(licence => licence.Class)))
            .Concat(Each(nameof(p.Licences), "LicenceStatus", p.Licences.Select(licence => licence.Status)))
            .Concat(Each(nameof(p.Certificates), "Certificates", p.Certificates.Select(certificate => certificate.Code)))
            .Concat(Each(nameof(p.Support), "Support", p.Support))
            .Concat(Each(nameof(p.Interpreter), "Languages", p.Interpreter.AcceptedBridges));
        foreach (var entry in lists)
        {
            yield return entry;
        }
    }

    private static IEnumerable<(string Field, string List, string Code)> Each(string field, string list, IEnumerable<string> codes) =>
        codes.Select(code => (field, list, code));
}
