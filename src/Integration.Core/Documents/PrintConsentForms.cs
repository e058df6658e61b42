using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents.Sheets;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Printing;
using Integration.Privacy;
using Integration.Resources;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>Prints consent forms for people of the own organisation, each in German and one other language. Printing a form sets no consent.</summary>
public sealed class PrintConsentForms(
    IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes, IPdfEngine engine)
{
    private const int MonthsAfterEvent = 3;
    private const string Fallback = "en";
    private const char NoBreakSpace = '\u00A0';

    /// <summary>What to print.</summary>
    public sealed record Request
    {
        /// <summary>The event.</summary>
        public required JobEventId JobEventId { get; init; }

        /// <summary>For whom.</summary>
        public required IReadOnlyCollection<ParticipantId> Participants { get; init; }

        /// <summary>BCP 47 tag of the second language; <see langword="null"/> takes each person's first language, and English where no form exists in it.</summary>
        public string? Language { get; init; }

        /// <summary>What the consents are for.</summary>
        public IReadOnlyList<ConsentPurpose> Purposes { get; init; } = [ConsentPurpose.ProfileAtEvent];

        /// <summary>The employer or partner named in the text, for the two purposes that name one.</summary>
        public OrganisationId? RecipientId { get; init; }
    }

    /// <summary>What was printed: forms, sheets, a file name without a person's name, the recorded run.</summary>
    public sealed record Printed(int Forms, int Sheets, string FileName, PrintRunId Run);

    /// <summary>Prints to <paramref name="output"/>, all or nothing.</summary>
    public async Task<Result<Printed>> ExecuteAsync(Request request, Stream output, CancellationToken ct = default)
    {
        if (!user.Has(Permission.PrintProfiles) || !user.Has(Permission.ViewParticipants))
        {
            return Errors.Forbidden;
        }

        if (request.Language is { } wanted && FormTexts.Of(wanted) is null)
        {
            return DocumentErrors.LanguageUnknown(wanted);
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobEvent = await db.JobEvents.AsNoTracking().TakenPartInBy(user).SingleOrDefaultAsync(e => e.Id == request.JobEventId, ct);
        var ids = request.Participants.Distinct().ToList();
        var people = await db.Participants.AsNoTracking().VisibleTo(user).Where(person => ids.Contains(person.Id)).OrderBy(person => person.SortName).ToListAsync(ct);
        if (jobEvent is null || ids.Count == 0 || people.Count != ids.Count)
        {
            return Errors.NotFound;
        }

        var recipient = "";
        if (request.Purposes.Any(purpose => purpose is ConsentPurpose.NameToEmployer or ConsentPurpose.PassToPartner))
        {
            if (request.RecipientId is not { } id)
            {
                return DocumentErrors.RecipientMissing;
            }

            var name = await db.Organisations.VisibleTo(user).Where(o => o.Id == id).Select(o => o.Name).SingleOrDefaultAsync(ct);
            if (name is null)
            {
                return Errors.NotFound;
            }

            recipient = name;
        }

        var own = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == user.OrganisationId, ct);
        var catalog = await codes.GetAsync(ct);
        var number = 0;
        var forms = people.SelectMany(person => request.Purposes.Select(purpose =>
        {
            var texts = FormTexts.Of(request.Language ?? LanguageTags.Of(catalog, person.FirstLanguage, clock.Today()) ?? Fallback) ?? FormTexts.Of(Fallback)!;
            return ConsentForm.Compose(Facts(person, purpose, own, jobEvent, LanguageName(catalog, texts.Language), recipient), texts, ++number);
        })).ToList();
        using var file = new MemoryStream();
        var sheets = await Task.Run(
            () => engine.Write(
                new PrintDocument
                {
                    Title = GermanTexts.Text(nameof(DocumentsTexts.Document_ConsentForms), jobEvent.Title),
                    CreatedAt = clock.Today().ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
                    Sequences = forms,
                },
                file, ct),
            ct);
        var run = new PrintRun
        {
            OrganisationId = user.OrganisationId,
            Product = PrintProduct.ConsentForms,
            JobEventId = jobEvent.Id,
            PrintedAt = clock.GetUtcNow().UtcDateTime,
            PrintedBy = user.Id,
            Sheets = sheets,
            Items = people.Select(person => new PrintRunItem { ParticipantId = person.Id, CopyNumber = 1, CopyOf = 1 }).ToList(),
        };
        db.PrintRuns.Add(run);
        foreach (var person in people)
        {
            db.Note(user, clock, AuditAct.Printed, nameof(Participant), person.Id.Value, jobEvent.Id);
        }

        await db.SaveChangesAsync(ct);
        file.Position = 0;
        await file.CopyToAsync(output, ct);
        return new Printed(forms.Count, sheets, $"einwilligungen-{jobEvent.Key}.pdf", run.Id);
    }

    private static ConsentFormFacts Facts(
        Participant person, ConsentPurpose purpose, Organisation own, JobEvent jobEvent, string language, string recipient) => new()
    {
        Purpose = purpose,
        PersonName = (person.GivenName + " " + person.FamilyName).Trim(),
        Organisation = own.Name,
        Contact = string.Join(", ", new[] { own.ContactPhone.Replace(' ', NoBreakSpace), own.ContactEmail }.Where(line => line.Length > 0)),
        EventTitle = jobEvent.Title,
        EventDate = jobEvent.Date,
        EventPlace = jobEvent.PlaceLine(),
        ValidUntil = jobEvent.Date.AddMonths(MonthsAfterEvent),
        LanguageName = language,
        Recipient = recipient,
    };

    private string LanguageName(CodeCatalog catalog, string tag) =>
        catalog.Entries("Languages", clock.Today()).FirstOrDefault(entry => entry.Extra.StartsWith(tag + "|", StringComparison.Ordinal))?.German ?? tag;
}
