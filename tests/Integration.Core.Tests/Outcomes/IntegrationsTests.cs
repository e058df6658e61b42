using Integration.Common;
using Integration.Data;
using Integration.Outcomes;

namespace Integration.Core.Tests.Outcomes;

public sealed class IntegrationsTests
{
    private static readonly DateOnly Until = new(2027, 6, 30);
    private static readonly StepRules Rules = new(new CodeCatalog(CodeCatalog.Shipped()), Until);
    private static readonly ParticipantId Amina = ParticipantId.New();
    private static readonly ParticipantId Yusuf = ParticipantId.New();

    [Fact]
    public void OneAPersonAndMonth()
    {
        var counted = Integrations.Count(
            [
                (Amina, [Contract(new(2027, 4, 2))]), (Amina, [Contract(new(2027, 4, 28))]), (Amina, [Contract(new(2027, 5, 3))]),
                (Yusuf, [Contract(new(2027, 4, 2), "AUSBILDUNGSVERTRAG", form: "AUSB_DUAL")]),
            ],
            Rules, Until);
        Assert.Equal([new(Amina, 2027, 4), new(Amina, 2027, 5), new(Yusuf, 2027, 4)], counted.OrderBy(month => month.Person == Yusuf).ThenBy(month => month.Month));
    }

    [Fact]
    public void ApprenticeshipWhoseFormNobodySaid_IsNotCounted()
    {
        Assert.Empty(Integrations.Count([(Yusuf, [Contract(new(2027, 4, 2), "AUSBILDUNGSVERTRAG")])], Rules, Until));
        Assert.Empty(Integrations.Count([(Yusuf, [Contract(new(2027, 4, 2), "AUSBILDUNGSVERTRAG", form: "HELFERAUSB")])], Rules, Until));
    }

    [Fact]
    public void ListThatChangesLater_ChangesNoHistory()
    {
        var over = CodeCatalog.Shipped().Select(entry => entry is { List: "WorkForms", Code: "FACHKRAFT" } or { List: "NextSteps", Code: "ARBEITSVERTRAG_SV" } ? Ended(entry) : entry);
        var rules = new StepRules(new CodeCatalog(over), Until);
        OutcomeStep old = Contract(new(2027, 4, 2), form: "FACHKRAFT");
        Assert.Single(Integrations.Count([(Amina, [old])], rules, Until));
        Assert.Equal(OutcomeErrors.UnknownStep, rules.WhyNot([], old, Until));
    }

    [Fact]
    public void WorkThatHasNotBegun_IsNotCounted()
    {
        Assert.Empty(Integrations.Count([(Amina, [Contract(Until.AddDays(1))])], Rules, Until));
        Assert.Single(Integrations.Count([(Amina, [Contract(Until)])], Rules, Until));
    }

    [Fact]
    public void ContractThatEndedBeforeItBegan_IsNotCounted()
    {
        var contract = Contract(new(2027, 5, 1));
        OutcomeStep End(DateOnly on) => new() { Step = "ABSAGE_TN", On = on, Number = 2 };
        Assert.Empty(Integrations.Count([(Amina, [contract, End(new(2027, 4, 20))])], Rules, Until));
        Assert.Single(Integrations.Count([(Amina, [contract, End(new(2027, 5, 20))])], Rules, Until));
    }

    [Fact]
    public void MonthIsThatOfTheFirstDay_NotOfTheSignature()
    {
        var month = Assert.Single(Integrations.Count([(Amina, [Contract(new(2027, 5, 3), on: new(2027, 4, 28))])], Rules, Until));
        Assert.Equal((2027, 5), (month.Year, month.Month));
    }

    private static CodeEntry Ended(CodeEntry entry) => new()
    {
        List = entry.List, Code = entry.Code, German = entry.German, English = entry.English, Extra = entry.Extra, Position = entry.Position, ValidFrom = entry.ValidFrom, ValidTo = Until.AddDays(-1),
    };

    private static OutcomeStep Contract(DateOnly begins, string step = "ARBEITSVERTRAG_SV", DateOnly? on = null, string form = "") =>
        new() { Step = step, Form = form, On = on ?? new(2027, 3, 20), StartsOn = begins, Number = 1 };
}
