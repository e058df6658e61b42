using Integration.Access;
using Integration.Common;
using Integration.Events;
using Microsoft.Net.Http.Headers;

namespace Integration.Web.Events;

/// <summary>The pictures of halls.</summary>
public static class StandEndpoints
{
    /// <summary>Maps the picture of a hall. Its address carries the version, so that the browser may keep it and nobody between.</summary>
    public static void MapStands(this WebApplication app) =>
        app.MapGet(Links.Events + "/{id:guid}/floor-plans/{plan:guid}", ImageAsync).RequireAuthorization(nameof(Permission.ViewEvents));

    private static async Task<IResult> ImageAsync(Guid id, Guid plan, HttpContext context, StandQueries queries, CancellationToken ct)
    {
        var image = await queries.ImageAsync(new JobEventId(id), new FloorPlanId(plan), ct);
        if (image.Value is not { } found)
        {
            context.Response.Headers[HeaderNames.CacheControl] = "no-store";
            return Results.Problem(Texts.Of(Errors.NotFound), statusCode: StatusCodes.Status404NotFound);
        }

        context.Response.Headers[HeaderNames.CacheControl] = "private, max-age=86400";
        return Results.Bytes(found.Bytes, found.MediaType);
    }
}
