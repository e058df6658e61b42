using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Data.Demo;
using Integration.Documents;
using Integration.Door;
using Integration.Events;
using Integration.Printing;
using Integration.Testing;
using Integration.Tours;
using Integration.Transport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Integration.Core.Tests.Documents;

public sealed class EventPapersTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutEvents => new(TestUser.RolesWithout(Permission.EditEvents));

    [Theory, MemberData(nameof(Providers))]
    public async Task Pack_OfTheDemoHasEveryPaperAndNoFamilyName(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await new DemoSeed(database, _clock).RunAsync(default);
        var (user, jobEvent) = await DemoAsync(database);
        await new DistributeSeats(database, user, _clock).ExecuteAsync(jobEvent, default);

        var (printed, text) = await PrintAsync(database, user, jobEvent, PrintEventPapers.Pack);

        Assert.True(printed.Done);
        Assert.StartsWith("unterlagen-haren", printed.Value.FileName);
        foreach (var word in new[] { "Eintrittskarte", "Einlassliste", "Einstiegsliste Linie 1 Nord", "Für Fahrerin oder Fahrer", "Regieplan", "Rundgang in Gruppen", "ELA Container GmbH", "Standplan", "Hier sprechen wir: Deutsch" })
        {
            Assert.Contains(word, text);
        }

        await using var db = database.CreateDbContext();
        var words = text.Split([' ', '\n', '\r', ',', '.', ':'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var people = await db.Participants.Where(p => db.Registrations.Any(r => r.ParticipantId == p.Id && r.JobEventId == jobEvent)).ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(people);
        // A family name may also be somebody's given name or a speaker's; what is printed as a whole name never is.
        Assert.All(people, person => Assert.DoesNotContain(person.GivenName + " " + person.FamilyName, text));
        Assert.All(people.Where(p => p.CustomerNumber.Length > 0), person => Assert.DoesNotContain(person.CustomerNumber, words));
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Act == Integration.Privacy.AuditAct.Printed, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("", "Landrat Muster")]
    [InlineData("Ministerin Beispiel", "Ministerin Beispiel")]
    public async Task Programme_NamesItsPatronOrThatOfTheSeries_AndWhoPays(string own, string printedPatron)
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var series = await database.SaveAsync(new EventSeries { OrganisationId = organisation.Id, Key = "kreis", Title = "Kreis", Patron = "Landrat Muster" });
        var jobEvent = await database.JobEventAsync(organisation.Id, e => (e.SeriesId, e.Patron, e.FundingNote) = (series.Id, own, "Kofinanziert von der EU"));
        await database.SaveAsync(new ProgrammeItem { JobEventId = jobEvent.Id, Title = "Begrüßung", StartsAt = jobEvent.StartsAt, EndsAt = jobEvent.EndsAt });

        var (printed, text) = await PrintAsync(database, TestUser.With(organisation.Id, Role.Organiser), jobEvent.Id, [EventPaper.Programme]);

        Assert.True(printed.Done, printed.Error?.Code);
        Assert.Contains("Schirmherrschaft: " + printedPatron, text);
        Assert.Contains("Kofinanziert von der EU", text);
    }

    [Fact]
    public async Task HiddenPerson_IsNamedOnNoPaper()
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id, p => (p.GivenName, p.NotPubliclyPresent) = ("Leyla", true)), jobEvent);
        await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id, p => p.GivenName = "Amina"), jobEvent);

        var (_, text) = await PrintAsync(database, TestUser.With(organisation.Id, Role.Organiser), jobEvent.Id, PrintEventPapers.Pack);

        Assert.Contains("Amina", text);
        Assert.DoesNotContain("Leyla", text);
    }

    [Fact]
    public async Task Certificates_AreForThoseWhoWereThere()
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        var user = TestUser.With(organisation.Id, Role.Organiser);
        var came = await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id, p => p.GivenName = "Amina"), jobEvent);
        await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id, p => p.GivenName = "Yusuf"), jobEvent);
        Assert.Equal(DocumentErrors.NoPapers, (await PrintAsync(database, user, jobEvent.Id, [EventPaper.Certificates])).Printed.Error);

        await database.SaveAsync(new Attendance { RegistrationId = came.Id, JobEventId = jobEvent.Id, State = AttendanceState.Present, InAt = Given.Start, OutAt = Given.Start.AddHours(3) });
        var (printed, text) = await PrintAsync(database, user, jobEvent.Id, [EventPaper.Certificates, EventPaper.TravelConfirmations]);

        Assert.Equal(2, printed.Value!.Sheets);
        Assert.Contains("Amina", text);
        Assert.DoesNotContain("Yusuf", text);
        var local = TimeZoneInfo.ConvertTimeFromUtc(Given.Start, _clock.LocalTimeZone);
        Assert.Contains($"von {local:HH:mm} bis {local.AddHours(3):HH:mm} Uhr", text);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task FloorPlan_ShowsEachHallWithItsStandsAndWhoIsThere(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var agency = await database.OrganisationAsync(o => (o.Name, o.Kind) = ("Kolonne Nord", Integration.Organisations.OrganisationKind.TemporaryWorkAgency));
        var jobEvent = await database.JobEventAsync(organisation.Id);
        var hall = await database.SaveAsync(new FloorPlan { JobEventId = jobEvent.Id, Name = "Kreishalle", Image = Events.StandTests.Png(30, 20), MediaType = "image/png", PixelWidth = 30, PixelHeight = 20 });
        await database.SaveAsync(new Stand { JobEventId = jobEvent.Id, Number = "K7", OrganisationId = agency.Id, FloorPlanId = hall.Id, Languages = ["ukr"], GermanFrom = LanguageLevel.A2, X = 500, Y = 500 });
        await database.SaveAsync(new Stand { JobEventId = jobEvent.Id, Number = "G1", X = 10, Y = 10 });

        using var file = new MemoryStream();
        var printed = await Use(database, TestUser.With(organisation.Id, Role.Organiser)).ExecuteAsync(jobEvent.Id, [EventPaper.FloorPlan, EventPaper.StandSigns], file, default);

        // The hall, the grid, and one sign: nobody needs a sign for a free stand.
        Assert.Equal(3, printed.Value!.Sheets);
        using var pdf = PdfDocument.Open(file.ToArray());
        var (first, sign) = (pdf.GetPage(1), ContentOrderTextExtractor.GetText(pdf.GetPage(3)));
        var words = ContentOrderTextExtractor.GetText(first);
        foreach (var word in new[] { "Kreishalle", "Kolonne Nord", "Zeitarbeit", "Ukrainisch" })
        {
            Assert.Contains(word, words);
        }

        Assert.DoesNotContain("G1", words);
        Assert.Contains("Ukrainisch", sign);
        Assert.Contains("Deutsch: ab A2", sign);
        Assert.Single(first.GetImages());
        // On the plan the number stands in the middle of the picture, where its box begins; in the legend to the right of it.
        var picture = first.GetImages().Single().BoundingBox;
        var numbers = first.GetWords().Where(word => word.Text == "K7").ToList();
        Assert.Equal(2, numbers.Count);
        var onPlan = Assert.Single(numbers, word => word.BoundingBox.Left < picture.Right).BoundingBox;
        Assert.InRange((onPlan.Left + onPlan.Right) / 2, picture.Left + (picture.Width * 0.5), picture.Left + (picture.Width * 0.6));
        Assert.InRange((onPlan.Top + onPlan.Bottom) / 2, picture.Top - (picture.Height * 0.6), picture.Top - (picture.Height * 0.5));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task TourSheets_NameTheGroupForTheGuideAndNobodyForTheHost(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        var tour = new Tour
        {
            JobEventId = jobEvent.Id, HostId = organisation.Id, Title = "Rundgang Schweißerei", MeetingPoint = "Werkstor 2", MeetsAt = new(9, 0), StartsAt = new(9, 30), Minutes = 60,
            Equipment = [ProtectiveEquipment.Helmet, ProtectiveEquipment.SafetyShoes], PhotoBan = true, Groups = [new TourGroup { Number = 1, Guide = "Jonas Eilers" }],
        };
        await database.SaveAsync(tour);
        foreach (var (name, shoes) in new[] { ("Amina", 38), ("Yusuf", 42), ("Tesfay", 42) })
        {
            var registration = await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id, p => p.GivenName = name), jobEvent);
            await database.SaveAsync(new TourSeat { TourId = tour.Id, GroupId = tour.Groups[0].Id, RegistrationId = registration.Id, ShoeSize = shoes });
        }

        using var file = new MemoryStream();
        var printed = await Use(database, TestUser.With(organisation.Id, Role.Organiser)).ExecuteAsync(jobEvent.Id, [EventPaper.TourSheets], file, default);

        Assert.Equal(2, printed.Value!.Sheets);
        using var pdf = PdfDocument.Open(file.ToArray());
        var (guide, host) = (ContentOrderTextExtractor.GetText(pdf.GetPage(1)), ContentOrderTextExtractor.GetText(pdf.GetPage(2)));
        Assert.All(["Amina", "Yusuf", "Tesfay", "Jonas Eilers", "Werkstor 2", "09:30–10:30", "Helm, Sicherheitsschuhe", "Arabisch"], word => Assert.Contains(word, guide));
        Assert.DoesNotContain("Muster", guide);
        Assert.DoesNotContain("Schuhgröße", guide);
        Assert.All(["Schuhgröße 38", "Schuhgröße 42", "Helm für 3 Personen", "3 in 1 Gruppen"], word => Assert.Contains(word, host));
        Assert.All(["Amina", "Yusuf", "Tesfay"], name => Assert.DoesNotContain(name, host));
        Assert.Matches(@"Schuhgröße 42\s+2\b", host);
    }

    [Fact]
    public async Task SlipsShowOnePersonEach()
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        foreach (var name in new[] { "Amina", "Yusuf", "Tesfay" })
        {
            await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id, p => p.GivenName = name), jobEvent);
        }

        using var file = new MemoryStream();
        await Use(database, TestUser.With(organisation.Id, Role.Organiser)).ExecuteAsync(jobEvent.Id, [EventPaper.SignInSlips], file, default);

        using var pdf = PdfDocument.Open(file.ToArray());
        Assert.Equal(3, pdf.NumberOfPages);
        Assert.All(pdf.GetPages(), page => Assert.Single(new[] { "Amina", "Yusuf", "Tesfay" }, name => ContentOrderTextExtractor.GetText(page).Contains(name, StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(RolesWithoutEvents))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);

        Assert.Equal(Errors.Forbidden, (await PrintAsync(database, TestUser.With(organisation.Id, role), jobEvent.Id, PrintEventPapers.Pack)).Printed.Error);
    }

    [Fact]
    public async Task ForeignEvent_IsNotFound()
    {
        await using var database = await TestDatabase.CreateAsync();
        var jobEvent = await database.JobEventAsync((await database.OrganisationAsync()).Id);
        var stranger = TestUser.With((await database.OrganisationAsync()).Id, Role.Organiser);

        Assert.Equal(Errors.NotFound, (await PrintAsync(database, stranger, jobEvent.Id, PrintEventPapers.Pack)).Printed.Error);
    }

    private static async Task<(FixedUser User, JobEventId Event)> DemoAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var jobEvent = await db.JobEvents.SingleAsync(e => e.Key == DemoSeed.EventKey);
        return (TestUser.With(jobEvent.OrganisationId, Role.Organiser), jobEvent.Id);
    }

    private PrintEventPapers Use(TestDatabase database, ICurrentUser user) => PaperPress.Use(database, user, _clock);

    private async Task<(Result<PrintEventPapers.Printed> Printed, string Text)> PrintAsync(TestDatabase database, ICurrentUser user, JobEventId jobEvent, IReadOnlyList<EventPaper> papers)
    {
        using var file = new MemoryStream();
        var printed = await Use(database, user).ExecuteAsync(jobEvent, papers, file, default);
        if (!printed.Done)
        {
            return (printed, "");
        }

        if (Environment.GetEnvironmentVariable("INTEGRATION_KEEP") is { Length: > 0 } keep)
        {
            await File.WriteAllBytesAsync(Path.Combine(keep, papers.Count + ".pdf"), file.ToArray());
        }

        using var pdf = PdfDocument.Open(file.ToArray());
        return (printed, string.Join(" ", pdf.GetPages().Select(page => ContentOrderTextExtractor.GetText(page))).ReplaceLineEndings(" "));
    }
}
