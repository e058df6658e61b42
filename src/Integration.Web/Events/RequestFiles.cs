using Integration.Access;
using Integration.Common;
using Integration.Invitations;

namespace Integration.Web.Events;

/// <summary>Requests to report as a file for the job centre's own letters.</summary>
public static class RequestFiles
{
    /// <summary>Maps <c>/events/{id}/requests-to-report</c>: a CSV file. Its name says the day and nothing else.</summary>
    public static void MapRequestsToReport(this WebApplication app) =>
        app.MapGet(Links.Events + "/{id:guid}/requests-to-report", async (Guid id, ExportRequestsToReport export, TimeProvider clock, CancellationToken ct) =>
        {
            var file = await export.ExecuteAsync(new JobEventId(id), ct);
            return file.Done ? Results.File(file.Value, "text/csv; charset=utf-8", $"meldetermine-{clock.Today():yyyy-MM-dd}.csv") : Results.NotFound();
        }).RequireAuthorization(nameof(Permission.RegisterForEvents));
}
