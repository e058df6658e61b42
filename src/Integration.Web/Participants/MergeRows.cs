using System.Collections;
using System.Globalization;
using Integration.Common;
using Integration.Merging;
using Integration.Participants;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.Participants;

/// <summary>A property of two records, side by side.</summary>
/// <param name="Property">Its name, as the merge knows it.</param>
/// <param name="Label">What it is called on pages.</param>
/// <param name="Kept">Value of the record that stays.</param>
/// <param name="Other">Value of the other.</param>
/// <param name="ToChoose">Whether both say something different; otherwise the other one's value fills a gap.</param>
public sealed record MergeRow(string Property, string Label, string Kept, string Other, bool ToChoose)
{
    private static readonly Dictionary<string, string> Lists = new()
    {
        [nameof(Participant.FirstLanguage)] = "Languages", [nameof(Participant.Literacy)] = "Literacy", [nameof(Participant.Course)] = "LanguageCourses",
        [nameof(Participant.Schooling)] = "Schooling", [nameof(Participant.Training)] = "Training", [nameof(Participant.Recognition)] = "Recognition",
        [nameof(Participant.Childcare)] = "Childcare", [nameof(Participant.ResidencePaper)] = "ResidencePapers", [nameof(Participant.WorkForms)] = "WorkForms",
        [nameof(Participant.ResidenceEndorsement)] = "ResidenceEndorsements", [nameof(Participant.LegalSphere)] = "LegalSpheres",
        [nameof(Participant.Mobility)] = "Mobility", [nameof(Participant.Support)] = "Support",
    };

    // Where the page's word differs from the property's name.
    private static readonly Dictionary<string, string> Words = new()
    {
        [nameof(Participant.OwnerId)] = nameof(ParticipantsTexts.Owner), [nameof(Participant.OwnerName)] = nameof(ParticipantsTexts.OwnerName),
        [nameof(Participant.NotPubliclyPresent)] = nameof(ParticipantsTexts.NotPublic), [nameof(Participant.GermanProof)] = nameof(ParticipantsTexts.Proof),
        [nameof(Participant.GermanCertificate)] = nameof(ParticipantsTexts.Certificate), [nameof(Participant.GermanProofOn)] = nameof(ParticipantsTexts.ProofOn),
        [nameof(Participant.Languages)] = nameof(ParticipantsTexts.OtherLanguages), [nameof(Participant.RadiusKm)] = nameof(ParticipantsTexts.Radius),
        [nameof(Participant.ResidenceValidUntil)] = nameof(ParticipantsTexts.ValidUntil), [nameof(Participant.Interpreter)] = nameof(ParticipantsTexts.InterpreterTitle),
    };

    /// <summary>The rows to choose from, then the gaps that are filled.</summary>
    public static IReadOnlyList<MergeRow> Of(Participant kept, Participant other, CodePicks codes, IReadOnlyDictionary<UserId, string> colleagues)
    {
        var differing = MergeFields.Differing(kept, other);
        return MergeFields.All
            .Where(property => differing.Contains(property.Name)
                || (MergeFields.IsEmpty(property.GetValue(kept)) && !MergeFields.IsEmpty(property.GetValue(other))))
            .Select(property => new MergeRow(
                property.Name,
                LabelOf(property.Name),
                Text(property.Name, property.GetValue(kept)),
                Text(property.Name, property.GetValue(other)),
                differing.Contains(property.Name)))
            .OrderByDescending(row => row.ToChoose)
            .ToList();

        string Text(string name, object? value) => value switch
        {
            null => "",
            UserId id => colleagues.GetValueOrDefault(id, "–"),
            string code when Lists.TryGetValue(name, out var list) => codes.Label(list, code),
            string text => text,
            bool yes => yes ? ShellTexts.Yes : ShellTexts.No,
            DateOnly day => Format.Day(day),
            TimeOnly time => Format.Time(time),
            Enum member => member.Label(),
            IEnumerable<string> many => Lists.TryGetValue(name, out var of) ? codes.Labels(of, many) : string.Join(", ", many),
            IEnumerable many => string.Join(", ", many.Cast<object>().Select(item => Entry(item, codes))),
            InterpreterNeed need => Entry(need, codes),
            IFormattable number => number.ToString(null, CultureInfo.CurrentCulture),
            _ => "",
        };
    }

    private static string LabelOf(string property) =>
        ParticipantsTexts.ResourceManager.GetString(Words.GetValueOrDefault(property, property), CultureInfo.CurrentUICulture) ?? property;

    private static string Entry(object entry, CodePicks codes) => entry switch
    {
        SpokenLanguage language => (codes.Label("Languages", language.Code) + " " + language.Spoken?.Label()).Trim(),
        WorkExperience work => work.Years is { } years ? $"{work.Occupation} ({years} {ParticipantsTexts.Years})" : work.Occupation,
        OccupationWish wish => wish.Wording.Length > 0 ? wish.Wording : codes.Label("OccupationGroups", wish.OccupationGroup),
        WorkTimeAnswer time => codes.Label("WorkTimes", time.Code) + ": " + time.Answer.Label(),
        DrivingLicence licence => (licence.Class + " " + codes.Label("LicenceStatus", licence.Status)).Trim(),
        Certificate certificate => (codes.Label("Certificates", certificate.Code) + " " + certificate.Detail).Trim(),
        InterpreterNeed need => need.Needed ? (ParticipantsTexts.InterpreterNeeded + " " + codes.Label("Languages", need.Language)).Trim() : ShellTexts.No,
        _ => "",
    };
}
