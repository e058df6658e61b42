using System.Globalization;
using Integration.Common;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data.Demo;

/// <summary>Makes many invented people quickly, for measurements with 100,000 records. Deterministic: the same count gives the same people.</summary>
public sealed class LoadData(IDbContextFactory<AppDbContext> contexts, TimeProvider clock)
{
    private const int BatchSize = 1000;
    private const int Seed = 42;

    /// <summary>Adds people to an organisation, a thousand a transaction.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="count">How many.</param>
    /// <param name="progress">Told the number that is saved.</param>
    /// <param name="ct">Cancels between batches.</param>
    public async Task AddPeopleAsync(OrganisationId organisation, int count, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        var maker = new LoadPeople(Seed, clock.GetUtcNow().UtcDateTime);
        for (var done = 0; done < count; done += BatchSize)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(Enumerable.Range(done, Math.Min(BatchSize, count - done)).Select(number => maker.Person(organisation, number)));
            await db.SaveChangesAsync(ct);
            progress?.Report(Math.Min(count, done + BatchSize));
        }
    }

    /// <summary>Adds an event with <paramref name="count"/> people whose profiles are released, ready to print.</summary>
    /// <returns>The event.</returns>
    public async Task<JobEventId> AddReleasedAsync(Organisation organisation, int count, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var jobEvent = new JobEvent
        {
            Key = "load-" + count.ToString(CultureInfo.InvariantCulture),
            OrganisationId = organisation.Id,
            Kind = "JOBMESSE",
            Title = "load",
            Date = clock.Today().AddDays(12),
            RegionName = organisation.RegionKey,
            State = JobEventState.Published,
        };
        var maker = new LoadPeople(Seed, now);
        using var chiffres = Enumerable.Range(0, 1_000_000)
            .Select(number => DemoChiffre.Of(organisation.RegionKey, jobEvent.Date.Year, number, Chiffre.MaxDigits)).OfType<string>().GetEnumerator();
        for (var done = 0; done < count; done += BatchSize)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            if (done == 0)
            {
                db.Add(jobEvent);
            }

            foreach (var number in Enumerable.Range(done, Math.Min(BatchSize, count - done)))
            {
                chiffres.MoveNext();
                db.AddRange(Released(maker, number, chiffres.Current, organisation, jobEvent, now));
            }

            await db.SaveChangesAsync(ct);
        }

        return jobEvent.Id;
    }

    private static IEnumerable<object> Released(LoadPeople maker, int number, string chiffre, Organisation organisation, JobEvent jobEvent, DateTime now)
    {
        var person = maker.Person(organisation.Id, number);
        yield return person;
        var profile = new ShortProfile
        {
            ParticipantId = person.Id, OrganisationId = organisation.Id, Revision = 1, State = ProfileState.Checked, ChangedAt = now, Content = maker.Profile(number),
        };
        yield return profile;
        var consent = new Consent
        {
            ParticipantId = person.Id, OrganisationId = organisation.Id, Purpose = ConsentPurpose.ProfileAtEvent, JobEventId = jobEvent.Id, ProfileRevision = 1,
            TextVersion = "load", Language = "de", GivenOn = DateOnly.FromDateTime(now), ValidUntil = jobEvent.Date.AddMonths(3), RecordedAt = now,
        };
        yield return consent;
        yield return new ProfileRelease
        {
            ShortProfileId = profile.Id, ParticipantId = person.Id, OrganisationId = organisation.Id, JobEventId = jobEvent.Id, ConsentId = consent.Id,
            Chiffre = chiffre,
            Token = "load" + number.ToString("D22", CultureInfo.InvariantCulture), Content = profile.Content, Revision = 1, ReleasedAt = now, ValidUntil = consent.ValidUntil,
        };
    }
}
