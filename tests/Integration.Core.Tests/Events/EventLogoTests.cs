using Integration.Access;
using Integration.Common;
using Integration.Core.Tests.Documents;
using Integration.Data;
using Integration.Documents;
using Integration.Door;
using Integration.Events;
using Integration.Lifecycle;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using UglyToad.PdfPig;

namespace Integration.Core.Tests.Events;

public sealed class EventLogoTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutEvents => new(TestUser.RolesWithout(Permission.EditEvents));

    [Theory, MemberData(nameof(Providers))]
    public async Task Logos_StandInTheOrderOfTheBarUntilTheyAreTakenAway(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (user, jobEvent) = await WorldAsync(database);
        var funding = await SaveAsync(database, user, jobEvent, new() { Kind = LogoKind.Funding, AlternativeText = " Europäische Union ", Image = StandTests.Png(40, 10) });
        await SaveAsync(database, user, jobEvent, new() { Kind = LogoKind.Host, AlternativeText = "Landkreis", Image = StandTests.Png(10, 10) });
        await SaveAsync(database, user, jobEvent, new() { Kind = LogoKind.Host, AlternativeText = "Jobcenter", Image = StandTests.Png(10, 10) });
        var queries = new EventLogoQueries(database, user);

        var logos = await queries.ListAsync(jobEvent.Id, default);

        Assert.Equal([("Landkreis", 1), ("Jobcenter", 2), ("Europäische Union", 1)], logos.Select(logo => (logo.AlternativeText, logo.Number)));
        Assert.Equal("image/png", (await queries.ImageAsync(jobEvent.Id, funding.Value, default)).Value!.MediaType);
        Assert.True((await SaveAsync(database, user, jobEvent, new() { Id = logos[1].Id, Version = logos[1].Version, AlternativeText = "Jobcenter Emsland", Number = 1, Kind = LogoKind.CoHost })).Done);
        Assert.Equal(Errors.Conflict, (await SaveAsync(database, user, jobEvent, new() { Id = logos[1].Id, Version = logos[1].Version, AlternativeText = "Zu spät" })).Error);
        Assert.True((await new RemoveEventLogo(database, user, _clock).ExecuteAsync(funding.Value, default)).Done);
        Assert.Equal([(LogoKind.Host, "Landkreis"), (LogoKind.CoHost, "Jobcenter Emsland")], (await queries.ListAsync(jobEvent.Id, default)).Select(logo => (logo.Kind, logo.AlternativeText)));
    }

    [Fact]
    public async Task WrongLogo_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (user, jobEvent) = await WorldAsync(database);
        async Task<Error?> Refused(string alt, byte[]? bytes) => (await SaveAsync(database, user, jobEvent, new() { AlternativeText = alt, Image = bytes })).Error;

        Assert.Equal("Required", (await Refused(" ", StandTests.Png(2, 2)))?.Code);
        Assert.Equal("TooLong", (await Refused(new string('a', EventLogo.AltMaxLength + 1), StandTests.Png(2, 2)))?.Code);
        Assert.Equal(EventErrors.NoPicture, await Refused("Wappen", null));
        Assert.Equal(EventErrors.NoPicture, await Refused("Wappen", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()));
        Assert.Equal(EventErrors.NoPicture, await Refused("Wappen", StandTests.Png(2, 2, claimed: 60_000)));
        Assert.Equal(EventErrors.LogoTooLarge, await Refused("Wappen", new byte[EventLogo.MaxBytes + 1]));
        for (var i = 0; i < EventLogo.Most; i++)
        {
            Assert.Null(await Refused("Wappen", StandTests.Png(2, 2)));
        }

        Assert.Equal(EventErrors.TooManyLogos, await Refused("Wappen", StandTests.Png(2, 2)));
    }

    [Fact]
    public async Task ForeignEventsLogo_IsNotFound()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (user, jobEvent) = await WorldAsync(database);
        var logo = (await SaveAsync(database, user, jobEvent, new() { AlternativeText = "Wappen", Image = StandTests.Png(2, 2) })).Value;
        var stranger = TestUser.With((await database.OrganisationAsync()).Id, Role.Organiser);
        var elsewhere = await database.JobEventAsync(user.OrganisationId);

        Assert.Equal(Errors.NotFound, (await SaveAsync(database, stranger, jobEvent, new() { AlternativeText = "Wappen", Image = StandTests.Png(2, 2) })).Error);
        Assert.Equal(Errors.NotFound, (await new RemoveEventLogo(database, stranger, _clock).ExecuteAsync(logo, default)).Error);
        Assert.Empty(await new EventLogoQueries(database, stranger).ListAsync(jobEvent.Id, default));
        Assert.Equal(Errors.NotFound, (await new EventLogoQueries(database, user).ImageAsync(elsewhere.Id, logo, default)).Error);
        Assert.Equal(Errors.NotFound, (await new EventLogoQueries(database, TestUser.With(user.OrganisationId, Role.EmployerContact)).ImageAsync(jobEvent.Id, logo, default)).Error);
    }

    [Theory, MemberData(nameof(RolesWithoutEvents))]
    public async Task RoleWithoutTheRight_IsRefused(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (user, jobEvent) = await WorldAsync(database);
        var logo = (await SaveAsync(database, user, jobEvent, new() { AlternativeText = "Wappen", Image = StandTests.Png(2, 2) })).Value;
        var other = TestUser.With(user.OrganisationId, role);

        Assert.Equal(Errors.Forbidden, (await SaveAsync(database, other, jobEvent, new() { AlternativeText = "Wappen", Image = StandTests.Png(2, 2) })).Error);
        Assert.Equal(Errors.Forbidden, (await new RemoveEventLogo(database, other, _clock).ExecuteAsync(logo, default)).Error);
    }

    [Fact]
    public async Task Bar_StandsAtTheFootOfProgrammeAndCertificate_HostsBeforeFunding()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (user, jobEvent) = await WorldAsync(database);
        await database.SaveAsync(new ProgrammeItem { JobEventId = jobEvent.Id, Title = "Begrüßung", StartsAt = jobEvent.StartsAt, EndsAt = jobEvent.EndsAt });
        var registration = await database.RegistrationAsync(await database.ParticipantAsync(user.OrganisationId), jobEvent);
        await database.SaveAsync(new Attendance { RegistrationId = registration.Id, JobEventId = jobEvent.Id, State = AttendanceState.Present, InAt = Given.Start });
        await SaveAsync(database, user, jobEvent, new() { Kind = LogoKind.Funding, AlternativeText = "Europäische Union", Image = StandTests.Png(40, 10) });
        await SaveAsync(database, user, jobEvent, new() { Kind = LogoKind.Host, AlternativeText = "Landkreis", Image = StandTests.Png(10, 10) });

        using var file = new MemoryStream();
        await PaperPress.Use(database, user, _clock).ExecuteAsync(jobEvent.Id, [EventPaper.Programme, EventPaper.Certificates], file, default);
        await PaperPress.ReadAsync(file, "logos");

        using var pdf = PdfDocument.Open(file.ToArray());
        Assert.Equal(2, pdf.NumberOfPages);
        Assert.All(pdf.GetPages(), page =>
        {
            var bar = page.GetImages().Select(image => image.BoundingBox).OrderBy(box => box.Left).ToList();
            Assert.Equal(2, bar.Count);
            Assert.All(bar, box => Assert.InRange(box.Top, 0, page.Height / 4));
            // The square one is the host's, the wide one that of whoever pays.
            Assert.Equal([1.0, 4.0], bar.Select(box => Math.Round(box.Width / box.Height, 1)));
        });
    }

    [Theory]
    [InlineData(true, new[] { "Landkreis", "Volkshochschule", "Europäische Union" })]
    [InlineData(false, new[] { "Landkreis", "Europäische Union" })]
    public async Task NextEdition_KeepsTheLogos_ThoseOfCoHostsOnlyWithTheHosts(bool hosts, string[] kept)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (user, jobEvent) = await WorldAsync(database);
        foreach (var (kind, name) in new[] { (LogoKind.Funding, "Europäische Union"), (LogoKind.Host, "Landkreis"), (LogoKind.CoHost, "Volkshochschule") })
        {
            await SaveAsync(database, user, jobEvent, new() { Kind = kind, AlternativeText = name, Image = StandTests.Png(4, 2) });
        }

        var form = CopyForm.Of(jobEvent);
        form.Date = jobEvent.Date.AddDays(30);
        form.Parts = hosts ? form.Parts : [.. form.Parts.Except([CopyPart.Hosts])];
        var copy = await new CopyEvent(database, user, _clock).ExecuteAsync(jobEvent.Id, form, default);

        Assert.Equal(kept, (await new EventLogoQueries(database, user).ListAsync(copy.Value, default)).Select(logo => logo.AlternativeText));
        await using var db = database.CreateDbContext();
        Assert.All(await db.EventLogos.ToListAsync(TestContext.Current.CancellationToken), logo => Assert.Equal((4, 2, "image/png"), (logo.PixelWidth, logo.PixelHeight, logo.MediaType)));
    }

    private static async Task<(FixedUser User, JobEvent Event)> WorldAsync(TestDatabase database)
    {
        var organisation = await database.OrganisationAsync();
        return (TestUser.With(organisation.Id, Role.Organiser), await database.JobEventAsync(organisation.Id));
    }

    private Task<Result<EventLogoId>> SaveAsync(TestDatabase database, ICurrentUser user, JobEvent jobEvent, SaveEventLogo.Form form) =>
        new SaveEventLogo(database, user, _clock).ExecuteAsync(jobEvent.Id, form, default);
}
