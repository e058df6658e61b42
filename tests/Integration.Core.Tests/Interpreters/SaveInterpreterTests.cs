using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Interpreters;
using Integration.Testing;

namespace Integration.Core.Tests.Interpreters;

public sealed class SaveInterpreterTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task SavedReadAndChanged_IsTheSame(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var queries = new InterpreterQueries(world.Database, world.User);
        var form = Form();
        var saved = await SaveAsync(world, form);
        Assert.True(saved.Done, saved.Error?.Code);

        var read = (await queries.FindAsync(saved.Value, CancellationToken.None)).Value!;
        Assert.Equal(JsonColumn.Write(form.Languages), JsonColumn.Write(read.Languages));
        Assert.Equal(form.Availability, read.Availability);
        Assert.Equal((form.Conditions, form.PledgeOn, form.MaxKm, form.Qualification), (read.Conditions, read.PledgeOn, read.MaxKm, read.Qualification));

        var older = (await queries.FindAsync(saved.Value, CancellationToken.None)).Value!;
        read.Municipality = "Lingen (Ems)";
        Assert.True((await SaveAsync(world, read)).Done);
        Assert.Equal(Errors.Conflict, (await SaveAsync(world, older)).Error);
        Assert.Equal("Lingen (Ems)", Assert.Single(await queries.ListAsync("lük", "acm", CancellationToken.None)).Municipality);
        Assert.Empty(await queries.ListAsync("", "ckb", CancellationToken.None));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WrongForm_SaysWhatIsWrong(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        await WrongAsync("Required", form => form.DisplayName = " ");
        await WrongAsync("Interpreter_LanguageMissing", form => form.Languages = []);
        await WrongAsync("Interpreter_LanguageUnknown", form => form.Languages[0].Code = "deu");
        await WrongAsync("Interpreter_LanguageUnknown", form => form.Languages.Add(new InterpreterLanguage { Code = "ara" }));
        await WrongAsync("Interpreter_EmailInvalid", form => form.Email = "niemand");
        await WrongAsync("Interpreter_NumberImpossible", form => form.MaxHoursPerDay = 0);
        await WrongAsync("TooLong", form => form.Conditions = new string('x', Interpreter.ConditionsMaxLength + 1));
        await WrongAsync("Interpreter_UserUnknown", form => form.UserId = UserId.New());

        async Task WrongAsync(string code, Action<SaveInterpreter.Form> change)
        {
            var form = Form();
            change(form);
            Assert.Equal(code, (await SaveAsync(world, form)).Error?.Code);
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task OneUser_IsOneInterpreter(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var user = await world.Database.UserAsync(world.Organisation.Id, Role.Interpreter);
        var (first, second) = (Form(), Form());
        (first.UserId, second.UserId) = (user.UserId, user.UserId);
        Assert.True((await SaveAsync(world, first)).Done);
        Assert.Equal(InterpreterErrors.UserUnknown, (await SaveAsync(world, second)).Error);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ForeignPool_IsNotFound_OtherRolesAreRefused(DatabaseProvider provider)
    {
        await using var world = await InterpreterWorld.CreateAsync(provider);
        var interpreter = await world.InterpreterAsync("ara");
        var foreign = TestUser.With((await world.Database.OrganisationAsync()).Id, Role.Organiser);
        Assert.Equal(Errors.NotFound, (await new InterpreterQueries(world.Database, foreign).FindAsync(interpreter.Id, CancellationToken.None)).Error);
        Assert.Empty(await new InterpreterQueries(world.Database, foreign).ListAsync("", "", CancellationToken.None));
        var form = (await new InterpreterQueries(world.Database, world.User).FindAsync(interpreter.Id, CancellationToken.None)).Value!;
        Assert.Equal(Errors.NotFound, (await SaveAsync(world, form, foreign)).Error);
        foreach (var role in TestUser.RolesWithout(Permission.ManageInterpreters))
        {
            var user = TestUser.With(world.Organisation.Id, role);
            Assert.Equal(Errors.Forbidden, (await SaveAsync(world, form, user)).Error);
            Assert.Empty(await new InterpreterQueries(world.Database, user).ListAsync("", "", CancellationToken.None));
            Assert.Empty(await new InterpreterQueries(world.Database, user).ColleaguesAsync(CancellationToken.None));
        }
    }

    private static Task<Result<InterpreterId>> SaveAsync(InterpreterWorld world, SaveInterpreter.Form form, ICurrentUser? user = null) =>
        new SaveInterpreter(world.Database, user ?? world.User, world.Clock, world.Codes).ExecuteAsync(form, CancellationToken.None);

    private static SaveInterpreter.Form Form() => new()
    {
        DisplayName = "Samira Lüken",
        Email = "samira@example.org",
        Languages = [new InterpreterLanguage { Code = "ara", Modes = [InterpretingMode.Consecutive, InterpretingMode.Whispered], ReadsScript = true }, new InterpreterLanguage { Code = "fra", Direction = InterpretingDirection.IntoGerman }],
        Qualification = InterpreterQualification.Sprint,
        Availability = [new WeeklyTime(DayOfWeek.Monday, DayPart.Morning), new WeeklyTime(DayOfWeek.Friday, DayPart.Evening)],
        Exceptions = [new ExceptionDay { Day = new DateOnly(2027, 3, 5) }],
        Conditions = "25 € je Stunde, Fahrt 0,30 €/km",
        PledgeOn = new DateOnly(2026, 5, 1),
        MaxKm = 40,
    };
}
