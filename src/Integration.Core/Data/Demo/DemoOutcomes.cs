using Integration.Common;
using Integration.Events;
using Integration.Organisations;
using Integration.Outcomes;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Talks;

namespace Integration.Data.Demo;

/// <summary>What came of the first meeting of Haren, which is over: contacts of its two companies at every stage, from interest to a contract that lasts,
/// one MAG that has still to be applied for, and what the companies thought of the day.</summary>
internal sealed class DemoOutcomes(CodeCatalog codes, TimeProvider clock)
{
    private const int FirstChiffre = 4711;
    private readonly StepRules _rules = new(codes, clock.Today());
    private int _number;
    private int _steps;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    // For each contact its state and its steps: days after the event, step, form, days until it begins, reason. Days below zero count back from today.
    private static readonly (ContactState State, (int Day, string Step, string Form, int? Begins, string Reason)[] Steps)[] Stories =
    [
        (ContactState.Released, [(4, "VORSTELLUNGSGESPRAECH_VEREINBART", "", null, ""), (9, "VORSTELLUNGSGESPRAECH_GEFUEHRT", "", null, ""), (20, "ARBEITSVERTRAG_SV", "FACHKRAFT", 12, ""), (92, "BESTEHT_WEITER", "", null, ""), (183, "BESTEHT_WEITER", "", null, "")]),
        (ContactState.Released, [(4, "PRAKTIKUM", "OPRAKT", 7, ""), (48, "ARBEITSVERTRAG_SV", "HELFER", 10, ""), (95, "BESTEHT_WEITER", "", null, "")]),
        (ContactState.Released, [(6, "MAG_ABSICHT", "MAG", 21, ""), (8, "MAG_BEANTRAGT", "MAG", null, ""), (15, "MAG_BEWILLIGT", "MAG", null, ""), (42, "MAG_ABSOLVIERT", "MAG", null, ""), (60, "AUSBILDUNGSVERTRAG", "AUSB_DUAL", 40, "")]),
        (ContactState.Released, [(5, "PRAKTIKUM", "OPRAKT", 14, "")]),
        (ContactState.Released, [(7, "EQ", "EQ", 60, ""), (100, "VORSTELLUNGSGESPRAECH_GEFUEHRT", "", null, "")]),
        (ContactState.Released, [(-2, "MAG_ABSICHT", "MAG", 12, "")]),
        (ContactState.Released, [(5, "VORSTELLUNGSGESPRAECH_VEREINBART", "", null, "")]),
        (ContactState.Released, []),
        (ContactState.Released, [(12, "ARBEITSVERTRAG_MINIJOB", "MINIJOB", 5, ""), (70, "BEENDET", "", null, "")]),
        (ContactState.Released, [(4, "ABSAGE_AG", "", null, "SPRACHE")]),
        (ContactState.Requested, []),
        (ContactState.Interest, [(14, "KEIN_RUECKLAUF", "", null, "")]),
        (ContactState.Interest, []),
    ];

    /// <summary>Releases of the past event, contacts, steps, tasks, feedback.</summary>
    /// <param name="past">The event.</param>
    /// <param name="releases">Releases of the same people at another event, whose profiles they had shown before.</param>
    /// <param name="owners">Who has the people in charge.</param>
    /// <param name="organisation">The organisation that owns their records.</param>
    /// <param name="service">Who called the companies.</param>
    public IEnumerable<object> Of(JobEvent past, IReadOnlyList<ProfileRelease> releases, IReadOnlyDictionary<ParticipantId, UserId> owners, Organisation organisation, UserId service)
    {
        foreach (var (story, now) in Stories.Zip(releases))
        {
            _number++;
            var owner = owners[now.ParticipantId];
            var consent = Consent(past, now, owner);
            var release = Release(past, now, consent, organisation.RegionKey, owner);
            var contact = Contact.Of(release, past.Employers[_number % past.Employers.Count].OrganisationId);
            contact.Id = new ContactId(DemoIds.Of("past contact", _number));
            (contact.EmployerInterestAt, contact.EmployerInterestBy, contact.TalkedAt, contact.State) = (At(past.Date, 10), service, At(past.Date, 11), story.State);
            yield return consent;
            yield return release;
            if (story.State != ContactState.Interest)
            {
                (contact.RequestedAt, contact.RequestedBy) = (At(past.Date, 12), service);
            }

            if (story.State == ContactState.Released)
            {
                var named = NameConsent(past, contact, owner);
                (contact.AskedAt, contact.ConsentId, contact.DecidedAt, contact.DecidedBy) = (At(past.Date.AddDays(1), 9), named.Id, At(past.Date.AddDays(2), 9), owner);
                yield return named;
            }

            yield return contact;
            foreach (var made in Steps(past, contact, story.Steps, service))
            {
                yield return made;
            }
        }

        foreach (var made in Feedback(past))
        {
            yield return made;
        }
    }

    /// <summary>Companies of other events that are over were asked for feedback too, and have not answered: nobody is written to when a demo is started.</summary>
    public IEnumerable<object> Asked(IEnumerable<JobEvent> others)
    {
        var number = 0;
        foreach (var (jobEvent, employer) in others.Where(e => e.Date < clock.Today()).SelectMany(e => e.Employers.Select(employer => (e, employer))))
        {
            yield return new FeedbackRequest
            {
                Id = new FeedbackRequestId(DemoIds.Of("unanswered feedback request", ++number)), JobEventId = jobEvent.Id, EmployerId = employer.OrganisationId,
                TokenHash = Access.InvitationToken.HashOf(DemoIds.Of("unanswered feedback token", number).ToString("N")), SentAt = At(jobEvent.Date.AddDays(1), 7),
            };
        }
    }

