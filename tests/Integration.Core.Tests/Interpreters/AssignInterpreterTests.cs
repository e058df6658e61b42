using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Participants;
using Integration.Privacy;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Interpreters;

public sealed class AssignInterpreterTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Possible_IsAssignedAndNoted(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var id = await world.AssignedAsync(world.Task("ukr"), await world.InterpreterAsync("ukr"));

        var assignment = await world.ReadAsync(id);
        Assert.Equal((AssignmentState.Proposed, "ukr", null), (assignment.State, assignment.Language, assignment.AnswerTokenHash));
        await using var db = world.Database.CreateDbContext();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Act == AuditAct.Created && e.SubjectKind == nameof(InterpreterAssignment) && e.SubjectId == id.Value));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task HardRules_Refuse(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var sorani = await world.InterpreterAsync("ckb");
        await RefusedAsync(AssignmentObstacle.WrongLanguage, world.Task("kmr"));
        await world.AssignedAsync(world.Task("ckb"), sorani);
        await RefusedAsync(AssignmentObstacle.Overlaps, world.Task("ckb", "10:00", "11:00"));
        var late = world.Task("ckb", "11:00", "12:00");
        late.LegallyBinding = true;
        await RefusedAsync(AssignmentObstacle.NotSworn, late);

        async Task RefusedAsync(AssignmentObstacle obstacle, AssignmentForm form)
        {
            var refused = await world.AssignAsync(form, sorani);
            Assert.Equal(("Interpreter_NotPossible", obstacle.Label()), (refused.Error!.Code, refused.Error.Arguments[0]));
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task RelativeOrDeclined_IsRefusedForThePerson_AlsoAfterAMerge_AndWarnedOfAtTheEvent(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var interpreter = await world.InterpreterAsync("ara");
        var person = await world.Database.ParticipantAsync(world.Organisation.Id);
        var merged = await world.Database.ParticipantAsync(world.Organisation.Id, p => p.MergedIntoId = person.Id);
        await world.Database.RegistrationAsync(person, world.Event);
        await world.Database.SaveAsync(new InterpreterConflict { ParticipantId = merged.Id, InterpreterId = interpreter.Id, Kind = ConflictKind.Related });

        var refused = await world.AssignAsync(world.Task("ara", person: person.Id), interpreter);
        Assert.Equal(AssignmentObstacle.NotForThisPerson.Label(), refused.Error?.Arguments[0]);
        var other = await world.Database.ParticipantAsync(world.Organisation.Id);
        var forOther = await world.AssignAsync(world.Task("ara", person: other.Id), interpreter);
        Assert.Contains(AssignmentWarning.ConflictAtEvent, forOther.Value!.Warnings);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WhoMustNotInterpret_IsChosenByNameOutOfTheOwnPool(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var interpreter = await world.InterpreterAsync("ara");
        var person = await world.Database.ParticipantAsync(world.Organisation.Id);
        var queries = new ConflictQueries(world.Database, TestUser.CaseManager(world.Organisation.Id));
        Assert.Equal([(interpreter.Id, (ConflictKind?)null)], (await queries.OfAsync(person.Id, default)).Value!.Select(choice => (choice.Id, choice.Kind)));

        await new RecordConflict(world.Database, TestUser.CaseManager(world.Organisation.Id), world.Clock).ExecuteAsync(person.Id, interpreter.Id, ConflictKind.Related, default);

        Assert.Equal(ConflictKind.Related, Assert.Single((await queries.OfAsync(person.Id, default)).Value!).Kind);
        var foreign = TestUser.CaseManager((await world.Database.OrganisationAsync()).Id);
        Assert.Equal(Errors.NotFound, (await new ConflictQueries(world.Database, foreign).OfAsync(person.Id, default)).Error);
        Assert.Equal(Errors.Forbidden, (await new ConflictQueries(world.Database, TestUser.With(world.Organisation.Id, Role.Organiser)).OfAsync(person.Id, default)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task PeopleToAssignFor_AreTheOwnOnesWithAPlace_AndNobodyForWhoSeesNoNames(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var person = await world.Database.ParticipantAsync(world.Organisation.Id, p => p.FirstLanguage = "ara");
        await world.Database.RegistrationAsync(person, world.Event);
        await world.Database.ParticipantAsync(world.Organisation.Id);
        Task<IReadOnlyList<AssignablePerson>> ReadAsync(ICurrentUser user) => new AssignmentQueries(world.Database, user, world.Clock).PeopleAsync(world.Event.Id, default);

        Assert.Equal([new AssignablePerson(person.Id, person.FullName, "ara")], await ReadAsync(TestUser.With(world.Organisation.Id, Role.Organiser, Role.CaseManager)));
        Assert.Empty(await ReadAsync(TestUser.With(world.Organisation.Id, Role.Organiser)));
        Assert.Empty(await ReadAsync(TestUser.CaseManager(world.Organisation.Id)));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ConflictOnRecord_IsNotedAndTakenBack_ByThePersonsOrganisationAlone(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var interpreter = await world.InterpreterAsync("ara");
        var person = await world.Database.ParticipantAsync(world.Organisation.Id);
        var record = new RecordConflict(world.Database, world.User, world.Clock);
        var foreign = new RecordConflict(world.Database, TestUser.CaseManager((await world.Database.OrganisationAsync()).Id), world.Clock);

        Assert.Equal(Errors.NotFound, (await foreign.ExecuteAsync(person.Id, interpreter.Id, ConflictKind.Declined, CancellationToken.None)).Error);
        Assert.True((await record.ExecuteAsync(person.Id, interpreter.Id, ConflictKind.Declined, CancellationToken.None)).Done);
        Assert.False((await world.AssignAsync(world.Task("ara", person: person.Id), interpreter)).Done);
        Assert.True((await record.ExecuteAsync(person.Id, interpreter.Id, null, CancellationToken.None)).Done);
        Assert.True((await world.AssignAsync(world.Task("ara", person: person.Id), interpreter)).Done);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task NameThatThePersonDeclined_IsRefused_HoweverItIsSpelled(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var interpreter = await world.InterpreterAsync("ara", i => i.DisplayName = "Yılmaz, Fátima");
        var person = await world.Database.ParticipantAsync(world.Organisation.Id, p => p.Interpreter = new InterpreterNeed { Declined = ["yilmaz fatima"] });
        Assert.Equal(AssignmentObstacle.NotForThisPerson.Label(), (await world.AssignAsync(world.Task("ara", person: person.Id), interpreter)).Error?.Arguments[0]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task NamedPerson_IsUnderstoodInTheirOwnLanguageOrOneTheyTicked(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var russian = await world.InterpreterAsync("rus");
        var ticked = await world.Database.ParticipantAsync(world.Organisation.Id, p => (p.FirstLanguage, p.Interpreter) = ("ukr", new InterpreterNeed { AcceptedBridges = ["rus"] }));
        var notTicked = await world.Database.ParticipantAsync(world.Organisation.Id, p => p.FirstLanguage = "ukr");

        Assert.Equal("Interpreter_NotPossible", (await world.AssignAsync(world.Task("rus", person: notTicked.Id), russian)).Error?.Code);
        Assert.Equal("Interpreter_NotPossible", (await world.AssignAsync(world.Task("ukr", person: notTicked.Id), russian)).Error?.Code);
        var made = await world.AssignedAsync(world.Task("ukr", person: ticked.Id), russian);
        Assert.Equal("rus", (await world.ReadAsync(made)).Language);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Foreign_IsNotFound_AndOtherRolesAreRefused(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var interpreter = await world.InterpreterAsync("ara");
        var other = await world.Database.OrganisationAsync();
        var stranger = await world.Database.ParticipantAsync(other.Id);
        Assert.Equal(Errors.NotFound, (await world.AssignAsync(world.Task("ara"), interpreter, TestUser.With(other.Id, Role.Organiser))).Error);
        Assert.Equal(Errors.NotFound, (await world.AssignAsync(world.Task("ara", person: stranger.Id), interpreter)).Error);
        foreach (var role in TestUser.RolesWithout(Permission.ManageInterpreters))
        {
            Assert.Equal(Errors.Forbidden, (await world.AssignAsync(world.Task("ara"), interpreter, TestUser.With(world.Organisation.Id, role))).Error);
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task EventOver_OrTimeOver_TakesNoAssignment(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var interpreter = await world.InterpreterAsync("ara");
        var cancelled = await world.Database.JobEventAsync(world.Organisation.Id, e => e.State = JobEventState.Cancelled);
        var form = world.Task("ara");
        form.JobEventId = cancelled.Id;
        Assert.Equal(InterpreterErrors.EventOver, (await world.AssignAsync(form, interpreter)).Error);
        world.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(InterpreterErrors.TimeOver, (await world.AssignAsync(world.Task("ara"), interpreter)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task AtTheSameMoment_OneOverlappingAssignmentIsMade(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var interpreter = await world.InterpreterAsync("ara");
        var all = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => world.AssignAsync(world.Task("ara"), interpreter))));

        Assert.Single(all, made => made.Done);
        Assert.All(all.Where(made => !made.Done), made => Assert.Equal(AssignmentObstacle.Overlaps.Label(), made.Error!.Arguments[0]));
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(1, await db.InterpreterAssignments.CountAsync());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Proposals_BestFirst_ExcludedLastWithTheReason_OtherLanguagesNotAtAll(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var standard = await world.InterpreterAsync("ara", i => i.DisplayName = "A. Standard");
        var levantine = await world.InterpreterAsync("apc", i => i.DisplayName = "B. Levante");
        var busy = await world.InterpreterAsync("apc", i => i.DisplayName = "C. Verplant");
        await world.InterpreterAsync("tur");
        await world.InterpreterAsync("apc", i => i.Active = false);
        await world.AssignedAsync(world.Task("apc"), busy);

        var proposed = await new ProposeInterpreters(world.Database, world.User, world.Clock, world.Codes).ExecuteAsync(world.Task("apc"), CancellationToken.None);

        Assert.Equal([levantine.Id, standard.Id, busy.Id], proposed.Value!.Select(proposal => proposal.Id));
        Assert.Equal([AssignmentObstacle.Overlaps], proposed.Value![2].Judgement.Obstacles);
        Assert.Contains(AssignmentReason.MutualLanguage, proposed.Value[1].Judgement.Reasons);
    }
}
