using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Printing;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Documents;

public sealed class SeriesLeafletTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutEvents => new(TestUser.RolesWithout(Permission.ViewEvents));

    [Theory, MemberData(nameof(Providers))]
    public async Task Leaflet_NamesPatronEventsAndWorkingGroup_AndNoIdea(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var lead = await database.OrganisationAsync(o => o.Name = "Landkreis Emsland");
        var chair = await database.OrganisationAsync(o => o.Name = "Volkshochschule Meppen");
        var member = await database.OrganisationAsync(o => o.Name = "Agentur für Arbeit Nordhorn");
        var series = await database.SaveAsync(new EventSeries
        {
            OrganisationId = lead.Id, Key = "kreis", Title = "Gemeinsam in Arbeit", Patron = "Landrat Muster", WorkingGroup = "Arbeitsgruppe Zuwanderung", Description = "Vier Abende.\nKommen Sie vorbei.",
            Members = [new SeriesMember { OrganisationId = member.Id }, new SeriesMember { OrganisationId = chair.Id, Role = WorkingGroupRole.Chair }],
        });
        await database.JobEventAsync(lead.Id, e => (e.SeriesId, e.Title, e.Date, e.FundingNote) = (series.Id, "Zweiter Abend", e.Date.AddDays(7), "Kofinanziert von der EU"));
        var first = await database.JobEventAsync(lead.Id, e => (e.SeriesId, e.Title, e.Audiences, e.FundingNote) = (series.Id, "Erster Abend", [Audience.Employers, Audience.VolunteerHelpers], "Kofinanziert von der EU"));
        await database.JobEventAsync(lead.Id, e => (e.SeriesId, e.Title, e.Date, e.State) = (series.Id, "Abgesagter Abend", e.Date.AddDays(14), JobEventState.Cancelled));
        await database.JobEventAsync(lead.Id, e => (e.SeriesId, e.Title, e.State) = (series.Id, "Nur eine Idee", JobEventState.Idea));

        var (printed, text) = await PrintAsync(database, TestUser.With(lead.Id, Role.Organiser), series.Id);

        Assert.Equal("reihe-kreis.pdf", printed.Value!.FileName);
        PaperPress.AssertInOrder(
            text, "Landkreis Emsland", "Gemeinsam in Arbeit", "Schirmherrschaft: Landrat Muster", "Vier Abende.", "Kommen Sie vorbei.", $"{first.Date:dd.MM.yyyy}", "Erster Abend", "Zweiter Abend", "Abgesagter Abend",
            "Arbeitsgruppe Zuwanderung", "Landkreis Emsland (Leitung)", "Volkshochschule Meppen (Vorsitz)", "Agentur für Arbeit Nordhorn", "Kofinanziert von der EU");
        Assert.All(["09:00–13:00 Uhr", "Rathaus", "fällt aus", Audience.Employers.Label(new("de-DE")), "Stand: 01.02.2027"], word => Assert.Contains(word, text));
        Assert.Equal(2, text.Split("Kofinanziert von der EU").Length);
        Assert.DoesNotContain("Idee", text);
        await using var db = database.CreateDbContext();
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.Printed, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SeriesOfIdeas_IsNotPrinted()
    {
        await using var database = await TestDatabase.CreateAsync();
        var lead = await database.OrganisationAsync();
        var series = await database.SaveAsync(new EventSeries { OrganisationId = lead.Id, Key = "kreis", Title = "Kreis" });
        await database.JobEventAsync(lead.Id, e => (e.SeriesId, e.State) = (series.Id, JobEventState.Idea));
        var user = TestUser.With(lead.Id, Role.Organiser);

        Assert.Equal(DocumentErrors.SeriesEmpty, (await PrintAsync(database, user, series.Id)).Printed.Error);
        Assert.Equal(Errors.NotFound, (await PrintAsync(database, user, EventSeriesId.New())).Printed.Error);
    }

    [Theory, MemberData(nameof(RolesWithoutEvents))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var lead = await database.OrganisationAsync();
        var series = await database.SaveAsync(new EventSeries { OrganisationId = lead.Id, Key = "kreis", Title = "Kreis" });
        await database.JobEventAsync(lead.Id, e => e.SeriesId = series.Id);

        Assert.Equal(Errors.Forbidden, (await PrintAsync(database, TestUser.With(lead.Id, role), series.Id)).Printed.Error);
    }

    private async Task<(Result<PrintEventPapers.Printed> Printed, string Text)> PrintAsync(TestDatabase database, ICurrentUser user, EventSeriesId series)
    {
        using var file = new MemoryStream();
        var printed = await new PrintSeriesLeaflet(database, user, _clock, new CodeCatalogSource(database, _clock), HarfBuzzPdfEngine.Shared).ExecuteAsync(series, file, default);
        return (printed, printed.Done ? string.Join(' ', await PaperPress.ReadAsync(file, "series")) : "");
    }
}
