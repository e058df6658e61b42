using Bunit;
using Integration.Common;
using Integration.Participants.Import;
using Integration.Web.Participants.Import;

namespace Integration.Web.Tests.Import;

public sealed class ImportRowCardTests : BunitContext
{
    private static readonly ImportColumnItem[] Columns =
    [
        new(0, "Nachname", ImportColumn.FamilyName, false, []), new(1, "Geb.-Datum", ImportColumn.BornOn, false, []), new(2, "Ort", ImportColumn.Town, false, []),
    ];

    [Fact]
    public void CellInError_StandsOpenWithItsReasonAndTheOthersBehindOneKey()
    {
        var card = Card(Row(ImportRowState.Error, new ImportFindingItem("Geb.-Datum", "Diesen Tag gibt es nicht.", "31.02.1990", true)));

        var open = card.Find("form > .grid-2 input");

        Assert.Equal("31.02.1990", open.GetAttribute("value"));
        Assert.Equal("true", open.GetAttribute("aria-invalid"));
        Assert.Contains("Diesen Tag gibt es nicht.", card.Find("form > .grid-2").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, card.FindAll("details input").Count);
    }

    [Fact]
    public void CorrectedCell_IsSentWithAllOthersAsTheyWere()
    {
        ImportCorrection? sent = null;
        var card = Card(Row(ImportRowState.Error, new ImportFindingItem("Geb.-Datum", "…", "31.02.1990", true)), correct: c => sent = c);

        card.Find("form > .grid-2 input").Change("28.02.1990");
        card.Find("form").Submit();

        Assert.Equal(["Haddad", "28.02.1990", "Haren"], sent!.Cells);
    }

    [Fact]
    public void PossibleDuplicate_GivesTheReasonAndEveryDecision()
    {
        var card = Card(Row(ImportRowState.PossibleDuplicate, new ImportFindingItem("Nachname", "Name und Geburtsdatum gehören schon zu einer Person.", "Haddad", false)));

        Assert.Contains("gehören schon zu einer Person", card.Find(".findings").TextContent, StringComparison.Ordinal);
        Assert.Equal(Enum.GetValues<DuplicateDecision>().Select(d => d.Label()), card.FindAll(".decide label").Select(label => label.TextContent.Trim()));
    }

    [Fact]
    public void RowThatIsIn_CanNoLongerBeChanged()
    {
        var card = Card(Row(ImportRowState.New) with { Applied = true, Cells = [], ParticipantId = ParticipantId.New() });

        Assert.Empty(card.FindAll("form, input"));
        Assert.NotNull(card.Find("a[href^='/participants/']"));
    }

    private static ImportRowItem Row(ImportRowState state, params ImportFindingItem[] findings) =>
        new(2, state, false, DuplicateDecision.Open, null, ["Haddad", "31.02.1990", "Haren"], [], findings);

    private IRenderedComponent<ImportRowCard> Card(ImportRowItem row, Action<ImportCorrection>? correct = null) =>
        Render<ImportRowCard>(p => p.Add(c => c.Row, row).Add(c => c.Columns, Columns).Add(c => c.Editable, true).Add(c => c.OnCorrect, change => correct?.Invoke(change)));
}