    private IEnumerable<object> Steps(JobEvent past, Contact contact, IEnumerable<(int Day, string Step, string Form, int? Begins, string Reason)> story, UserId by)
    {
        var live = new List<OutcomeStep>();
        foreach (var (day, code, form, begins, reason) in story)
        {
            var on = day < 0 ? clock.Today().AddDays(day) : past.Date.AddDays(day);
            var step = new OutcomeStep
            {
                Id = new OutcomeStepId(DemoIds.Of("outcome step", ++_steps)), ContactId = contact.Id, Number = live.Count + 1, JobEventId = contact.JobEventId, OrganisationId = contact.OrganisationId,
                Step = code, Form = form, On = on, StartsOn = begins is { } days ? on.AddDays(days) : null, Reason = reason, RecordedAt = At(on, 14), RecordedBy = by,
            };
            live.Add(step);
            yield return step;
            if (_rules.MustApplyFirst(step))
            {
                // Old ones were applied for; the one of these days waits.
                yield return new CaseTask
                {
                    Id = new CaseTaskId(DemoIds.Of("case task", _steps)), ContactId = contact.Id, JobEventId = contact.JobEventId, OrganisationId = contact.OrganisationId, StepId = step.Id,
                    Form = form, DueOn = WorkingDays.After(on, 3), DoneAt = day < 0 ? null : At(on.AddDays(2), 9), DoneBy = day < 0 ? null : by,
                };
            }
        }

        if (live.Count > 0)
        {
            var outcome = new Outcome { ContactId = contact.Id, JobEventId = contact.JobEventId, OrganisationId = contact.OrganisationId };
            outcome.Follow(live, _rules);
            yield return outcome;
        }
    }

    private static IEnumerable<object> Feedback(JobEvent past)
    {
        var number = 0;
        foreach (var employer in past.Employers.Where(employer => employer.VouchedAt is not null))
        {
            number++;
            yield return new FeedbackRequest
            {
                Id = new FeedbackRequestId(DemoIds.Of("feedback request", number)), JobEventId = past.Id, EmployerId = employer.OrganisationId,
                TokenHash = Access.InvitationToken.HashOf(DemoIds.Of("feedback token", number).ToString("N")), SentAt = At(past.Date.AddDays(1), 7), AnsweredAt = At(past.Date.AddDays(3), 0),
            };
            yield return new EmployerFeedback
            {
                Id = new EmployerFeedbackId(DemoIds.Of("feedback", number)), JobEventId = past.Id, Guests = 5 - (number % 2), Profiles = 5, Interpreting = 4, Organisation = 5, Again = ComeAgain.Yes,
                Remark = number == 1 ? "Gern zehn Minuten mehr je Gespräch." : "",
            };
        }
    }

    private Consent Consent(JobEvent past, ProfileRelease now, UserId by) => new()
    {
        Id = new ConsentId(DemoIds.Of("past consent", _number)), ParticipantId = now.ParticipantId, OrganisationId = now.OrganisationId, Purpose = ConsentPurpose.ProfileAtEvent,
        JobEventId = past.Id, ProfileRevision = now.Revision, TextVersion = "2026-11", Language = "de", ExplainedBy = "Birgit Albers", Medium = ConsentMedium.Paper,
        GivenOn = past.Date.AddDays(-9), ValidUntil = past.Date.AddMonths(3), RecordedAt = At(past.Date.AddDays(-9), 9), RecordedBy = by,
    };

    private Consent NameConsent(JobEvent past, Contact contact, UserId by) => new()
    {
        Id = new ConsentId(DemoIds.Of("past name consent", _number)), ParticipantId = contact.ParticipantId, OrganisationId = contact.OrganisationId, Purpose = ConsentPurpose.NameToEmployer,
        JobEventId = past.Id, RecipientId = contact.EmployerId, TextVersion = "2026-11", Language = "de", ExplainedBy = "Birgit Albers", Medium = ConsentMedium.Paper,
        GivenOn = past.Date.AddDays(2), ValidUntil = past.Date.AddMonths(3), RecordedAt = At(past.Date.AddDays(2), 8), RecordedBy = by,
    };

    private ProfileRelease Release(JobEvent past, ProfileRelease now, Consent consent, string regionKey, UserId by) => new()
    {
        Id = new ProfileReleaseId(DemoIds.Of("past release", _number)), ShortProfileId = now.ShortProfileId, ParticipantId = now.ParticipantId, OrganisationId = now.OrganisationId,
        JobEventId = past.Id, ConsentId = consent.Id, Chiffre = ChiffreOf(regionKey, past.Date.Year), Token = $"past{_number:D4}{new string('a', OpaqueToken.Length - 8)}",
        Content = now.Content, Revision = now.Revision, State = ProfileState.Expired, Generation = 1, ReleasedAt = At(past.Date.AddDays(-8), 9), ReleasedBy = by, ValidUntil = consent.ValidUntil,
    };

    private string ChiffreOf(string regionKey, int year) => Enumerable.Range(0, 100).Select(i => DemoChiffre.Of(regionKey, year, FirstChiffre + (_number * 101) + i, Chiffre.Digits)).OfType<string>().First();

    private static DateTime At(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);
}
