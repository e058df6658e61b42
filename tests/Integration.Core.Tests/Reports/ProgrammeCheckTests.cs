using CsCheck;
using Integration.Reports;

namespace Integration.Core.Tests.Reports;

public sealed class ProgrammeCheckTests
{
    private static readonly DateTime Ten = new(2027, 3, 1, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void RoomAndPerson_AreFoundOnceForEachPair()
    {
        var found = ProgrammeCheck.Find(Facts([Item("A", 0, 60, "Saal", "Dr. Ems"), Item("B", 30, 90, "saal", "dr. ems"), Item("C", 60, 120, "Foyer", "Dr. Ems")]));

        Assert.Equal(
            [(ProgrammeWarningKind.RoomDouble, "A", "B"), (ProgrammeWarningKind.PersonDouble, "A", "B"), (ProgrammeWarningKind.PersonDouble, "B", "C")],
            found.Select(w => (w.Kind, w.FirstTitle, w.SecondTitle)));
    }

    [Fact]
    public void ItemsThatFollowOneAnother_AreNoDouble() =>
        Assert.Empty(ProgrammeCheck.Find(Facts([Item("A", 0, 60, "Saal", "Ems"), Item("B", 60, 90, "Saal", "Ems")])));

    [Fact]
    public void CancelledStage_IsToldAndUsesNoRoom()
    {
        var found = ProgrammeCheck.Find(Facts([Item("A", 0, 60, "Saal") with { StageCancelled = true }, Item("B", 0, 60, "Saal")]));

        Assert.Equal((ProgrammeWarningKind.StageCancelled, "A"), Assert.Single(found.Select(w => (w.Kind, w.FirstTitle))));
    }

    [Fact]
    public void RoomTooSmall_SaysHowManyOfHowMany()
    {
        var warning = Assert.Single(ProgrammeCheck.Find(Facts([Item("A", 0, 60, "Saal") with { Seats = 80, Expected = 120 }])));

        Assert.Equal((ProgrammeWarningKind.RoomTooSmall, 120, 80), (warning.Kind, warning.Number, warning.Of));
    }

    [Fact]
    public void ItemsOutsideTheEvent_AreToldUnlessTheyMayBe()
    {
        var found = ProgrammeCheck.Find(Facts([Item("Aufbau", -60, 0, "") with { Aside = true }, Item("Rede", -10, 10, ""), Item("Ausklang", 230, 250, "")]));

        Assert.Equal(["Rede", "Ausklang"], found.Select(w => w.FirstTitle));
    }

    [Theory]
    // Two hours are the most; a quarter of an hour is a break, ten minutes are none.
    [InlineData(120, 15, 60, 0)]
    [InlineData(121, 15, 60, 1)]
    [InlineData(60, 15, 120, 0)]
    [InlineData(60, 10, 60, 1)]
    [InlineData(60, 0, 60, 0)]
    public void Interpreter_NeedsABreakAfterTwoHours(int first, int pause, int second, int warnings)
    {
        var who = Guid.CreateVersion7();
        var found = ProgrammeCheck.Find(Facts([]) with
        {
            Assignments = [new("Frau Amiri", who, At("A", 0, first)), new("Frau Amiri", who, At("B", first + pause, first + pause + second))],
        });

        Assert.Equal(warnings, found.Count(w => w.Kind == ProgrammeWarningKind.InterpreterWithoutBreak));
        Assert.Equal(warnings, found.Count);
    }

    [Fact]
    public void BusAndLanguage_AreTold()
    {
        var found = ProgrammeCheck.Find(Facts([]) with
        {
            Buses = [new("Linie 1", Ten.AddMinutes(-5)), new("Linie 2", Ten.AddMinutes(12))],
            Languages = [new("Tigrinya", 2, 1), new("Arabisch", 3, 3)],
        });

        Assert.Equal([("Linie 2", 12, 0), ("Tigrinya", 1, 2)], found.Select(w => (w.Subject, w.Number, w.Of)));
    }

    [Fact]
    public void Doubles_AreExactlyThePairsThatOverlap() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[1, 60], Gen.Int[0, 2]).Array[0, 25].Sample(drawn =>
        {
            var items = drawn.Select((d, i) => Item("I" + i, d.Item1, d.Item1 + d.Item2, "Raum " + d.Item3)).ToList();
            var pairs = items.SelectMany((a, i) => items.Skip(i + 1).Where(b => a.Room == b.Room && a.Time.From < b.Time.To && b.Time.From < a.Time.To).Select(b => Pair(a.Time.Title, b.Time.Title)));

            Assert.Equal(
                pairs.Order(StringComparer.Ordinal),
                ProgrammeCheck.Find(Facts(items) with { Ends = Ten.AddDays(1) }).Select(w => Pair(w.FirstTitle, w.SecondTitle)).Order(StringComparer.Ordinal));
        });

    private static string Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? a + "+" + b : b + "+" + a;

    private static ProgrammeFacts Facts(IReadOnlyList<CheckedItem> items) => new(Ten, Ten.AddHours(4), items, [], [], []);

    private static CheckedItem Item(string title, int from, int to, string room, params string[] speakers) => new(At(title, from, to), room, null, 0, speakers, false, false);

    private static PlannedTime At(string title, int from, int to) => new(Guid.CreateVersion7(), title, Ten.AddMinutes(from), Ten.AddMinutes(to));
}
