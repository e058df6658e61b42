using Integration.Common;
using Integration.Events;
using Integration.Organisations;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Talks;

namespace Integration.Data.Demo;

/// <summary>The demo's contacts at every stage: two companies of Haren whose access the event lead has opened early.</summary>
internal sealed class DemoContacts(TimeProvider clock)
{
    private const int OpenedDaysAgo = 6;
    private int _number;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Contacts, the consents under released names, and the steps of the releases.</summary>
    /// <param name="jobEvent">The event, whose employers are in it.</param>
    /// <param name="releases">Releases of the event that are in force.</param>
    /// <param name="owners">Who has the people in charge.</param>
    /// <param name="first">The company with a contact of every kind.</param>
    /// <param name="second">Another.</param>
    /// <param name="service">Who asks for the second company.</param>
    public IEnumerable<object> Of(
        JobEvent jobEvent, IReadOnlyList<ProfileRelease> releases, IReadOnlyDictionary<ParticipantId, UserId> owners, Organisation first, Organisation second, UserId service)
    {
        foreach (var early in jobEvent.Employers.Where(e => e.OrganisationId == first.Id || e.OrganisationId == second.Id))
        {
            early.OpensOn = clock.Today().AddDays(-OpenedDaysAgo);
        }

        var states = new[]
        {
            (first, ContactState.Interest), (first, ContactState.Requested), (first, ContactState.Asked), (first, ContactState.Released), (first, ContactState.Refused),
            (first, ContactState.Withdrawn), (second, ContactState.Requested), (second, ContactState.Interest),
        };
        foreach (var ((company, state), release) in states.Zip(releases))
        {
            foreach (var made in One(jobEvent, release, company, state, owners[release.ParticipantId], service))
            {
                yield return made;
            }
        }
    }

    private IEnumerable<object> One(JobEvent jobEvent, ProfileRelease release, Organisation company, ContactState state, UserId owner, UserId service)
    {
        _number++;
        var wanted = Now.AddDays(-5).AddMinutes(_number * 47);
        var contact = Contact.Of(release, company.Id);
        contact.Id = new ContactId(DemoIds.Of("contact", _number));
        (contact.EmployerInterestAt, contact.EmployerInterestBy) = (wanted, service);
        if (_number % 2 == 0)
        {
            (contact.PersonInterestAt, contact.PersonInterestBy) = (wanted.AddHours(3), owner);
        }

        contact.State = state;
        if (state == ContactState.Interest)
        {
            yield return contact;
            yield break;
        }

        // Reminded of today: a demo that is started writes to nobody.
        (contact.RequestedAt, contact.RequestedBy, contact.RemindedAt) = (wanted.AddHours(1), service, Now);
        yield return Step(release, ProfileState.Requested, wanted.AddHours(1), service);
        if (state != ContactState.Requested)
        {
            contact.AskedAt = wanted.AddDays(1);
        }

        if (state is ContactState.Released or ContactState.Withdrawn)
        {
            var consent = Consent(jobEvent, contact, wanted.AddDays(2), owner);
            (contact.ConsentId, contact.DecidedAt, contact.DecidedBy) = (consent.Id, wanted.AddDays(2), owner);
            yield return consent;
            yield return Step(release, ProfileState.NameReleased, wanted.AddDays(2), owner);
            if (state == ContactState.Withdrawn)
            {
                (consent.WithdrawnAt, consent.WithdrawnBy) = (wanted.AddDays(3), owner);
                contact.DecidedAt = wanted.AddDays(3);
            }
        }
        else if (state == ContactState.Refused)
        {
            (contact.DecidedAt, contact.DecidedBy) = (wanted.AddDays(2), owner);
            yield return Step(release, ProfileState.Declined, wanted.AddDays(2), owner);
        }

        yield return contact;
    }

    private Consent Consent(JobEvent jobEvent, Contact contact, DateTime at, UserId by) => new()
    {
        Id = new ConsentId(DemoIds.Of("name consent", _number)),
        ParticipantId = contact.ParticipantId,
        OrganisationId = contact.OrganisationId,
        Purpose = ConsentPurpose.NameToEmployer,
        JobEventId = jobEvent.Id,
        RecipientId = contact.EmployerId,
        TextVersion = "2026-11",
        Language = "de",
        ExplainedBy = "Birgit Albers",
        Medium = ConsentMedium.Paper,
        GivenOn = DateOnly.FromDateTime(at),
        ValidUntil = jobEvent.Date.AddMonths(3),
        RecordedAt = at,
        RecordedBy = by,
    };

    private static ProfileTransition Step(ProfileRelease release, ProfileState to, DateTime at, UserId by)
    {
        var from = release.State;
        release.State = to;
        return new ProfileTransition { ShortProfileId = release.ShortProfileId, ReleaseId = release.Id, JobEventId = release.JobEventId, From = from, To = to, At = at, By = by };
    }
}
