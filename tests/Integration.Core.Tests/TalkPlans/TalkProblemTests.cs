using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Planning.Talks;
using Integration.Privacy;
using Integration.TalkPlans;
using Integration.Testing;
using Integration.Tours;
using Integration.Transport;

namespace Integration.Core.Tests.TalkPlans;

public sealed class TalkProblemTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Summary_CountsWhatTheRecordsTell(DatabaseProvider provider)
    {
        await using var world = await TalkPlanWorld.CreateAsync(4, provider);
        await world.WishAsync(0, 0);
        await world.WishAsync(1, 0, own: false);
        await world.WishAsync(1, 1, employer: false);
        await world.NeedsAsync(2, "tir");
        await world.InterpreterAsync("ara", state: AssignmentState.Requested);

        var summary = await world.SummaryAsync();

        Assert.Equal((4, 3, 1, 0), (summary.People, summary.Requests, summary.Mutual, summary.Offered));
        Assert.Equal((3, 3, 5, 0), (summary.Employers, summary.Tables, summary.Slots, summary.Interpreters));
        Assert.Equal([new TalkLanguage("tir", 1, 0, 0)], summary.Languages);
        Assert.Equal(
            [new TalkLack(TalkLackKind.LanguageWithoutInterpreter, 1, "tir"), new TalkLack(TalkLackKind.InterpretersUnconfirmed, 1), new TalkLack(TalkLackKind.PeopleWithoutRequest, 2)],
            summary.Missing);
    }

    [Fact]
    public async Task EmptyEvent_SaysEverythingThatIsMissing()
    {
        await using var world = await TalkPlanWorld.CreateAsync(0);
        var other = await world.Database.JobEventAsync(world.Event.OrganisationId);
        var plans = await world.Plans().OpenAsync(other.Id, default);
        Assert.Equal([TalkLackKind.NoTimes, TalkLackKind.NoTables, TalkLackKind.NoPeople, TalkLackKind.NoRequests], plans.Value!.Summary.Missing.Select(lack => lack.Kind));
    }

    [Fact]
    public async Task WhoDoesNotComeOrIsNotShown_IsNotPlanned()
    {
        await using var world = await TalkPlanWorld.CreateAsync(4);
        await world.WishAllAsync();
        await world.WithdrawAsync(0);
        await world.ChangeAsync<Registration>(r => r.Id == world.Registrations[1].Id, r => r.State = RegistrationState.Declined);
        await world.ChangeAsync<Registration>(r => r.Id == world.Registrations[2].Id, r => r.State = RegistrationState.Invited);

        var problem = (await ProblemAsync(world)).Problem;

        Assert.Equal(world.Releases[3].Chiffre, Assert.Single(problem.People).Key);
        Assert.Equal(3, problem.Requests.Count);
        Assert.Contains(new TalkLack(TalkLackKind.PeopleWithoutProfile, 1), (await world.SummaryAsync()).Missing);
    }

    [Fact]
    public async Task BusTourAndBreak_TakeTheirTimes()
    {
        await using var world = await TalkPlanWorld.CreateAsync(2);
        await world.WishAllAsync();
        var line = await world.Database.SaveAsync(new BusLine
        {
            JobEventId = world.Event.Id, Name = "1", Seats = 10, ArrivesAt = new TimeOnly(9, 20), LateByMinutes = 25, LeavesAt = new TimeOnly(10, 50), Stops = [new BusStop { Number = 1, Name = "Markt" }],
        });
        await world.Database.SaveAsync(new BusSeat { RegistrationId = world.Registrations[0].Id, LineId = line.Id, StopId = line.Stops[0].Id, Number = 1 });
        var tour = await world.Database.SaveAsync(new Tour
        {
            JobEventId = world.Event.Id, HostId = world.Companies[0].OrganisationId, Title = "Halle", MeetsAt = new TimeOnly(9, 45), StartsAt = new TimeOnly(9, 50), Minutes = 20, Groups = [new TourGroup { Number = 1 }],
        });
        await world.Database.SaveAsync(new TourSeat { TourId = tour.Id, RegistrationId = world.Registrations[1].Id, GroupId = tour.Groups[0].Id });
        var employer = world.Companies[2].OrganisationId;
        await world.ChangeAsync<TalkVenue>(v => v.EmployerId == employer, v => v.Closed = [new ClockSpan(new TimeOnly(10, 0), new TimeOnly(10, 31))]);

        var ground = await ProblemAsync(world);

        Assert.Equal([570, 590, 610, 630, 650], ground.Problem.Slots.Select(slot => slot.Start));
        TalkPerson Person(int i) => ground.Problem.People.Single(person => person.Key == world.Releases[i].Chiffre);
        Assert.Equal((585, 650), (Person(0).ArrivesAt, Person(0).LeavesAt));
        // The tour meets at 9:45, when the first talk is over, and ends at 10:10, when the third begins.
        Assert.Equal([1], Person(1).BusySlots);
        Assert.Equal([1, 2, 3], ground.Problem.Hosts[ground.Facts.Hosts.Select((host, i) => (host, i)).Single(row => row.host.Id == employer).i].ClosedSlots);
    }

    [Fact]
    public async Task NeedAndLanguages_FollowTheRulesOfInterpreting()
    {
        await using var world = await TalkPlanWorld.CreateAsync(4);
        await world.WishAllAsync();
        await world.NeedsAsync(0, "ukr", "rus");
        await world.NeedsAsync(1, "ukr");
        await world.NeedsAsync(2, "kmr", "ckb");
        await world.ChangeAsync<Integration.Participants.Participant>(p => p.Id == world.Releases[3].ParticipantId, p => (p.FirstLanguage, p.SpokenGerman) = ("ara", LanguageLevel.B1));
        await world.InterpreterAsync("rus");
        await world.InterpreterAsync("ckb");

        var problem = (await ProblemAsync(world)).Problem;
        TalkPerson Person(int i) => problem.People.Single(person => person.Key == world.Releases[i].Chiffre);

        Assert.Equal(["ukr", "rus"], Person(0).Languages);
        Assert.Equal(["ukr"], Person(1).Languages);
        Assert.Equal(["kmr"], Person(2).Languages);
        Assert.Empty(Person(3).Languages);
    }

    [Fact]
    public async Task RelativeDeclinedNameAndOtherGender_AreRuledOut()
    {
        await using var world = await TalkPlanWorld.CreateAsync(3);
        await world.WishAllAsync();
        foreach (var person in Enumerable.Range(0, 3))
        {
            await world.NeedsAsync(person, "ara");
        }

        var first = await world.InterpreterAsync("ara");
        var second = await world.InterpreterAsync("ara");
        await world.ChangeAsync<Interpreter>(i => i.Id == second.Id, i => (i.DisplayName, i.Gender) = ("Änne Zwei", Gender.Female));
        await world.Database.SaveAsync(new InterpreterConflict { ParticipantId = world.Releases[0].ParticipantId, InterpreterId = first.Id, Kind = ConflictKind.Related });
        await world.ChangeAsync<Integration.Participants.Participant>(p => p.Id == world.Releases[1].ParticipantId, p => p.Interpreter.Declined = ["änne ZWEI"]);
        await world.ChangeAsync<Integration.Participants.Participant>(p => p.Id == world.Releases[2].ParticipantId, p => p.Interpreter.PreferredGender = Gender.Female);

        var ground = await ProblemAsync(world);
        IEnumerable<InterpreterId> RuledOut(int i) => ground.Problem.People.Single(person => person.Key == world.Releases[i].Chiffre).NotInterpretedBy.Select(k => ground.Facts.Interpreters[k].Id);

        Assert.Equal([first.Id], RuledOut(0));
        Assert.Equal([second.Id], RuledOut(1));
        Assert.Equal([first.Id], RuledOut(2));
    }

    [Fact]
    public async Task Interpreters_AreThereWhenConfirmedAndWorkElsewhereOtherwise()
    {
        await using var world = await TalkPlanWorld.CreateAsync(1);
        var interpreter = await world.InterpreterAsync("ara", "09:00", "10:00");
        await world.AssignAsync(interpreter, "10:00", "10:30");
        await world.AssignAsync(interpreter, "12:00", "12:30");
        await world.AssignAsync(interpreter, "09:15", "09:45", kind: AssignmentKind.TourGroup);
        await world.AssignAsync(interpreter, "13:00", "13:30", AssignmentState.Requested);

        var problem = (await ProblemAsync(world)).Problem;

        Assert.Equal([(540, 630), (720, 750)], problem.Interpreters.Select(i => (i.From, i.Until)));
        Assert.All(problem.Interpreters, i => Assert.Equal([new TimeSpanOfDay(555, 585)], i.Working));
    }

    internal static async Task<TalkProblemOfEvent> ProblemAsync(TalkPlanWorld world, TalkSettings? settings = null, TalkLosses? losses = null)
    {
        await using var db = world.Database.CreateDbContext();
        var jobEvent = await db.EventToPlanAsync(world.Organiser, world.Event.Id, default);
        return await TalkProblemReader.ReadAsync(db, world.Clock, jobEvent!, settings ?? new TalkSettings(), losses ?? new TalkLosses(), [], default);
    }
}
