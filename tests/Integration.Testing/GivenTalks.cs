using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Organisations;
using Integration.Profiles;
using Integration.TalkPlans;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.Testing;

/// <summary>An event at which everybody wants to talk with everybody: people with released profiles, employers with tables, and times.</summary>
/// <param name="Event">The event.</param>
/// <param name="Registrations">Who comes, in the order of <paramref name="Releases"/>.</param>
/// <param name="Releases">Their releases.</param>
/// <param name="Employers">Who receives them.</param>
public sealed record TalkFair(JobEvent Event, IReadOnlyList<Registration> Registrations, IReadOnlyList<ProfileRelease> Releases, IReadOnlyList<Organisation> Employers);

/// <summary>Events ready for planning talks.</summary>
public static class GivenTalks
{
    /// <summary>Makes one: talks of 15 minutes from ten o'clock on, 5 between.</summary>
    /// <param name="database">The database.</param>
    /// <param name="lead">Who leads it.</param>
    /// <param name="people">How many people.</param>
    /// <param name="employers">How many employers.</param>
    /// <param name="slots">How many times; 0 for none entered.</param>
    /// <param name="tables">Tables of each employer; 0 for none entered.</param>
    /// <param name="change">Changes of the event.</param>
    public static async Task<TalkFair> TalkFairAsync(
        this IDbContextFactory<AppDbContext> database, OrganisationId lead, int people = 4, int employers = 2, int slots = 3, int tables = 2, Action<JobEvent>? change = null)
    {
        var companies = new List<Organisation>();
        for (var i = 0; i < employers; i++)
        {
            companies.Add(await database.OrganisationAsync(o => (o.Kind, o.Name) = (OrganisationKind.Employer, $"Betrieb {o.Key}")));
        }

        var jobEvent = await database.JobEventAsync(lead, e =>
        {
            e.Employers.AddRange(companies.Select(company => new ExpectedEmployer { JobEventId = e.Id, OrganisationId = company.Id, VouchedAt = Given.Start, VouchedBy = UserId.System }));
            change?.Invoke(e);
        });
        var releases = await database.ReleasesAsync(jobEvent, people);
        var registrations = releases.Select(release => new Registration
        {
            JobEventId = jobEvent.Id, ParticipantId = release.ParticipantId, OrganisationId = lead, State = RegistrationState.Accepted, RegisteredAt = Given.Start, ChangedAt = Given.Start,
        }).ToList();
        await using var db = await database.CreateDbContextAsync();
        db.AddRange(registrations);
        db.AddRange(releases.SelectMany(release => companies.Select(company =>
        {
            var contact = Contact.Of(release, company.Id);
            (contact.EmployerInterestAt, contact.PersonInterestAt) = (Given.Start, Given.Start);
            return contact;
        })));
        if (slots > 0)
        {
            db.Add(new TalkTimes { JobEventId = jobEvent.Id, StartsAt = new TimeOnly(10, 0), EndsAt = new TimeOnly(10, 0).AddMinutes(slots * 20), Minutes = 15, MinutesBetween = 5 });
        }

        if (tables > 0)
        {
            db.AddRange(companies.Select(company => new TalkVenue { JobEventId = jobEvent.Id, EmployerId = company.Id, Tables = tables }));
        }

        await db.SaveChangesAsync();
        return new TalkFair(jobEvent, registrations, releases, companies);
    }
}
