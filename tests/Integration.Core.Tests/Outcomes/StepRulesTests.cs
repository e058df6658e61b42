using CsCheck;
using Integration.Common;
using Integration.Data;
using Integration.Outcomes;

namespace Integration.Core.Tests.Outcomes;

public sealed class StepRulesTests
{
    private static readonly DateOnly Today = new(2027, 3, 15);
    private static readonly StepRules Rules = new(new CodeCatalog(CodeCatalog.Shipped()), Today);
    private static readonly string[] NeverIntegrations =
        ["HOSPITATION", "MAG_ABSICHT", "MAG_BEANTRAGT", "MAG_BEWILLIGT", "MAG_ABSOLVIERT", "PRAKTIKUM", "PROBEARBEIT", "EQ", "ARBEITSVERTRAG_MINIJOB", "VORSTELLUNGSGESPRAECH_GEFUEHRT"];

    [Fact]
    public void Mag_GoesStepByStep()
    {
        string[] chain = ["MAG_ABSICHT", "MAG_BEANTRAGT", "MAG_BEWILLIGT", "MAG_ABSOLVIERT"];
        var live = new List<OutcomeStep>();
        for (var i = 0; i < chain.Length; i++)
        {
            Assert.All(chain[(i + 1)..], later => Assert.Equal(OutcomeErrors.NotYet, Rules.WhyNot(live, Step(later, live), Today)));
            Assert.Null(Rules.WhyNot(live, Step(chain[i], live), Today));
            live.Add(Step(chain[i], live));
        }

        Assert.Equal(OutcomeErrors.NotYet, Rules.WhyNot(live, Step("MAG_BEWILLIGT", live), Today));
    }

    [Fact]
    public void Approval_CannotLieBeforeTheApplication()
    {
        var live = new List<OutcomeStep> { Step("MAG_ABSICHT", [], Today.AddDays(-5)), };
        live.Add(Step("MAG_BEANTRAGT", live, Today.AddDays(-2)));
        Assert.Equal(OutcomeErrors.BeforeItsTime, Rules.WhyNot(live, Step("MAG_BEWILLIGT", live, Today.AddDays(-3)), Today));
        Assert.Null(Rules.WhyNot(live, Step("MAG_BEWILLIGT", live, Today.AddDays(-2)), Today));
    }

    [Theory]
    [InlineData("ANFRAGE_KONTAKT", "Outcomes_StepOfContact")]
    [InlineData("NAME_FREIGEGEBEN", "Outcomes_StepOfContact")]
    [InlineData("VERMITTELT", "Outcomes_UnknownStep")]
    [InlineData("ABSAGE_AG", "Outcomes_ReasonMissing")]
    public void Step_IsRefused(string step, string code) => Assert.Equal(code, Rules.WhyNot([], Step(step, []), Today)?.Code);

    [Theory]
    [InlineData("ABSAGE_AG", "SPRACHE", null)]
    [InlineData("ABSAGE_AG", "WOHNORT", "Outcomes_ReasonMissing")]
    [InlineData("ABSAGE_TN", "SPRACHE", "Outcomes_NoReason")]
    [InlineData("PRAKTIKUM", "SPRACHE", "Outcomes_NoReason")]
    public void Reason_IsOfTheListAndOnlyWhereTheStepHasOne(string step, string reason, string? code)
    {
        var made = Step(step, []);
        made.Reason = reason;
        Assert.Equal(code, Rules.WhyNot([], made, Today)?.Code);
    }

    [Theory]
    [InlineData("PRAKTIKUM", "MAG")]
    [InlineData("MAG_ABSICHT", "OPRAKT")]
    [InlineData("EQ", "AUSB_DUAL")]
    [InlineData("PROBEARBEIT", "HELFER")]
    [InlineData("ARBEITSVERTRAG_SV", "MINIJOB")]
    [InlineData("ABSAGE_TN", "HELFER")]
    public void Forms_AreKeptApart(string step, string form)
    {
        var made = Step(step, []);
        made.Form = form;
        Assert.Equal(OutcomeErrors.UnknownForm, Rules.WhyNot([], made, Today));
    }

    [Theory]
    [InlineData("MAG_ABSICHT", "MAG", 0, null, "Outcomes_StartsTooSoon")]
    [InlineData("EQ", "EQ", 0, null, "Outcomes_StartsTooSoon")]
    [InlineData("MAG_ABSICHT", "MAG", 1, null, null)]
    [InlineData("PRAKTIKUM", "OPRAKT", 0, 91, null)]
    [InlineData("PRAKTIKUM", "OPRAKT", 0, 92, "Outcomes_TooLong")]
    [InlineData("PRAKTIKUM", "OPRAKT", 3, 2, "Outcomes_EndsBeforeStart")]
    public void Period_FollowsTheForm(string step, string form, int startsIn, int? endsIn, string? code)
    {
        var made = Step(step, []);
        (made.Form, made.StartsOn, made.EndsOn) = (form, Today.AddDays(startsIn), endsIn is { } days ? Today.AddDays(days) : null);
        Assert.Equal(code, Rules.WhyNot([], made, Today)?.Code);
    }

    [Fact]
    public void NothingComesAfterTheEnd_AndNothingFromTheFuture()
    {
        var closed = new List<OutcomeStep> { Step("ABSAGE_TN", []) };
        Assert.Equal(OutcomeErrors.Closed, Rules.WhyNot(closed, Step("PRAKTIKUM", closed), Today));
        Assert.Empty(Rules.Next(closed));
        Assert.Equal(OutcomeErrors.InFuture, Rules.WhyNot([], Step("PRAKTIKUM", [], Today.AddDays(1)), Today));
    }

