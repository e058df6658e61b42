using Integration.Access;
using Integration.Common;
using Integration.Events;

namespace Integration.Web.Events;

/// <summary>The pictures of logos.</summary>
public static class LogoEndpoints
{
    /// <summary>Maps the picture of a logo.</summary>
    public static void MapLogos(this WebApplication app) =>
        app.MapGet(Links.Events + "/{id:guid}/logos/{logo:guid}", ImageAsync).RequireAuthorization(nameof(Permission.ViewEvents));

    private static async Task<IResult> ImageAsync(Guid id, Guid logo, HttpContext context, EventLogoQueries queries, CancellationToken ct)
    {
        var image = await queries.ImageAsync(new JobEventId(id), new EventLogoId(logo), ct);
        return PictureAnswer.Of(context, image.Value?.Bytes, image.Value?.MediaType);
    }
}
