using System.Globalization;
using Integration.Common;
using Integration.Participants;
using Integration.Profiles;

namespace Integration.Data.Demo;

/// <summary>Invented people and profiles made of the demo's, with names made of syllables.</summary>
internal sealed class LoadPeople(int seed, DateTime now)
{
    private static readonly string[] First = ["Al", "Ha", "Mo", "Na", "Ra", "Sa", "Ta", "Ya", "Ko", "Sche", "Du", "Bo", "Ka", "Li", "Pe", "Wa", "Ze", "Ti", "Fa", "Gu"];
    private static readonly string[] Middle = ["ham", "san", "li", "ro", "ma", "wtsch", "na", "ri", "de", "ko", "ba", "so", "mi", "la", "tu", "ge"];
    private static readonly string[] Last = ["ed", "i", "enko", "a", "oğlu", "an", "uk", "ow", "eh", "ir", "zai", "u"];
    public static readonly string[] Languages = ["ara", "ukr", "prs", "pes", "kmr", "tir", "tur", "som"];
    public static readonly string[] Towns = ["Haren (Ems)", "Meppen", "Papenburg", "Lingen (Ems)", "Sögel", "Lathen", "Twist", "Geeste"];
    private static readonly string[] Groups = ["33", "29", "51", "52", "81", "82", "24", "26", "71", "62", "54", "12"];

    private readonly CodeCatalog _codes = new(CodeCatalog.Shipped());
    private readonly Random _random = new(seed);
    private readonly List<DemoPerson> _models =
        DemoFiles.PeopleFiles.SelectMany(DemoFiles.Read<IReadOnlyList<DemoPerson>>).Where(demo => demo.Strengths.Count >= 3).ToList();

    public Participant Person(OrganisationId organisation, int number) => new()
    {
        OrganisationId = organisation,
        CustomerNumber = "L" + number.ToString("D7", CultureInfo.InvariantCulture),
        FamilyName = Pick(First) + Pick(Middle) + Pick(Last),
        GivenName = Pick(First) + Pick(Last),
        BornOn = new DateOnly(1960, 1, 1).AddDays(_random.Next(16_500)),
        Gender = (Gender)_random.Next(3),
        Town = Pick(Towns),
        FirstLanguage = Pick(Languages),
        SpokenGerman = (LanguageLevel)_random.Next(6),
        WrittenGerman = (LanguageLevel)_random.Next(5),
        GermanProof = (LanguageProof)_random.Next(5),
        Wishes = [new OccupationWish { OccupationGroup = Pick(Groups) }],
        WorkForms = [_random.Next(2) == 0 ? "HELFER" : "FACHKRAFT"],
        RegisteredAt = now.AddMinutes(-_random.Next(500_000)),
        ChangedAt = now.AddMinutes(-_random.Next(100_000)),
    };

    public ProfileContent Profile(int number)
    {
        var model = _models[number % _models.Count];
        return ProfilePrefill.From(model.Person, German, DateOnly.FromDateTime(now)) with
        {
            Strengths = model.Strengths, Introduction = model.Introduction, Area = model.Area,
        };
    }

    private string? German(string list, string code) => _codes.Find(list, code, DateOnly.FromDateTime(now)) is { Visibility: "A" } entry ? entry.German : null;

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
