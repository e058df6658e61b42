using System.Diagnostics;
using System.Globalization;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Events;

/// <summary>Fifty requests at once from two processes for ten places; and the same with nothing that keeps them apart, to see that the race is real.</summary>
public sealed class ParallelPlacesTests
{
    private const int Places = 10;
    private const int Requests = 50;
    private const int Tries = 6;

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task FiftyRequestsOnTwoProcesses_SellEachPlaceOnce(DatabaseProvider provider)
    {
        var (placed, waiting, said) = await RaceAsync(provider, "guarded");

        Assert.Equal((Places, Requests - Places), (placed, waiting));
        Assert.Equal((Places, Requests - Places), said);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WithoutTheGuard_TheSameRaceOversells(DatabaseProvider provider)
    {
        // A race need not be lost every time.
        var most = 0;
        for (var i = 0; i < Tries && most <= Places; i++)
        {
            most = Math.Max(most, (await RaceAsync(provider, "unguarded")).Placed);
        }

        Assert.True(most > Places, $"{most} places were sold in the control run: the race is not hard enough to prove anything.");
    }

    private static async Task<(int Placed, int Waiting, (int Placed, int Waiting) Said)> RaceAsync(DatabaseProvider provider, string mode)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id, e => (e.Places, e.Date) = (Places, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(30)));
        var people = new List<ParticipantId>();
        for (var i = 0; i < Requests; i++)
        {
            people.Add((await database.ParticipantAsync(organisation.Id)).Id);
        }

        using var first = Start(database, jobEvent, organisation.Id, mode);
        using var second = Start(database, jobEvent, organisation.Id, mode);
        Process[] rivals = [first, second];
        foreach (var (rival, half) in rivals.Zip(people.Chunk(Requests / 2)))
        {
            await rival.StandardInput.WriteLineAsync(string.Join('\n', half) + "\n");
        }

        foreach (var rival in rivals)
        {
            Assert.Equal("ready", await LineAsync(rival));
        }

        foreach (var rival in rivals)
        {
            await rival.StandardInput.WriteLineAsync("go");
        }

        var (saidPlaced, saidWaiting) = (0, 0);
        foreach (var rival in rivals)
        {
            var counts = (await LineAsync(rival) ?? throw new InvalidOperationException(await rival.StandardError.ReadToEndAsync()))
                .Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
            (saidPlaced, saidWaiting) = (saidPlaced + counts[0], saidWaiting + counts[1]);
            await rival.WaitForExitAsync();
        }

        await using var db = database.CreateDbContext();
        return (await db.Registrations.HoldingAPlace().CountAsync(), await db.Registrations.CountAsync(r => r.State == RegistrationState.Waiting), (saidPlaced, saidWaiting));
    }

    private static async Task<string?> LineAsync(Process rival)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await rival.StandardOutput.ReadLineAsync(patience.Token);
    }

    private static Process Start(TestDatabase database, JobEvent jobEvent, OrganisationId organisation, string mode)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[]
        {
            Path.Combine(AppContext.BaseDirectory, "Integration.Rivals.dll"), mode, database.Options.Provider.ToString(), database.Options.ConnectionString,
            jobEvent.Id.ToString(), organisation.ToString(),
        })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
