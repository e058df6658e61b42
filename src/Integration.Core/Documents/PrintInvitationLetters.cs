using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents.Sheets;
using Integration.Events;
using Integration.Participants;
using Integration.Printing;
using Integration.Privacy;
using Integration.Resources;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>Prints invitations as letters for people of the own organisation who are noted for an event; they are invited from then on. A request to
/// report (§ 309 SGB III) is never printed: the Jobcenter's own software writes it, with its instructions on legal consequences.</summary>
public sealed class PrintInvitationLetters(
    IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes, IPdfEngine engine, DocumentOptions options)
{
    /// <summary>What to print.</summary>
    public sealed record Request
    {
        /// <summary>The event.</summary>
        public required JobEventId JobEventId { get; init; }

        /// <summary>Which of its noted or invited people; <see langword="null"/> for all noted people.</summary>
        public IReadOnlyCollection<RegistrationId>? Registrations { get; init; }

        /// <summary>Whether only people get a letter who cannot be written to by mail.</summary>
        public bool OnlyWithoutMail { get; init; }
    }

    /// <summary>What was printed: letters, sheets, and a file name without a person's name.</summary>
    public sealed record Printed(int Letters, int Sheets, string FileName);

    /// <summary>Prints to <paramref name="output"/>, one letter a person, by name; all or nothing.</summary>
    /// <returns>What was printed; or <c>Forbidden</c>, <c>NotFound</c>, <see cref="EventErrors.Over"/>, <see cref="EventErrors.NotTakingPart"/>,
    /// <see cref="DocumentErrors.NoLetters"/>, <c>Conflict</c> when somebody changed one of the registrations meanwhile.</returns>
    public async Task<Result<Printed>> ExecuteAsync(Request request, Stream output, CancellationToken ct)
    {
        if (!user.Has(Permission.RegisterForEvents))
        {
            return Errors.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.JobEvents.WhyNobodyCanBeRegisteredAsync(request.JobEventId, user, ct) is { } problem)
        {
            return problem;
        }

        var jobEvent = await db.JobEvents.VisibleTo(user).AsNoTracking().SingleAsync(e => e.Id == request.JobEventId, ct);
        var ids = request.Registrations;
        var wanted = db.Registrations.VisibleTo(user).Where(r => r.JobEventId == request.JobEventId
            && (ids == null ? r.State == RegistrationState.Noted : ids.Contains(r.Id) && (r.State == RegistrationState.Noted || r.State == RegistrationState.Invited)));
        var people = await new InvitationReader(db, await codes.GetAsync(ct), clock).ReadAsync(wanted, ct);
        people.RemoveAll(person => request.OnlyWithoutMail && person.MayBeMailed);
        if (people.Count == 0)
        {
            return DocumentErrors.NoLetters;
        }

        var facts = await InvitationReader.FactsAsync(db, jobEvent, user.OrganisationId, ticket => new Uri(options.PublicAddress, "t/" + ticket), clock.Today(), ct);
        using var file = new MemoryStream();
        var document = new PrintDocument
        {
            Title = GermanTexts.Text(nameof(DocumentsTexts.Document_InvitationLetters), jobEvent.Title),
            CreatedAt = clock.Today().ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            Sequences = people.SelectMany((person, i) => InvitationLetter.Compose(facts, person.Letter(), i == 0 ? GermanTexts.Text(nameof(DocumentsTexts.Letter_Bookmark)) : null)),
        };
        var sheets = await Task.Run(() => engine.Write(document, file, ct), ct);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var person in people)
        {
            db.Note(user, clock, AuditAct.Printed, nameof(Participant), person.Person.Id.Value, jobEvent.Id);
            if (person.Registration.State == RegistrationState.Noted)
            {
                (person.Registration.State, person.Registration.ChangedAt) = (RegistrationState.Invited, now);
                db.Note(user, clock, AuditAct.RegistrationChanged, nameof(Participant), person.Person.Id.Value, jobEvent.Id);
            }
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Errors.Conflict;
        }

        file.Position = 0;
        await file.CopyToAsync(output, ct);
        return new Printed(people.Count, sheets, $"einladungen-{jobEvent.Key}.pdf");
    }
}
