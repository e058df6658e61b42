using Integration.Access;
using Integration.Common;
using Integration.Participants.Import;

namespace Integration.Web.Participants.Import;

/// <summary>The rows in error as a file.</summary>
public static class ImportErrorFiles
{
    /// <summary>Maps <c>/import/{id}/errors</c>: a CSV file that imports again. Its name says the day and nothing else.</summary>
    public static void MapImportErrors(this WebApplication app) =>
        app.MapGet(Links.Import + "/{id:guid}/errors", async (Guid id, ExportImportErrors export, TimeProvider clock, CancellationToken ct) =>
        {
            var file = await export.ExecuteAsync(new ImportBatchId(id), ct);
            return file.Done
                ? Results.File(file.Value, "text/csv; charset=utf-8", $"import-{DateOnly.FromDateTime(clock.GetLocalNow().DateTime):yyyy-MM-dd}.csv")
                : Results.NotFound();
        }).RequireAuthorization(nameof(Permission.ImportParticipants));
}
