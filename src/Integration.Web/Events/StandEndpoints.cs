using Integration.Access;
using Integration.Common;
using Integration.Events;

namespace Integration.Web.Events;

/// <summary>The pictures of halls.</summary>
public static class StandEndpoints
{
    /// <summary>Maps the picture of a hall.</summary>
    public static void MapStands(this WebApplication app) =>
        app.MapGet(Links.Events + "/{id:guid}/floor-plans/{plan:guid}", ImageAsync).RequireAuthorization(nameof(Permission.ViewEvents));

    private static async Task<IResult> ImageAsync(Guid id, Guid plan, HttpContext context, StandQueries queries, CancellationToken ct)
    {
        var image = await queries.ImageAsync(new JobEventId(id), new FloorPlanId(plan), ct);
        return PictureAnswer.Of(context, image.Value?.Bytes, image.Value?.MediaType);
    }
}
