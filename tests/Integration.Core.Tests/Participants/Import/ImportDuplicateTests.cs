using Integration.Participants;
using Integration.Participants.Import;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Participants.Import;

public sealed class ImportDuplicateTests
{
    [Theory]
    [InlineData("K9", "öztürk", "ELIF", "23.12.1993", "Name und Geburtsdatum gehören schon")]
    [InlineData("", "Öztürk", "Elif", "23.12.93", "Name und Geburtsdatum gehören schon")]
    [InlineData("K9", "Oztürk", "Ellif", "1993-12-23", "ähnlich klingenden Namen")]
    [InlineData("K9", "Elif", "Öztürk", "23.12.1993", "ähnlich klingenden Namen")]
    [InlineData("K1", "Karimi", "Jawad", "01.01.1980", "Unter dieser Kundennummer ist jemand mit anderem Namen")]
    public async Task RowLikeAKnownPerson_WaitsForADecision(string number, string family, string given, string born, string reason)
    {
        await using var world = await ImportWorld.CreateAsync();
        await world.ImportAsync(ImportWorld.GoodRow);

        var report = await world.ImportAsync(ImportWorld.Row(("Kd-Nr", number), ("Nachname", family), ("Vorname", given), ("Geb.-Datum", born)));

        Assert.Equal((0, 1), (report.New, report.PossibleDuplicates));
        Assert.Contains(reason, Assert.Single(report.Findings).Problem, StringComparison.Ordinal);
        Assert.Single(await world.ParticipantsAsync());
    }

    [Theory]
    [InlineData("K1", "Yıldız", "Elif", "23.12.1993")]
    [InlineData("K1", "Öztürk", "Elif", "24.12.1993")]
    public async Task KnownNumberWithOneOtherDetail_IsTheSamePersonChanged(string number, string family, string given, string born)
    {
        await using var world = await ImportWorld.CreateAsync();
        await world.ImportAsync(ImportWorld.GoodRow);

        var report = await world.ImportAsync(ImportWorld.Row(("Kd-Nr", number), ("Nachname", family), ("Vorname", given), ("Geb.-Datum", born)));

        Assert.Equal((1, 0), (report.Changed, report.PossibleDuplicates));
        Assert.Equal(family, Assert.Single(await world.ParticipantsAsync()).FamilyName);
    }

    [Fact]
    public async Task ListWithoutNumbers_FindsItsPeopleAgain()
    {
        await using var world = await ImportWorld.CreateAsync();
        var file = ImportWorld.File("Nachname;Vorname;Geburtsdatum", "Шевченко;Andrij;16.01.2001", "გელაშვილი;Nino;16.01.2001", "Demir;Rojîn;24.06.2000");

        Assert.Equal(3, (await world.ImportAsync(file)).New);
        var second = await world.ImportAsync(file);

        Assert.Equal((0, 3, 0), (second.New, second.Unchanged, second.PossibleDuplicates));
    }

    [Fact]
    public async Task MergedPersonsNumber_LeadsToTheOneTheyWereMergedInto()
    {
        await using var world = await ImportWorld.CreateAsync();
        var kept = await world.Database.ParticipantAsync(world.User.OrganisationId, p => (p.CustomerNumber, p.FamilyName) = ("K0", "Öztürk"));
        await world.Database.ParticipantAsync(world.User.OrganisationId, p => (p.CustomerNumber, p.FamilyName, p.BornOn, p.MergedIntoId) = ("K1", "Öztürk", new(1993, 12, 23), kept.Id));

        var report = await world.ImportAsync(ImportWorld.GoodRow);

        Assert.Equal((0, 1), (report.New, report.Changed));
        await using var db = world.Database.CreateDbContext();
        var person = await db.Participants.VisibleTo(world.User).SingleAsync();
        Assert.Equal(("K0", "Geeste"), (person.CustomerNumber, person.Town));
    }

    [Theory]
    [InlineData(DuplicateDecision.SamePerson, 1, "Papenburg")]
    [InlineData(DuplicateDecision.AnotherPerson, 2, "Geeste")]
    [InlineData(DuplicateDecision.Skip, 1, "Geeste")]
    public async Task Decision_IsCarriedOut(DuplicateDecision decision, int people, string townOfTheFirst)
    {
        await using var world = await ImportWorld.CreateAsync();
        var id = await world.StageAsync(ImportWorld.Headings, ImportWorld.GoodRow, ImportWorld.Row(("Kd-Nr", ""), ("Ort", "Papenburg")));
        Assert.Equal([ImportRowState.New, ImportRowState.PossibleDuplicate], (await world.RowsAsync(id)).Select(r => r.State));

        Assert.True((await world.Decide.ExecuteAsync(id, 3, decision, CancellationToken.None)).Done);
        var counts = await world.Apply.ExecuteAsync(id, null, CancellationToken.None);

        Assert.Equal(0, counts.Value!.PossibleDuplicates);
        var all = await world.ParticipantsAsync();
        Assert.Equal(people, all.Count);
        Assert.Equal(townOfTheFirst, all.Single(p => p.CustomerNumber == "K1").Town);
    }

    [Fact]
    public async Task DecisionMadeAfterTheRestIsIn_IsCarriedOutByApplyingAgain()
    {
        await using var world = await ImportWorld.CreateAsync();
        var id = await world.StageAsync(ImportWorld.Headings, ImportWorld.GoodRow, ImportWorld.Row(("Kd-Nr", ""), ("Ort", "Papenburg")));
        await world.Apply.ExecuteAsync(id, null, CancellationToken.None);

        Assert.True((await world.Decide.ExecuteAsync(id, 3, DuplicateDecision.SamePerson, CancellationToken.None)).Done);
        Assert.Equal("Import_RowSettled", (await world.Decide.ExecuteAsync(id, 2, DuplicateDecision.Skip, CancellationToken.None)).Error?.Code);
        Assert.True((await world.Apply.ExecuteAsync(id, null, CancellationToken.None)).Done);

        Assert.Equal("Papenburg", Assert.Single(await world.ParticipantsAsync()).Town);
    }

    [Fact]
    public async Task PersonRegisteredBetweenStagingAndApplying_IsNotMadeTwice()
    {
        await using var world = await ImportWorld.CreateAsync();
        var id = await world.StageAsync(ImportWorld.Headings, ImportWorld.GoodRow);
        await world.Database.ParticipantAsync(world.User.OrganisationId, p =>
            (p.CustomerNumber, p.FamilyName, p.GivenName, p.BornOn) = ("", "Öztürk", "Elif", new DateOnly(1993, 12, 23)));

        var counts = await world.Apply.ExecuteAsync(id, null, CancellationToken.None);

        Assert.Equal((0, 1), (counts.Value!.New, counts.Value.PossibleDuplicates));
        Assert.Single(await world.ParticipantsAsync());
    }
}
