using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants.Import;

/// <summary>Reads a file and stages its rows: what each would do, and what is wrong with it. Nothing is changed in the people.</summary>
public sealed class StageImport(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock)
{
    /// <summary>What is imported.</summary>
    public sealed class Form
    {
        /// <summary>The file.</summary>
        [Required]
        public required ReadOnlyMemory<byte> Content { get; init; }

        /// <summary>The event the people are noted for; <see langword="null"/> for none.</summary>
        public JobEventId? JobEventId { get; init; }
    }

    /// <summary>Stages a file.</summary>
    /// <returns>The import; or <c>Forbidden</c>, <c>NotFound</c>, <c>Event_Over</c> or <c>Event_NotTakingPart</c> for the event, or why the file cannot be read (<see cref="ImportFile.Read"/>).</returns>
    public async Task<Result<ImportBatchId>> ExecuteAsync(Form form, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var staged = await PrepareAsync(db, user, clock, form, ct);
        if (!staged.Done)
        {
            return staged.Error;
        }

        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.ImportBatches.Add(staged.Value.Batch);
        db.ImportRows.AddRange(staged.Value.Rows);
        await db.SaveChangesAsync(ct);
        return staged.Value.Batch.Id;
    }

    /// <summary>Reads and evaluates a file without saving anything.</summary>
    internal static async Task<Result<StagedFile>> PrepareAsync(AppDbContext db, ICurrentUser user, TimeProvider clock, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.ImportParticipants) || (form.JobEventId is not null && !user.Has(Permission.RegisterForEvents)))
        {
            return Errors.Forbidden;
        }

        if (form.JobEventId is { } jobEvent && await db.JobEvents.WhyNobodyCanBeRegisteredAsync(jobEvent, user, ct) is { } refused)
        {
            return refused;
        }

        var table = ImportFile.Read(form.Content);
        if (!table.Done)
        {
            return table.Error;
        }

        var batch = new ImportBatch
        {
            OrganisationId = user.OrganisationId,
            JobEventId = form.JobEventId,
            FileHash = HashOf(form.Content),
            Headings = [.. table.Value.Headings],
            Fields = ImportHeadings.Recognise(table.Value.Headings, await ImportWork.RememberedAsync(db, user, ct)),
            State = ImportState.Staged,
            StagedAt = clock.GetUtcNow().UtcDateTime,
            StagedBy = user.Id,
        };
        var rows = table.Value.Rows.Select(row => new ImportRow { BatchId = batch.Id, Row = row.Number, Cells = [.. row.Cells] }).ToList();
        await ImportWork.EvaluateAsync(db, user, clock, batch, rows, ct);
        return new StagedFile(batch, rows, table.Value);
    }

    /// <summary>SHA-256 of a file in lower-case hexadecimal.</summary>
    internal static string HashOf(ReadOnlyMemory<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content.Span));

    /// <summary>A file that was read and evaluated.</summary>
    internal sealed record StagedFile(ImportBatch Batch, List<ImportRow> Rows, ImportTable Table);
}
