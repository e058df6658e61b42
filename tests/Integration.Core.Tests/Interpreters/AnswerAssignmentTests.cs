using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Interpreters;
using Integration.Participants;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Interpreters;

public sealed class AnswerAssignmentTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Yes_Confirms_AndIsConfirmedByMail(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var id = await world.AssignedAsync(world.Task("ara"), await world.InterpreterAsync("ara"));
        var token = await world.RequestedAsync(id);
        Assert.DoesNotContain(token, (await world.ReadAsync(id)).AnswerTokenHash!, StringComparison.Ordinal);

        Assert.Equal(AssignmentState.Confirmed, (await world.AnswerAsync(token, accept: true)).Value);
        // The same button twice is no failure; the other answer is.
        Assert.Equal(AssignmentState.Confirmed, (await world.AnswerAsync(token, accept: true)).Value);
        Assert.Equal(InterpreterErrors.AlreadyAnswered, (await world.AnswerAsync(token, accept: false)).Error);

        Assert.Equal(AssignmentState.Confirmed, (await world.ReadAsync(id)).State);
        var mails = await world.MailsAsync();
        Assert.Equal(2, mails.Count);
        Assert.Contains("Eingang", mails[1].Body, StringComparison.Ordinal);
        Assert.Contains("Arabisch", mails[0].Body, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task AskedAgain_TheOlderLinkIsVoid(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var id = await world.AssignedAsync(world.Task("ara"), await world.InterpreterAsync("ara"));
        var older = await world.RequestedAsync(id);
        world.Clock.Advance(TimeSpan.FromHours(1));
        var newer = await world.RequestedAsync(id);

        Assert.Equal(InterpreterErrors.LinkVoid, (await world.AnswerAsync(older, accept: true)).Error);
        Assert.Equal(AssignmentState.Declined, (await world.AnswerAsync(newer, accept: false)).Value);
        Assert.Equal(InterpreterErrors.LinkVoid, (await world.AnswerAsync("", accept: true)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task TakenBack_OrOver_TheLinkIsUseless(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var interpreter = await world.InterpreterAsync("ara");
        var takenBack = await world.AssignedAsync(world.Task("ara"), interpreter);
        var first = await world.RequestedAsync(takenBack);
        Assert.True((await world.ChangeAsync(takenBack, AssignmentState.Cancelled)).Done);
        Assert.Equal(InterpreterErrors.AlreadyAnswered, (await world.AnswerAsync(first, accept: true)).Error);

        var late = await world.RequestedAsync(await world.AssignedAsync(world.Task("ara"), interpreter));
        world.Clock.SetUtcNow(new DateTimeOffset(world.Event.Date.ToDateTime(new TimeOnly(10, 30)), TimeSpan.Zero));
        Assert.Equal(InterpreterErrors.LinkVoid, (await world.AnswerAsync(late, accept: true)).Error);
        Assert.Equal(InterpreterErrors.LinkVoid, (await new AssignmentQueries(world.Database, world.User, world.Clock).ByLinkAsync(late, CancellationToken.None)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task YesAndNoAtTheSameMoment_OneCounts(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var id = await world.AssignedAsync(world.Task("ara"), await world.InterpreterAsync("ara"));
        var token = await world.RequestedAsync(id);
        var both = await Task.WhenAll(Task.Run(() => world.AnswerAsync(token, accept: true)), Task.Run(() => world.AnswerAsync(token, accept: false)));
        var won = Assert.Single(both, answer => answer.Done);
        Assert.Equal(won.Value, (await world.ReadAsync(id)).State);
        Assert.Equal(InterpreterErrors.AlreadyAnswered, both.Single(answer => !answer.Done).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WithoutAnAddress_TheAnswerIsTakenByTelephone(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var id = await world.AssignedAsync(world.Task("ara"), await world.InterpreterAsync("ara", i => i.Email = ""));
        Assert.Equal(InterpreterErrors.NoEmail, (await world.RequestAsync(id)).Error);
        Assert.True((await world.ChangeAsync(id, AssignmentState.Confirmed)).Done);
        Assert.Equal("Interpreter_Transition", (await world.ChangeAsync(id, AssignmentState.Done)).Error?.Code);
        Assert.Empty(await world.MailsAsync());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Interpreter_SeesOwnAssignmentsAlone_AndTheFirstNameOnlyAfterAYes(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var user = await world.Database.UserAsync(world.Organisation.Id, Role.Interpreter);
        var interpreter = await world.InterpreterAsync("ara", i => i.UserId = user.UserId);
        var person = await world.Database.ParticipantAsync(world.Organisation.Id, p => (p.FamilyName, p.GivenName) = ("Geheim", "Amina"));
        var id = await world.AssignedAsync(world.Task("ara", person: person.Id), interpreter);
        var own = new AssignmentQueries(world.Database, user.Asking(), world.Clock);
        Assert.Empty(await own.OwnAsync(CancellationToken.None));

        var token = await world.RequestedAsync(id);
        Assert.Equal("", Assert.Single(await own.OwnAsync(CancellationToken.None)).FirstName);
        await world.AnswerAsync(token, accept: true);
        var seen = Assert.Single(await own.OwnAsync(CancellationToken.None));
        Assert.Equal(("Amina", AssignmentState.Confirmed, false), (seen.FirstName, seen.State, seen.Over));
        Assert.DoesNotContain("Geheim", seen.ToString(), StringComparison.Ordinal);
        Assert.Equal("", (await own.ByLinkAsync(token, CancellationToken.None)).Value!.FirstName);

        var other = await world.Database.UserAsync(world.Organisation.Id, Role.Interpreter);
        Assert.Empty(await new AssignmentQueries(world.Database, other.Asking(), world.Clock).OwnAsync(CancellationToken.None));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Deployment_IsRecordedOnceItHasBegun_AndCanBeCorrected(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var id = await world.AssignedAsync(world.Task("ara"), await world.InterpreterAsync("ara"));
        var record = new RecordDeployment(world.Database, world.User, world.Clock);
        var form = new RecordDeployment.Form { WorkedFrom = InterpreterWorld.Time("09:05"), WorkedTo = InterpreterWorld.Time("11:00"), TravelKm = 24 };
        Assert.Equal("Interpreter_Transition", (await record.ExecuteAsync(id, form, CancellationToken.None)).Error?.Code);
        await world.ChangeAsync(id, AssignmentState.Confirmed);
        Assert.Equal(InterpreterErrors.TooEarly, (await record.ExecuteAsync(id, form, CancellationToken.None)).Error);

        world.Clock.Advance(TimeSpan.FromDays(28.5));
        Assert.True((await record.ExecuteAsync(id, form, CancellationToken.None)).Done);
        form.TravelKm = 30;
        Assert.True((await record.ExecuteAsync(id, form, CancellationToken.None)).Done);
        var done = await world.ReadAsync(id);
        Assert.Equal((AssignmentState.Done, 30, TimeSpan.FromMinutes(115)), (done.State, done.TravelKm, done.Worked!.Value.Length));
        form.TravelKm = -1;
        Assert.Equal("Interpreter_NumberImpossible", (await record.ExecuteAsync(id, form, CancellationToken.None)).Error?.Code);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Need_IsThatOfTheExpected_OfAllOrganisations_WithoutAName(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var other = await world.Database.OrganisationAsync();
        foreach (var organisation in new[] { world.Organisation.Id, other.Id })
        {
            for (var i = 0; i < 2; i++)
            {
                await world.Database.RegistrationAsync(await world.Database.ParticipantAsync(organisation, p => (p.FirstLanguage, p.SpokenGerman) = ("tir", LanguageLevel.A1)), world.Event);
            }
        }

        var fluent = await world.Database.ParticipantAsync(other.Id, p => (p.FirstLanguage, p.SpokenGerman) = ("pol", LanguageLevel.B2));
        await world.Database.RegistrationAsync(fluent, world.Event);
        var waiting = await world.Database.ParticipantAsync(other.Id, p => (p.FirstLanguage, p.SpokenGerman) = ("tir", LanguageLevel.A1));
        var registration = await world.Database.RegistrationAsync(waiting, world.Event);
        await using (var db = world.Database.CreateDbContext())
        {
            await db.Registrations.Where(r => r.Id == registration.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RegistrationState.Waiting));
        }

        var id = await world.AssignedAsync(world.Task("tir"), await world.InterpreterAsync("tir"));
        var queries = new EventInterpreterQueries(world.Database, world.User, new NeedSettings());
        var before = (await queries.OpenAsync(world.Event.Id, null, CancellationToken.None)).Value!;
        // Four with A1, four hours: 4 × 0.75 × 0.35 ÷ 3 × 1.1 × 1.25 = 0.48 → 1.
        var row = Assert.Single(before.Need);
        Assert.Equal((NeedForm.Pool, 4, 4.0, 1, 0, 1), (before.Form, row.People, row.Weight, row.Needed, row.Confirmed, row.Gap));

        await world.ChangeAsync(id, AssignmentState.Confirmed);
        var after = (await queries.OpenAsync(world.Event.Id, null, CancellationToken.None)).Value!;
        Assert.Equal((1, 0, false), (after.Need[0].Confirmed, after.Need[0].Gap, after.Need[0].PhoneFallback));
        var foreign = new EventInterpreterQueries(world.Database, TestUser.With(other.Id, Role.Organiser), new NeedSettings());
        Assert.Equal(Errors.NotFound, (await foreign.OpenAsync(world.Event.Id, null, CancellationToken.None)).Error);
    }
}
