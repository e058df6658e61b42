using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Interpreters;
using Integration.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Documents;

public sealed class InterpreterPapersTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Plan_SaysWhoIsWhereInTheOrderOfTheClockAndWhatIsNotCertain(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (user, jobEvent) = await WorldAsync(database);
        var rana = await InterpreterAsync(database, user, "Rana Haddad", "0591 700 11");
        await TaskAsync(database, jobEvent, rana, new(11, 30), new(12, 15), AssignmentState.Requested, "Gruppe 3");
        await TaskAsync(database, jobEvent, rana, new(9, 0), new(10, 0), AssignmentState.Confirmed, "Einlass", "ukr");
        await TaskAsync(database, jobEvent, rana, new(10, 0), new(11, 10), AssignmentState.Confirmed, "Stand 7");
        await TaskAsync(database, jobEvent, rana, new(12, 30), new(13, 0), AssignmentState.Declined, "Abgesagtes");
        var boris = await InterpreterAsync(database, user, "Boris Bilyk", "");
        await TaskAsync(database, jobEvent, boris, new(9, 0), new(12, 30), AssignmentState.Proposed, "Bühne");

        var plan = Assert.Single(await PaperPress.PagesAsync(database, user, _clock, jobEvent.Id, EventPaper.InterpreterPlan));

        PaperPress.AssertInOrder(
            plan, "Einsatzplan Sprachmittlung", "2 Personen, 4 Aufgaben", "Boris Bilyk", "09:00–12:30: mehr als 3 Stunden ohne Pause", "Bühne", "noch nicht angefragt",
            "Rana Haddad", "0591 700 11", "09:00–11:10: mehr als 2 Stunden ohne Pause", "Einlass", "Ukrainisch", "bestätigt", "Stand 7", "Arabisch", "Foyer",
            "11:10–11:30", "Pause, 20 Minuten", "Gruppe 3", "nicht bestätigt");
        Assert.DoesNotContain("Abgesagtes", plan);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task DeploymentRecords_AreForThoseWhoSaidYes_OneSheetToKeepAndOneToSign(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (user, jobEvent) = await WorldAsync(database);
        var rana = await InterpreterAsync(database, user, "Rana Haddad", "0591 700 11");
        await TaskAsync(database, jobEvent, rana, new(9, 0), new(10, 0), AssignmentState.Confirmed, "Einlass");
        await TaskAsync(database, jobEvent, rana, new(10, 30), new(11, 0), AssignmentState.Done, "Stand 7", workedTo: new(11, 12));
        await TaskAsync(database, jobEvent, rana, new(12, 0), new(12, 30), AssignmentState.Requested, "Offenes");
        var boris = await InterpreterAsync(database, user, "Boris Bilyk", "");
        await TaskAsync(database, jobEvent, boris, new(9, 0), new(10, 0), AssignmentState.Requested, "Bühne");
        var guest = await database.ParticipantAsync(user.OrganisationId, p => p.GivenName = "Amina");
        await database.RegistrationAsync(guest, jobEvent);

        var pages = await PaperPress.PagesAsync(database, user, _clock, jobEvent.Id, EventPaper.DeploymentRecords);

        Assert.Equal(2, pages.Count);
        PaperPress.AssertInOrder(
            pages[0], "Zum Behalten", "Rana Haddad", jobEvent.Title, "Vielen Dank für Ihre Zusage", "09:00–10:00", "Einlass", "10:30–11:00", "Stand 7", "Bitte bringen Sie mit",
            "So arbeiten wir", "Verwandte", "keinen Grund nennen", "15 Minuten Pause", "beeidigte", "Verschwiegenheit");
        PaperPress.AssertInOrder(
            pages[1], "unterschrieben zurückgeben", "Einsatzbestätigung", "Rana Haddad", "Tatsächlich von", "09:00–10:00", "10:30–11:00", "10:30", "11:12", "Kilometer", "Fahrtkosten",
            "Unterschrift Sprachmittlung", "Unterschrift für", "Zur Abrechnung");
        Assert.All(pages, page => Assert.All(["Offenes", "Bilyk", "Amina"], word => Assert.DoesNotContain(word, page)));
    }

    [Fact]
    public async Task EventWithoutInterpreters_HasNeitherPlanNorRecords()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (user, jobEvent) = await WorldAsync(database);
        using var file = new MemoryStream();

        var printed = await PaperPress.Use(database, user, _clock).ExecuteAsync(jobEvent.Id, [EventPaper.InterpreterPlan, EventPaper.DeploymentRecords], file, default);

        Assert.Equal(DocumentErrors.NoPapers, printed.Error);
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public void Pack_HasEveryPaperButWhatNeedsThatSomebodyWasThere() =>
        Assert.Equal(
            Enum.GetValues<EventPaper>().Except([EventPaper.Certificates, EventPaper.TravelConfirmations]).Order(),
            PrintEventPapers.Pack.Order());

    private static async Task<(FixedUser User, JobEvent Event)> WorldAsync(TestDatabase database)
    {
        var organisation = await database.OrganisationAsync();
        return (TestUser.With(organisation.Id, Role.Organiser), await database.JobEventAsync(organisation.Id));
    }

    private static Task<Interpreter> InterpreterAsync(TestDatabase database, FixedUser user, string name, string phone) =>
        database.SaveAsync(new Interpreter { OrganisationId = user.OrganisationId, DisplayName = name, Phone = phone });

    private static Task<InterpreterAssignment> TaskAsync(
        TestDatabase database, JobEvent jobEvent, Interpreter interpreter, TimeOnly from, TimeOnly to, AssignmentState state, string task, string language = "ara", TimeOnly? workedTo = null) =>
        database.SaveAsync(new InterpreterAssignment
        {
            OrganisationId = jobEvent.OrganisationId, JobEventId = jobEvent.Id, InterpreterId = interpreter.Id, Day = jobEvent.Date, StartsAt = from, EndsAt = to, State = state, Task = task,
            Language = language, Place = "Foyer", WorkedFrom = workedTo is null ? null : from, WorkedTo = workedTo,
        });
}
