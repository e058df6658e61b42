using System.Text.Json;
using Integration.Planning.Talks;
using Integration.Planning.Talks.Format;

namespace Integration.Planning.Tests.Talks;

public class TalkFormatTests
{
    [Fact]
    public void ProblemWrittenAndRead_IsTheSame()
    {
        Assert.Equal(JsonSerializer.Serialize(HandMade.Problem), JsonSerializer.Serialize(Read(Text(HandMade.Problem))));
    }

    [Fact]
    public void RandomProblems_AreTheSame()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = TinyProblems.Make(seed);
            Assert.Equal(JsonSerializer.Serialize(problem), JsonSerializer.Serialize(Read(Text(problem))));
        }
    }

    [Fact]
    public void OneThingChanged_IsAnotherText()
    {
        // The comparison above would see a lost rule.
        var text = Text(HandMade.Problem);
        Assert.NotEqual(text, Text(HandMade.Problem with { Rules = HandMade.Problem.Rules with { GapSpread = null } }));
        Assert.NotEqual(JsonSerializer.Serialize(HandMade.Problem), JsonSerializer.Serialize(Read(text.Replace("gap-spread=2", "gap-spread=any", StringComparison.Ordinal))));
    }

    [Fact]
    public void PlanWrittenAndRead_IsTheSame()
    {
        using var writer = new StringWriter();
        TalkFormat.Write(writer, HandMade.Problem, HandMade.Plan);
        Assert.Equal(HandMade.Plan.Talks, TalkFormat.ReadPlan(new StringReader(writer.ToString()), HandMade.Problem).Talks);
    }

    [Fact]
    public void CommentsOrderOfLinesAndBlanks_DoNotMatter()
    {
        var problem = Read("# an event\n\ntalk-problem 1 # first version\nrequest 0 people=A   host=B\nperson A not-by=C\n\tinterpreter C languages=ukr\nhost B\nslot 0 from=24:10 to=24:20\n");
        Assert.Equal(new TalkSlot(0, 1450, 1460), Assert.Single(problem.Slots));
        Assert.Equal([0], problem.People[0].NotInterpretedBy);
        Assert.Equal(0, Assert.Single(problem.Requests).Host);
    }

    [Theory]
    [InlineData("person A", 1, "talk-problem 1")]
    [InlineData("talk-problem 2", 1, "talk-problem 1")]
    [InlineData("talk-problem 1\npersn A", 2, "person")]
    [InlineData("talk-problem 1\nperson A\n\nperson A", 4, "name of its own")]
    [InlineData("talk-problem 1\nperson A langauges=ukr", 2, "languages")]
    [InlineData("talk-problem 1\nperson A from=1000", 2, "10:05")]
    [InlineData("talk-problem 1\nperson A busy=0", 2, "There are 0")]
    [InlineData("talk-problem 1\nrules pause=15", 2, "pause=15min")]
    [InlineData("talk-problem 1\nslot 1 from=10:00 to=10:10", 2, "slot 0")]
    [InlineData("talk-problem 1\nslot 0 from=10:00 to=09:50", 2, "order of time")]
    [InlineData("talk-problem 1\nslot 0 from=10:00 to=10:10 tables=3\nslot 1 from=10:10 to=10:20", 3, "every slot or for none")]
    [InlineData("talk-problem 1\nrequest 0 people=A", 2, "add the line")]
    [InlineData("talk-problem 1\nrequest 0 host=A", 2, "people=")]
    [InlineData("talk-problem 1\nperson A\nrequest 0 people=A,,", 3, "one comma each")]
    [InlineData("talk-problem 1\nperson A\nrequest 0 people=A weight=0", 3, "digits")]
    [InlineData("talk-problem 1\nperson A\nrequest 0 people=A mutual=yes", 3, "alone")]
    [InlineData("talk-problem 1\ninterpreter A languages=ukr working=10:00", 2, "10:00-10:30")]
    [InlineData("talk-problem 1\naims order=few-gasp", 2, "few-gaps")]
    [InlineData("talk-problem 1\nrules\nrules", 3, "in one")]
    [InlineData("talk-problem 1\nforbidden request=0", 2, "There are 0")]
    public void WrongText_NamesTheLineAndAWayOut(string text, int line, string wayOut)
    {
        var error = Assert.Throws<TalkFormatException>(() => Read(text));
        Assert.Equal(line, error.Line);
        Assert.Contains(wayOut, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("talk request=99 slot=0", "11 requests")]
    [InlineData("talk request=0 slot=0 interpreter=X", "no interpreter")]
    [InlineData("tlak request=0 slot=0", "request=")]
    public void WrongPlan_NamesTheLineAndAWayOut(string text, string wayOut)
    {
        var error = Assert.Throws<TalkFormatException>(() => TalkFormat.ReadPlan(new StringReader("talk-plan 1\n" + text), HandMade.Problem));
        Assert.Equal(2, error.Line);
        Assert.Contains(wayOut, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Frau A")]
    [InlineData("A,B")]
    [InlineData("")]
    [InlineData("P1")]
    public void KeyThatCouldNotBeRead_IsNotWritten(string key)
    {
        Assert.Throws<ArgumentException>(() => Text(HandMade.Problem with { People = [.. HandMade.Problem.People.Skip(1).Prepend(new TalkPerson { Key = key })] }));
    }

    private static string Text(TalkProblem problem)
    {
        using var writer = new StringWriter();
        TalkFormat.Write(writer, problem);
        return writer.ToString();
    }

    private static TalkProblem Read(string text) => TalkFormat.ReadProblem(new StringReader(text));
}
