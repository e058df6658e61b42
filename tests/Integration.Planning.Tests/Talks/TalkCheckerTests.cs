using Integration.Planning.Talks;

namespace Integration.Planning.Tests.Talks;

public class TalkCheckerTests
{
    public static TheoryData<TalkBreachKind> Kinds => [.. Enum.GetValues<TalkBreachKind>()];

    [Fact]
    public void PlanThatKeepsEveryRule_IsAccepted()
    {
        Assert.Empty(TalkChecker.Check(HandMade.Problem, HandMade.Plan));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void OneRuleBroken_IsNamed(TalkBreachKind kind)
    {
        var broken = Breakings.Break(kind, HandMade.Problem, HandMade.Plan);
        Assert.NotNull(broken);
        Assert.Contains(kind, TalkChecker.Check(broken.Value.Problem, broken.Value.Plan).Select(breach => breach.Kind));
    }

    [Fact]
    public void WithoutTalks_OnlyWhatMustTakePlaceIsMissing()
    {
        Assert.Equal(
            [new TalkBreach(TalkBreachKind.RequiredMissing, 0), new TalkBreach(TalkBreachKind.FixedNotKept, 0, Interpreter: 0, Slot: 0), new TalkBreach(TalkBreachKind.FixedNotKept, 3, Slot: 1)],
            TalkChecker.Check(HandMade.Problem, TalkPlan.Empty));
    }

    [Theory]
    [InlineData(17, false)]
    [InlineData(18, true)]
    public void PauseShorterThanAsked_MakesOneStretch(int pause, bool broken)
    {
        // 10:00 to 10:13 and 10:30 to 10:43: seventeen minutes between them.
        var problem = HandMade.Problem with { Rules = HandMade.Problem.Rules with { InterpreterPause = pause, InterpreterStretch = 42 } };
        Assert.Equal(broken, TalkChecker.Check(problem, HandMade.Plan).Contains(new TalkBreach(TalkBreachKind.PauseMissing, Interpreter: 0, Slot: 0)));
    }

    [Fact]
    public void OtherWorkWithoutTalks_IsNotJudged()
    {
        var problem = HandMade.Problem with
        {
            Interpreters = [.. HandMade.Problem.Interpreters.Take(2), new TalkInterpreter { Key = "I2", Languages = ["tir"], Working = [new(480, 900)] }],
        };
        Assert.Empty(TalkChecker.Check(problem, HandMade.Plan));
    }

    [Fact]
    public void OtherWorkBesideTalks_CountsAsWork()
    {
        var problem = HandMade.Problem with
        {
            Interpreters = [HandMade.Problem.Interpreters[0], HandMade.Problem.Interpreters[1] with { Working = [new(604, 614)] }, HandMade.Problem.Interpreters[2]],
        };
        Assert.Equal([new TalkBreach(TalkBreachKind.PauseMissing, Interpreter: 1, Slot: 1)], TalkChecker.Check(problem, HandMade.Plan));
    }

    [Fact]
    public void GermanSpeakerWithSomebodyInNeed_SharesTheirLanguageOnlyWhereTheyStayTogether()
    {
        Assert.Contains(HandMade.Plan.Talks, talk => talk is { Request: 8, Language: "ukr" });
        var apart = HandMade.Problem with { Requests = [.. HandMade.Problem.Requests.Select((request, number) => number == 8 ? request with { People = [3] } : request)] };
        Assert.Equal(
            [TalkBreachKind.LanguageNotNeeded, TalkBreachKind.InterpreterNotNeeded],
            TalkChecker.Check(apart, HandMade.Plan).Select(breach => breach.Kind));
    }

    [Fact]
    public void Figures_AreThoseCountedByHand()
    {
        // A talk is worth 1, load 6, a room 12, a gap 24, somebody 72, a mutual talk 144: 3·144 + 12·1 + 5·72 − 2·24 − 3·12 − 2·6.
        Assert.Equal(
            new TalkScore(Held: 9, MutualHeld: 3, MutualMissed: 1, WithoutTalk: 1, Gaps: 2, MostGaps: 2, FewestGaps: 0, Walks: 3, MostLoad: 2, FewestLoad: 0, Value: 708),
            TalkScoring.Score(HandMade.Problem, HandMade.Plan));
    }

    [Fact]
    public void LongPause_IsOneGap()
    {
        var plan = new TalkPlan([new PlannedTalk(0, 0, 0, 0, "ukr"), new PlannedTalk(7, 4, 0, null, "rus")]);
        Assert.Equal(1, TalkScoring.Score(HandMade.Problem, plan).Gaps);
    }

    [Fact]
    public void AimLeftOut_CountsNothing()
    {
        var problem = HandMade.Problem with { Aims = new TalkAims { Order = [TalkAim.FullTables] } };
        Assert.Equal(12, TalkScoring.Score(problem, HandMade.Plan).Value);
    }
}