    [Fact]
    public void MagAndEq_AreAppliedForFirst_InternshipsAreNot()
    {
        OutcomeStep About(string step, string form) => new() { Step = step, Form = form };
        Assert.True(Rules.MustApplyFirst(About("MAG_ABSICHT", "MAG")));
        Assert.True(Rules.MustApplyFirst(About("EQ", "EQ")));
        Assert.False(Rules.MustApplyFirst(About("MAG_BEANTRAGT", "MAG")));
        Assert.False(Rules.MustApplyFirst(About("PRAKTIKUM", "OPRAKT")));
    }

    [Fact]
    public void NoSequenceOfSteps_CountsAnInternshipAsAnIntegration() => Sequences(Rules, step => step is not ("ARBEITSVERTRAG_SV" or "AUSBILDUNGSVERTRAG")).Sample(history =>
        Assert.Empty(Integrations.Count([(ParticipantId.New(), history)], Rules, Today)));

    [Fact]
    public void NoSequenceOfSteps_CountsMoreThanItsContracts() => Sequences(Rules, _ => true).Sample(history =>
    {
        var counted = Integrations.Count([(ParticipantId.New(), history)], Rules, Today).Count;
        Assert.InRange(counted, 0, history.Count(step => step.Step is "ARBEITSVERTRAG_SV" or "AUSBILDUNGSVERTRAG"));
        Assert.True(history.Count == 0 || history.SkipLast(1).All(step => Rules.Of(step.Step) is { Closes: false }));
    });

    [Fact]
    public void ListThatCallsAnInternshipAnIntegration_IsNotBelieved()
    {
        var entries = CodeCatalog.Shipped().ToList();
        foreach (var entry in entries.Where(entry => entry.List == "NextSteps" && entry.Extra.Contains("stage=trial", StringComparison.Ordinal)))
        {
            entry.Extra += "|integration=yes";
        }

        var rules = new StepRules(new CodeCatalog(entries), Today);
        Assert.Contains(rules.Steps, rule => rule is { Code: "PRAKTIKUM", Integration: true });
        Sequences(rules, step => step is not ("ARBEITSVERTRAG_SV" or "AUSBILDUNGSVERTRAG")).Sample(history => Assert.Empty(Integrations.Count([(ParticipantId.New(), history)], rules, Today)));
    }

    [Fact]
    public void Minijob_IsAContractAndNoIntegration()
    {
        Assert.All(NeverIntegrations, step => Assert.False(Rules.CountsAsIntegration(new OutcomeStep { Step = step })));
        Assert.True(Rules.CountsAsIntegration(new OutcomeStep { Step = "ARBEITSVERTRAG_SV", Form = "HELFER" }));
        Assert.False(Rules.CountsAsIntegration(new OutcomeStep { Step = "ARBEITSVERTRAG_SV", Form = "HELFER", PubliclyFunded = true }));
        Assert.True(Rules.CountsAsIntegration(new OutcomeStep { Step = "AUSBILDUNGSVERTRAG", Form = "AUSB_DUAL" }));
        Assert.False(Rules.CountsAsIntegration(new OutcomeStep { Step = "AUSBILDUNGSVERTRAG", Form = "HELFERAUSB" }));
    }

    [Fact]
    public void EveryCodeThatARuleNames_Exists()
    {
        var catalog = new CodeCatalog(CodeCatalog.Shipped());
        Assert.NotEmpty(Rules.Steps);
        Assert.All(Rules.Steps, rule =>
        {
            Assert.All(rule.Forms, form => Assert.True(catalog.Has("WorkForms", form), form));
            Assert.All(rule.After, step => Assert.True(catalog.Has("NextSteps", step), step));
            Assert.True(rule.Reasons.Length == 0 || catalog.Entries(rule.Reasons, Today).Any(), rule.Reasons);
        });
    }

    private static OutcomeStep Step(string code, IReadOnlyCollection<OutcomeStep> live, DateOnly? on = null) => new() { Step = code, On = on ?? Today, Number = live.Count + 1 };

    // Whatever somebody tries, in any order and on any day: what the rules refuse is not in the history.
    private static Gen<IReadOnlyList<OutcomeStep>> Sequences(StepRules rules, Func<string, bool> which)
    {
        var codes = rules.Steps.Select(rule => rule.Code).Where(which).ToArray();
        return Gen.Select(Gen.Int[0, codes.Length - 1], Gen.Int[-90, 0], Gen.Int[-1, 3], Gen.Bool).Array[0, 12].Select(tries =>
        {
            var live = new List<OutcomeStep>();
            foreach (var (code, day, form, funded) in tries)
            {
                var rule = rules.Of(codes[code])!;
                var step = Step(rule.Code, live, Today.AddDays(day));
                step.Form = form < 0 || rule.Forms.Count == 0 ? "" : rule.Forms[form % rule.Forms.Count];
                step.Reason = rule.Reasons.Length > 0 ? "SPRACHE" : "";
                step.PubliclyFunded = funded && rule.Integration;
                if (rules.WhyNot(live, step, Today) is null)
                {
                    live.Add(step);
                }
            }

            return (IReadOnlyList<OutcomeStep>)live;
        });
    }
}
