using Integration.Common;
using Integration.Documents;
using Integration.Documents.Sheets;
using Integration.Printing;

namespace Integration.Core.Tests.Documents;

/// <summary>The papers of planned talks as they are set; who reaches them is asked in <c>TalkPapersTests</c>.</summary>
public sealed class TalkSheetTests
{
    private static readonly RegistrationId Amina = RegistrationId.New();
    private static readonly RegistrationId Tesfay = RegistrationId.New();
    private static readonly OrganisationId Metal = OrganisationId.New();

    public static TheoryData<string> Languages => [.. FormTexts.Languages];

    [Theory, MemberData(nameof(Languages))]
    public async Task Slip_IsHeadedByTheChiffreAndSaysNothingOfTheTicket(string language)
    {
        var slip = Assert.Single(await PagesAsync("slip-" + language, TalkSlips.Compose(Facts(language))));

        PaperPress.AssertInOrder(slip, "EL-27-0147-K", "Der Betrieb kennt Ihren Namen nicht.", "Ihre Gespräche", "10:15", "Metallbau Nord", "Tisch 2", "10:45", "Pflege am Markt", "Infopunkt");
        Assert.Contains("Oksana, Ukrainisch", slip);
        Assert.All(["ABCD", "EFGH", "Amina", "Lysenko", "Neue Zeiten"], word => Assert.DoesNotContain(word, slip));
        Assert.Equal(language != "de", slip.Contains("Entwurf: noch nicht", StringComparison.Ordinal));
        Assert.DoesNotContain('{', slip);
    }

    [Fact]
    public async Task ChangedSlip_SaysThatTheOldOneIsVoid() =>
        Assert.Contains("Der alte Laufzettel gilt nicht mehr.", Assert.Single(await PagesAsync("slip-changed", TalkSlips.Compose(Facts("ar"), changed: true))));

    [Fact]
    public async Task EmployersList_SaysChiffreTableAndLanguage_AndNoName()
    {
        var pages = await PagesAsync("employers", TalkLists.Employers(Facts("uk")));

        Assert.Equal(2, pages.Count);
        var metal = pages[0];
        PaperPress.AssertInOrder(metal, "Metallbau Nord", "10:15–10:30", "EL-27-0147-K", "Ukrainisch", "kommt", "EL-27-0200-C", "§ 78 SGB X");
        Assert.DoesNotContain("Pflege am Markt", metal);
        Assert.All(pages, page => Assert.All(["Amina", "Oksana", "Lysenko", "Tesfay"], name => Assert.DoesNotContain(name, page)));
    }

    [Fact]
    public async Task InterpretersList_CallsPeopleAsTheyAllowed()
    {
        var list = Assert.Single(await PagesAsync("interpreters", TalkLists.Interpreters(Facts("uk"))));

        PaperPress.AssertInOrder(list, "Oksana Lysenko", "10:15–10:30", "Metallbau Nord", "Tisch 2", "Ukrainisch", "Amina", "EL-27-0200-C", "Pause, 60 Minuten", "11:30");
        Assert.DoesNotContain("EL-27-0147-K", list);
        Assert.DoesNotContain("10:45", list);
    }

    [Theory]
    [InlineData("Oksana Lysenko", "Oksana")]
    [InlineData("Frau Lysenko", "")]
    [InlineData("Dr. Lysenko", "")]
    [InlineData("Lysenko, Oksana", "")]
    [InlineData("Lysenko", "")]
    [InlineData("", "")]
    public void Interpreter_IsCalledByTheFirstNameAlone(string name, string called) =>
        Assert.Equal(called, (Facts("de").Talks[0] with { InterpreterName = name }).InterpreterCalled);

    [Theory]
    [InlineData(4, 4, "")]
    [InlineData(6, 3, "und 3 weitere")]
    public async Task Ticket_NamesTheFirstTalksAndLeavesTheRestToTheSlip(int talks, int shown, string rest)
    {
        var facts = Facts("ar");
        var many = facts with { Talks = [.. Enumerable.Range(0, talks).Select(i => facts.Talks[0] with { From = new TimeOnly(10, i * 5), To = new TimeOnly(10, (i * 5) + 5) })] };

        var sheet = Assert.Single(await PagesAsync($"ticket-{talks}", [Tickets.Compose(many)]));

        Assert.Equal(shown, sheet.Split("Metallbau Nord GmbH").Length - 1);
        Assert.Contains(rest, sheet);
        Assert.DoesNotContain("EL-27-0147-K", sheet);
    }

    private static async Task<IReadOnlyList<string>> PagesAsync(string name, IEnumerable<PageSequence> sequences)
    {
        using var file = new MemoryStream();
        HarfBuzzPdfEngine.Shared.Write(new PrintDocument { Title = "Test", Sequences = [.. sequences] }, file);
        return await PaperPress.ReadAsync(file, name);
    }

    private static EventPaperFacts Facts(string language)
    {
        var interpreter = InterpreterId.New();
        var talk = new PaperTalk
        {
            Day = new DateOnly(2027, 3, 1), From = new TimeOnly(10, 15), To = new TimeOnly(10, 30), EmployerId = Metal, Employer = "Metallbau Nord GmbH", Place = "Stand 12, Kreishalle", Table = 2,
            Language = "Ukrainisch", InterpreterId = interpreter, InterpreterName = "Oksana Lysenko",
            People = [new PaperTalker(Amina, "EL-27-0147-K", "Amina"), new PaperTalker(Tesfay, "EL-27-0200-C", "EL-27-0200-C")],
        };
        return new EventPaperFacts
        {
            Title = "Begegnung im Rathaus", Date = new DateOnly(2027, 3, 1), StartsAt = new TimeOnly(10, 0), EndsAt = new TimeOnly(14, 0), Place = "Rathaus, Haren (Ems)", Organiser = "Landkreis",
            Contact = "Infopunkt, 05931 44-0", TicketLink = ticket => new Uri("https://portal.example/t/" + ticket), AsOf = new DateOnly(2027, 2, 20),
            Guests = [new PaperGuest("Amina M.", "Amina", "ABCDEFGHIJ", language, "Arabisch", "EL-27-0147-K", null, null, null, Amina)],
            Talks =
            [
                talk,
                talk with
                {
                    From = new TimeOnly(10, 45), To = new TimeOnly(11, 0), EmployerId = OrganisationId.New(), Employer = "Pflege am Markt", Place = "", Table = 1, Language = "", InterpreterId = null, InterpreterName = "",
                    People = [talk.People[0]],
                },
                talk with { From = new TimeOnly(11, 30), To = new TimeOnly(11, 45), People = [talk.People[1]] },
            ],
        };
    }
}
