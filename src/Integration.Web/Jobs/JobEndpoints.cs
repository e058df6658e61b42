using Integration.Access;
using Microsoft.Net.Http.Headers;

namespace Integration.Web.Jobs;

/// <summary>Where a job's file is fetched.</summary>
public static class JobEndpoints
{
    /// <summary>Adds the registry of jobs.</summary>
    public static void AddPortalJobs(this WebApplicationBuilder builder) => builder.Services.AddSingleton<BackgroundJobs>();

    /// <summary>Maps <c>/jobs/{id}/file</c>. A job of somebody else, of another organisation, or one whose right was taken away since,
    /// is not found.</summary>
    public static void MapJobs(this WebApplication app) => app.MapGet(Links.JobFile("{id:guid}"), FileAsync).RequireAuthorization();

    private static async Task<IResult> FileAsync(
        Guid id, HttpContext context, ICurrentUser user, BackgroundJobs jobs, CancellationToken ct)
    {
        if (jobs.Find(user, id)?.File is not { } file)
        {
            return Results.NotFound();
        }

        if (file.MayStillLeave is { } check && !await check(context.RequestServices, ct))
        {
            jobs.Forget(user, id);
            return Results.NotFound();
        }

        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Results.File(file.Bytes.ToArray(), file.ContentType, file.Name);
    }
}
