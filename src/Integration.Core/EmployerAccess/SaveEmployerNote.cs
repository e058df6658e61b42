using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.EmployerAccess;

/// <summary>Keeps a profile on the company's own list, or a few words about it. Both are the company's alone.</summary>
public sealed class SaveEmployerNote(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>What is asked for; what is <see langword="null"/> stays as it is.</summary>
    public sealed class Form
    {
        /// <summary>The profile.</summary>
        public string Token { get; set; } = "";

        /// <summary>Whether it is kept.</summary>
        public bool? Kept { get; set; }

        /// <summary>The words; empty to remove them.</summary>
        public string? Text { get; set; }
    }

    /// <summary>Saves.</summary>
    /// <returns>Done; <c>Forbidden</c>, <c>NotFound</c>, or <c>TooLong</c>.</returns>
    public async Task<Result> ExecuteAsync(Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.BrowseAtStand))
        {
            return Errors.Forbidden;
        }

        return form.Text?.Trim().Length > EmployerNote.TextMaxLength
            ? Errors.TooLong(nameof(Form.Text), EmployerNote.TextMaxLength)
            : await Persistently.RunAsync(() => OnceAsync(form, ct));
    }

    private async Task<Result> OnceAsync(Form form, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var employer = user.OrganisationId;
        var release = await db.ProfileReleases.ShownToEmployer(user, db, clock.Today()).Where(r => r.Token == form.Token)
            .Select(r => new { r.Id, r.JobEventId }).SingleOrDefaultAsync(ct);
        if (release is null)
        {
            return Errors.NotFound;
        }

        var note = await db.EmployerNotes.SingleOrDefaultAsync(n => n.EmployerId == employer && n.ReleaseId == release.Id, ct);
        if (note is null)
        {
            note = new EmployerNote { JobEventId = release.JobEventId, EmployerId = employer, ReleaseId = release.Id };
            db.Add(note);
        }

        (note.Kept, note.Text, note.ChangedAt) = (form.Kept ?? note.Kept, form.Text?.Trim() ?? note.Text, clock.GetUtcNow().UtcDateTime);
        if (!note.Kept && note.Text.Length == 0)
        {
            db.Remove(note);
        }

        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}
