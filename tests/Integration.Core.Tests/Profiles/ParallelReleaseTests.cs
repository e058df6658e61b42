using Integration.Common;
using Integration.Data;
using Integration.Profiles;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Profiles;

public sealed class ParallelReleaseTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    public static MatrixTheoryData<DatabaseProvider, bool> ProvidersWithGuardOnAndOff =>
        new([.. TestDatabase.Providers().Select(row => row.Data)], [true, false]);

    [Theory, MemberData(nameof(Providers))]
    public async Task ParallelReleases_MakeOne(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var person = await world.GuestAsync();
        await world.ReadyAsync(person.Id);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => world.ReleaseAsync(person.Id))));

        Assert.Single(results, result => result.Done);
        Assert.All(results.Where(result => !result.Done), result => Assert.Equal(ProfileErrors.AlreadyReleased, result.Error));
        await using var db = world.Database.CreateDbContext();
        Assert.Equal(1, await db.ProfileReleases.CountAsync());
    }

    /// <summary>Writers that looked before they wrote and saw nothing: the unique index lets one through. Without it all get through.</summary>
    [Theory, MemberData(nameof(ProvidersWithGuardOnAndOff))]
    public async Task WritersThatAllSawNoRelease_AreStoppedByTheIndexAlone(DatabaseProvider provider, bool guard)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var person = await world.GuestAsync();
        var consent = await world.ReadyAsync(person.Id);
        var profile = await world.ProfileAsync(person.Id);
        if (!guard)
        {
            await using var db = world.Database.CreateDbContext();
            var name = db.Model.FindEntityType(typeof(ProfileRelease))!.GetIndexes()
                .Single(index => index.Properties.Any(p => p.Name == nameof(ProfileRelease.Generation))).GetDatabaseName();
#pragma warning disable EF1002 // The name comes from the model.
            await db.Database.ExecuteSqlRawAsync(provider == DatabaseProvider.SqlServer ? $"DROP INDEX [{name}] ON [ProfileReleases]" : $"DROP INDEX \"{name}\"");
#pragma warning restore EF1002
        }

        var writers = Enumerable.Range(0, 5).Select(_ => world.Database.CreateDbContext()).ToList();
        foreach (var db in writers)
        {
            Assert.False(await db.ProfileReleases.AnyAsync(release => release.ParticipantId == person.Id && release.Generation == 0));
        }

        var saved = await Task.WhenAll(writers.Select(db => Task.Run(async () =>
        {
            db.Add(new ProfileRelease
            {
                ShortProfileId = profile.Id,
                ParticipantId = person.Id,
                OrganisationId = world.Organisation.Id,
                JobEventId = world.Event.Id,
                ConsentId = consent,
                Chiffre = Chiffre.Draw("EL", 2027, 6).Value,
                Token = OpaqueToken.Draw(),
                Content = profile.Content,
                Revision = 1,
                ReleasedAt = Given.Start,
                ValidUntil = world.Event.Date,
            });
            try
            {
                return await db.SaveChangesAsync();
            }
            catch (DbUpdateException)
            {
                return 0;
            }
        })));

        Assert.Equal(guard ? 1 : writers.Count, saved.Sum());
        foreach (var db in writers)
        {
            await db.DisposeAsync();
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WithdrawalAtTheSameMoment_LeavesNothingReleased(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        for (var round = 0; round < 6; round++)
        {
            var person = await world.GuestAsync();
            var consent = await world.ReadyAsync(person.Id);

            var release = Task.Run(() => world.ReleaseAsync(person.Id));
            var withdrawal = Task.Run(() => world.WithdrawAsync(consent, world.Colleague));
            await Task.WhenAll(release, withdrawal);

            Assert.True((await withdrawal).Done);
            var result = await release;
            Assert.True(result.Done || result.Error == ProfileErrors.NoConsent);
            await using var db = world.Database.CreateDbContext();
            Assert.False(await db.ProfileReleases.AnyAsync(made => made.ParticipantId == person.Id && made.Generation == 0));
        }

        Assert.Empty(await world.InForceAsync());
    }
}
