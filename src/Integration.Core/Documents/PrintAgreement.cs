using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents.Sheets;
using Integration.Organisations;
using Integration.Outcomes;
using Integration.Participants;
using Integration.Printing;
using Integration.Privacy;
using Integration.Resources;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>A paper that is signed between company and person.</summary>
public enum AgreementPaper
{
    /// <summary>Absichtserklärung: binds nobody; for MAG and EQ the only paper of the portal.</summary>
    StatementOfIntent,

    /// <summary>Praktikumsvereinbarung; never for a MAG.</summary>
    InternshipAgreement,
}

/// <summary>Prints the statement of intent or the internship agreement of a contact, prefilled, or blank for the stand. The person stands there under the
/// Chiffre; by name only when their own case manager prints it for the signature.</summary>
public sealed class PrintAgreement(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes, IPdfEngine engine)
{
    /// <summary>What to print.</summary>
    public sealed record Request
    {
        /// <summary>Which paper.</summary>
        public required AgreementPaper Paper { get; init; }

        /// <summary>The event.</summary>
        public required JobEventId JobEventId { get; init; }

        /// <summary>The contact; <see langword="null"/> for a blank paper.</summary>
        public ContactId? ContactId { get; init; }

        /// <summary>Form of work, code of the list WorkForms; empty to be ticked by hand.</summary>
        public string WorkForm { get; init; } = "";

        /// <summary>First day.</summary>
        public DateOnly? StartsOn { get; init; }

        /// <summary>Last day.</summary>
        public DateOnly? EndsOn { get; init; }

        /// <summary>Hours a week.</summary>
        public int? WeeklyHours { get; init; }

        /// <summary>Whether the person's name is put in; only where it was released to the company.</summary>
        public bool WithName { get; init; }
    }

    /// <summary>What was printed: sheets, and a file name that says nothing about the person.</summary>
    public sealed record Printed(int Sheets, string FileName);

    /// <summary>Prints to <paramref name="output"/>.</summary>
    /// <returns>What was printed; or <c>Forbidden</c>, <c>NotFound</c>, <see cref="DocumentErrors.NoInternship"/>, <see cref="DocumentErrors.NothingIntended"/>,
    /// <see cref="DocumentErrors.NameStaysHere"/>.</returns>
    public async Task<Result<Printed>> ExecuteAsync(Request request, Stream output, CancellationToken ct)
    {
        if (!user.Has(Permission.RecordOutcomes))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.AsNoTracking().TakenPartInBy(user).SingleOrDefaultAsync(e => e.Id == request.JobEventId, ct);
        var contact = request.ContactId is { } id
            ? await db.Contacts.AsNoTracking().RecordableBy(user, db).SingleOrDefaultAsync(c => c.Id == id && c.JobEventId == request.JobEventId, ct) : null;
        if (jobEvent is null || (request.ContactId is not null && contact is null))
        {
            return Errors.NotFound;
        }

        var catalog = await codes.GetAsync(ct);
        var rules = new StepRules(catalog, clock.Today());
        if (WhyNot(request, rules) is { } problem)
        {
            return problem;
        }

        var facts = new AgreementFacts
        {
            Paper = request.Paper,
            EventTitle = jobEvent.Title,
            EventDate = jobEvent.Date,
            Form = request.WorkForm.Length == 0 ? "" : catalog.German("WorkForms", request.WorkForm, clock.Today()),
            Forms = [.. FormsOf(request.Paper, rules).Select(form => catalog.German("WorkForms", form.Code, clock.Today()))],
            ApplyFirst = rules.FormOf(request.WorkForm) is { ApplyFirst: true },
            StartsOn = request.StartsOn, EndsOn = request.EndsOn, WeeklyHours = request.WeeklyHours,
        };
        if (contact is not null)
        {
            var named = await NamedAsync(db, contact, facts, request.WithName, ct);
            if (!named.Done)
            {
                return named.Error;
            }

            facts = named.Value;
        }

        using var file = new MemoryStream();
        var document = new PrintDocument
        {
            Title = GermanTexts.Text(request.Paper == AgreementPaper.StatementOfIntent ? nameof(DocumentsTexts.Intent_Title) : nameof(DocumentsTexts.Internship_Title)),
            CreatedAt = clock.Today().ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            Sequences = [AgreementPapers.Compose(facts)],
        };
        var sheets = await Task.Run(() => engine.Write(document, file, ct), ct);
        // Noted before the first byte leaves.
        db.Note(user, clock, AuditAct.Printed, contact is null ? nameof(Integration.Events.JobEvent) : nameof(Contact), contact?.Id.Value ?? jobEvent.Id.Value, jobEvent.Id);
        await db.SaveChangesAsync(ct);
        file.Position = 0;
        await file.CopyToAsync(output, ct);
        return new Printed(sheets, (request.Paper == AgreementPaper.StatementOfIntent ? "absichtserklaerung-" : "praktikumsvereinbarung-") + jobEvent.Key + ".pdf");
    }

    private static Error? WhyNot(Request request, StepRules rules) =>
        request.WorkForm.Length == 0 || FormsOf(request.Paper, rules).Any(form => form.Code == request.WorkForm) ? null
        : request.Paper == AgreementPaper.InternshipAgreement ? DocumentErrors.NoInternship : DocumentErrors.NothingIntended;

    private static IEnumerable<FormRule> FormsOf(AgreementPaper paper, StepRules rules) => rules.Forms.Where(form => paper == AgreementPaper.InternshipAgreement
        ? form is { Internship: true, ApplyFirst: false }
        : rules.StepAbout(form.Code) is { Stage: OutcomeStage.Trial });

    private async Task<Result<AgreementFacts>> NamedAsync(AppDbContext db, Contact contact, AgreementFacts facts, bool withName, CancellationToken ct)
    {
        var release = await db.ProfileReleases.AsNoTracking().SingleAsync(r => r.Id == contact.ReleaseId, ct);
        var employer = await db.Organisations.AsNoTracking().Include(o => o.Sites).SingleAsync(o => o.Id == contact.EmployerId, ct);
        var owner = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == contact.OrganisationId, ct);
        var person = withName ? await db.Participants.AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(p => p.Id == contact.ParticipantId, ct) : null;
        // A paper for the company is a way to the company: it carries the name only once it was released to it.
        if (withName && (person is null || !await db.Contacts.Where(c => c.Id == contact.Id).NameReleased(db, clock.Today()).AnyAsync(ct)))
        {
            return DocumentErrors.NameStaysHere;
        }

        return facts with
        {
            Employer = employer.Name,
            EmployerPlace = employer.Sites.FirstOrDefault() is { } site ? $"{site.Street}, {site.PostalCode} {site.Town}" : "",
            EmployerContact = employer.ContactTeam,
            Chiffre = release.Chiffre,
            // What the person took back is their own organisation's alone from then on.
            Occupation = release.LockedAt is not null && contact.OrganisationId != user.OrganisationId ? "" : release.Content.Occupation,
            Name = person is null ? "" : (person.GivenName + " " + person.FamilyName).Trim(),
            Team = string.Join(", ", new[] { owner.ContactTeam, owner.ContactPhone }.Where(part => part.Length > 0)),
        };
    }
}
