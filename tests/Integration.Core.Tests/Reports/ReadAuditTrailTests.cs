using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Participants.Import;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Reports;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Reports;

public sealed class ReadAuditTrailTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static TheoryData<Role> RolesWithoutTheTrail => new(TestUser.RolesWithout(Permission.ReadAuditTrail));

    [Theory, MemberData(nameof(Providers))]
    public async Task Page_ShowsTheOwnTrailNewestFirst_AndReadingIsNoted(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var colleague = await database.UserAsync(organisation.Id, Role.CaseManager);
        var jobEvent = await database.JobEventAsync(organisation.Id);
        await NoteAsync(database, colleague.Asking(), AuditAct.Viewed, Guid.CreateVersion7());
        await NoteAsync(database, colleague.Asking(), AuditAct.Printed, Guid.CreateVersion7(), jobEvent);
        var foreign = await database.OrganisationAsync();
        await NoteAsync(database, TestUser.CaseManager(foreign.Id), AuditAct.Exported, Guid.CreateVersion7());
        var officer = TestUser.With(organisation.Id, Role.DataProtectionOfficer);

        var page = await ReadAsync(database, officer, new ReadAuditTrail.Filter());

        Assert.Equal(2, page.Total);
        Assert.Equal(
            [(2, colleague.DisplayName, AuditAct.Printed, jobEvent.Title), (1, colleague.DisplayName, AuditAct.Viewed, "")],
            page.Rows.Select(row => (row.Sequence, row.UserName, row.Act, row.EventTitle)));
        var read = (await ReadAsync(database, officer, new ReadAuditTrail.Filter { Act = AuditAct.AuditRead })).Rows;
        Assert.Equal(2, Assert.Single(read).Count);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Filters_NarrowByDayUserActAndRecord(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var one = await database.UserAsync(organisation.Id, Role.CaseManager);
        var two = await database.UserAsync(organisation.Id, Role.CaseManager);
        var record = Guid.CreateVersion7();
        await NoteAsync(database, one.Asking(), AuditAct.Viewed, record);
        _clock.Advance(TimeSpan.FromDays(1));
        await NoteAsync(database, two.Asking(), AuditAct.Changed, record);
        _clock.Advance(TimeSpan.FromDays(1));
        await NoteAsync(database, one.Asking(), AuditAct.Printed, Guid.CreateVersion7());
        var officer = TestUser.With(organisation.Id, Role.DataProtectionOfficer);
        var start = DateOnly.FromDateTime(Given.Start);
        async Task<IEnumerable<long>> Shown(ReadAuditTrail.Filter filter) =>
            (await ReadAsync(database, officer, filter)).Rows.Where(row => row.Act != AuditAct.AuditRead).Select(row => row.Sequence);

        Assert.Equal([3, 2], await Shown(new() { From = start.AddDays(1) }));
        Assert.Equal([2, 1], await Shown(new() { To = start.AddDays(1) }));
        Assert.Equal([2], await Shown(new() { From = start.AddDays(1), To = start.AddDays(1) }));
        Assert.Equal([3, 1], await Shown(new() { UserId = one.UserId }));
        Assert.Equal([2], await Shown(new() { Act = AuditAct.Changed }));
        Assert.Equal([2, 1], await Shown(new() { SubjectId = record }));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task CustomerNumber_FindsWhatWasDoneWithThePersonsRecordProfileAndConsent(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var foreign = await database.OrganisationAsync();
        var person = await database.ParticipantAsync(organisation.Id, p => p.CustomerNumber = "237D1");
        var other = await database.ParticipantAsync(organisation.Id);
        await database.ParticipantAsync(foreign.Id, p => p.CustomerNumber = "237D9");
        var user = TestUser.CaseManager(organisation.Id);
        var profile = await database.SaveAsync(new ShortProfile { ParticipantId = person.Id, OrganisationId = organisation.Id, WrittenBy = user.Id, ChangedAt = Given.Start });
        var consent = await database.SaveAsync(new Consent { ParticipantId = person.Id, OrganisationId = organisation.Id });
        await NoteAsync(database, user, AuditAct.Viewed, person.Id.Value);
        await NoteAsync(database, user, AuditAct.Viewed, other.Id.Value);
        await NoteAsync(database, user, AuditAct.Changed, profile.Id.Value);
        await NoteAsync(database, user, AuditAct.ConsentRecorded, consent.Id.Value);
        // Papers and files that name many people, and what was done with a record that is now part of this one.
        var merged = await database.ParticipantAsync(organisation.Id, p => p.MergedIntoId = person.Id);
        var print = await database.SaveAsync(new PrintRun { OrganisationId = organisation.Id, Items = [new() { ParticipantId = other.Id }, new() { ParticipantId = person.Id }] });
        var otherPrint = await database.SaveAsync(new PrintRun { OrganisationId = organisation.Id, Items = [new() { ParticipantId = other.Id }] });
        var import = await database.SaveAsync(new ImportBatch { OrganisationId = organisation.Id });
        await database.SaveAsync(new ImportRow { BatchId = import.Id, Row = 2, ParticipantId = person.Id });
        foreach (var subject in new[] { merged.Id.Value, print.Id.Value, otherPrint.Id.Value, import.Id.Value })
        {
            await NoteAsync(database, user, AuditAct.Printed, subject);
        }

        var officer = TestUser.With(organisation.Id, Role.DataProtectionOfficer);

        var page = await ReadAsync(database, officer, new() { CustomerNumber = " 237D1 " });
        Assert.Equal([8, 6, 5, 4, 3, 1], page.Rows.Select(row => row.Sequence));
        Assert.Equal(0, (await ReadAsync(database, officer, new() { CustomerNumber = "237D9" })).Total);
        Assert.Equal(0, (await ReadAsync(database, officer, new() { CustomerNumber = "gibt es nicht" })).Total);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Pages_FollowOneAnotherWithoutAGap(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        await using (var db = database.CreateDbContext())
        {
            for (var i = 0; i < ReadAuditTrail.PageSize + 3; i++)
            {
                db.Note(TestUser.CaseManager(organisation.Id), _clock, AuditAct.Viewed, "Participant", Guid.CreateVersion7());
            }

            await db.SaveChangesAsync();
        }

        var officer = TestUser.With(organisation.Id, Role.DataProtectionOfficer);
        var first = await ReadAsync(database, officer, new() { Act = AuditAct.Viewed });
        var second = await ReadAsync(database, officer, new() { Act = AuditAct.Viewed, Page = 2 });
        Assert.Equal((ReadAuditTrail.PageSize, 3), (first.Rows.Count, second.Rows.Count));
        Assert.Equal(Enumerable.Range(1, ReadAuditTrail.PageSize + 3).Select(n => (long)n).Reverse(), first.Rows.Concat(second.Rows).Select(row => row.Sequence));
    }

    [Theory, MemberData(nameof(RolesWithoutTheTrail))]
    public async Task RoleWithoutTheRight_IsRefusedAndNothingIsNoted(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var user = TestUser.With((await database.OrganisationAsync()).Id, role);
        Assert.Equal(Errors.Forbidden, (await new ReadAuditTrail(database, user, _clock).ExecuteAsync(new(), CancellationToken.None)).Error);
        await using var db = database.CreateDbContext();
        Assert.False(await db.AuditEntries.AnyAsync());
    }

    private async Task NoteAsync(TestDatabase database, ICurrentUser user, AuditAct act, Guid subject, JobEvent? jobEvent = null)
    {
        await using var db = database.CreateDbContext();
        db.Note(user, _clock, act, "Participant", subject, jobEvent?.Id);
        await db.SaveChangesAsync();
    }

    private async Task<ReadAuditTrail.Page> ReadAsync(TestDatabase database, ICurrentUser user, ReadAuditTrail.Filter filter) =>
        (await new ReadAuditTrail(database, user, _clock).ExecuteAsync(filter, CancellationToken.None)).Value!;
}
