using Integration.Planning.Talks;
using Integration.Planning.Tours;

namespace Integration.Planning.Tests.Tours;

public sealed class TourCheckerTests
{
    // Two tours one after the other; Tigrinya is interpreted in the first by interpreter 0, in the second by interpreter 1. Persons 0 and 1 are a party, 5 speaks German.
    private static readonly TourProblem Problem = new()
    {
        People =
        [
            .. Enumerable.Range(0, 5).Select(i => new TourWalker { Key = $"{i}", Need = 60, Languages = ["ti", "ar"], NotInterpretedBy = i == 4 ? [2] : [], LeavesAt = 900, Wishes = i == 3 ? [new TourWish(0)] : [new TourWish(0), new TourWish(1)] }),
            new TourWalker { Key = "5", LeavesAt = 900, Wishes = [new TourWish(0), new TourWish(1)] },
        ],
        Tours = [Tour(600, 750), Tour(700, 730)],
        Interpreters = [Interpreter("ti"), Interpreter("ti"), Interpreter("ti"), Interpreter("ar"), Interpreter("ti") with { Working = [new TimeSpanOfDay(540, 605)] }, Interpreter("ti") with { Working = [new TimeSpanOfDay(480, 600)] }],
        Parties = [[0, 1]],
        Fixed = [new FixedWalk(5, 0, 0, 0)],
        Rules = new TourRules { InterpreterStretch = 120, InterpreterMost = 180 },
    };

    private static readonly TourPlan Good = new(
    [
        new PlannedGroup(0, 0, 0, [Walk(0), Walk(1), Walk(3), new PlannedWalk(5)], [new GroupInterpreter("ti", 0)]),
        new PlannedGroup(1, 0, 0, [Walk(2), Walk(4), new PlannedWalk(5)], [new GroupInterpreter("ti", 1)]),
    ]);

    [Fact]
    public void PlanThatKeepsTheRules_IsAccepted() => Assert.Empty(TourChecker.Check(Problem, Good));

    [Theory]
    [InlineData(TourBreachKind.Unknown)]
    [InlineData(TourBreachKind.Size)]
    [InlineData(TourBreachKind.Guides)]
    [InlineData(TourBreachKind.TooManyTours)]
    [InlineData(TourBreachKind.TwoAtOnce)]
    [InlineData(TourBreachKind.NotThere)]
    [InlineData(TourBreachKind.NotWished)]
    [InlineData(TourBreachKind.PartyApart)]
    [InlineData(TourBreachKind.Fixed)]
    [InlineData(TourBreachKind.Language)]
    [InlineData(TourBreachKind.OneEach)]
    [InlineData(TourBreachKind.InterpreterMissing)]
    [InlineData(TourBreachKind.InterpreterIdle)]
    [InlineData(TourBreachKind.InterpreterLanguage)]
    [InlineData(TourBreachKind.InterpreterRefused)]
    [InlineData(TourBreachKind.InterpreterTaken)]
    [InlineData(TourBreachKind.InterpreterTired)]
    public void PlanThatBreaksOneRule_IsRejected(TourBreachKind kind)
    {
        var (first, second) = (Good.Groups[0], Good.Groups[1]);
        TourPlan With(PlannedGroup one, PlannedGroup other) => new([one, other]);
        PlannedGroup Helped(PlannedGroup group, int interpreter) => group with { Interpreters = [new GroupInterpreter("ti", interpreter)] };
        var (problem, plan) = kind switch
        {
            TourBreachKind.Unknown => (Problem, With(first with { Start = 2 }, second)),
            TourBreachKind.Size => (Problem with { Tours = [Problem.Tours[0] with { Most = 3 }, Problem.Tours[1]] }, Good),
            // The second start of the second tour begins while its first is under way, and there is one guide.
            TourBreachKind.Guides => (Problem, new([first, second with { Walks = [new PlannedWalk(5)], Interpreters = [] }, second with { Start = 1, Walks = [Walk(2), Walk(4)] }])),
            TourBreachKind.TooManyTours => (Problem with { Rules = Problem.Rules with { ToursEach = 1 } }, Good),
            TourBreachKind.TwoAtOnce => (Problem with { Tours = [Problem.Tours[0], Problem.Tours[1] with { Starts = [new TourStart(659, 700, 760)] }] }, Good),
            TourBreachKind.NotThere => (Problem with { People = [.. Problem.People.Take(5), Problem.People[5] with { ArrivesAt = 601 }] }, Good),
            TourBreachKind.NotWished => (Problem, With(first with { Walks = [.. first.Walks.Where(walk => walk.Person != 3)] }, second with { Walks = [.. second.Walks, Walk(3)] })),
            TourBreachKind.PartyApart => (Problem, With(first with { Walks = [.. first.Walks.Where(walk => walk.Person != 1)] }, second with { Walks = [.. second.Walks, Walk(1)] })),
            TourBreachKind.Fixed => (Problem, With(first with { Walks = [.. first.Walks.Where(walk => walk.Person != 5)] }, second)),
            TourBreachKind.Language => (Problem, With(first with { Walks = [.. first.Walks.Where(walk => walk.Person != 5), new PlannedWalk(5, "ti")] }, second)),
            TourBreachKind.OneEach => (Problem, With(first with { Interpreters = [new GroupInterpreter("ti", 0), new GroupInterpreter("ti", 2)] }, second)),
            TourBreachKind.InterpreterMissing => (Problem, With(first with { Walks = [.. first.Walks.Select(walk => walk with { Language = null })], Interpreters = [] }, second)),
            TourBreachKind.InterpreterIdle => (Problem, With(first, second with { Walks = [Walk(2), new PlannedWalk(4), new PlannedWalk(5)] })),
            TourBreachKind.InterpreterLanguage => (Problem, With(Helped(first, 3), second)),
            TourBreachKind.InterpreterRefused => (Problem, With(first, Helped(second, 2))),
            TourBreachKind.InterpreterTaken => (Problem, With(Helped(first, 4), second)),
            _ => (Problem, With(Helped(first, 5), second)),
        };

        Assert.Equal([kind], TourChecker.Check(problem, plan).Select(breach => breach.Kind).Distinct());
    }

    private static GuidedTour Tour(int first, int second) => new() { Key = "", Starts = [new TourStart(first, first + 10, first + 60), new TourStart(second, second, second + 60)], Least = 1, Most = 6 };

    private static TalkInterpreter Interpreter(string language) => new() { Key = "", Languages = [language] };

    private static PlannedWalk Walk(int person) => new(person, "ti");
}
