using Integration.Privacy;

namespace Integration.Documents.Sheets;

/// <summary>Which texts make the form of a purpose, in the order they are read to the person.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Before">What the person must know before choosing.</param>
/// <param name="Choices">What there is to choose, each with its explanation and its boxes.</param>
/// <param name="After">What holds whatever the choice.</param>
internal sealed record ConsentFormParts(
    string Title, IReadOnlyList<string> Before, IReadOnlyList<(string? Explained, IReadOnlyList<string> Boxes)> Choices, IReadOnlyList<string> After)
{
    private static readonly IReadOnlyList<string> Rights = ["consent.validity", "consent.contact"];
    private static readonly IReadOnlyList<string> Free = ["consent.voluntary", "consent.withdraw"];

    public static IReadOnlyList<string> Privacy { get; } =
    [
        "privacy.title", "privacy.responsible", "privacy.purpose", "privacy.basis", "privacy.access", "privacy.rectification",
        "privacy.erasure", "privacy.retention", "privacy.complaint",
    ];

    public static ConsentFormParts Of(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.ProfileAtEvent => new("consent.profile.title",
            [
                "consent.profile.asks", "consent.profile.meaning", "consent.profile.purpose", "consent.profile.where", "consent.profile.recipients",
                "consent.profile.shown.title", "consent.profile.shown.text", "consent.profile.shown.permit",
                "consent.profile.hidden.title", "consent.profile.hidden.text", "consent.profile.number",
                "consent.voluntary", "consent.attendance", "consent.withdraw", "consent.profile.locked",
            ],
            [
                ("consent.profile.statement", ["consent.profile.yes", "consent.profile.no"]),
                ("consent.profile.languages.text", ["consent.profile.languages.yes", "consent.profile.languages.no"]),
            ],
            Rights),
        ConsentPurpose.NameToEmployer => Simple("consent.name"),
        ConsentPurpose.Photo => Simple("consent.photo"),
        ConsentPurpose.PassToInterpreter => Simple("consent.interpreter"),
        ConsentPurpose.ContactByMessage => new("consent.messages.title", ["consent.messages.text", .. Free],
            [(null, ["consent.messages.messenger", "consent.messages.sms", "consent.messages.email", "consent.messages.no"])], Rights),
        ConsentPurpose.FollowUp => Simple("consent.survey"),
        ConsentPurpose.PassToPartner => Simple("consent.partners"),
        ConsentPurpose.OrganisationLogo => Simple("consent.logo"),
    };

    private static ConsentFormParts Simple(string stem) =>
        new(stem + ".title", [stem + ".text", .. Free], [(null, [stem + ".yes", stem + ".no"])], Rights);
}
