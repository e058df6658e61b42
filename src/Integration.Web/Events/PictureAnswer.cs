using Integration.Common;
using Microsoft.Net.Http.Headers;

namespace Integration.Web.Events;

/// <summary>How a stored picture is answered. Its address carries the version, so that the browser may keep it and nobody between.</summary>
internal static class PictureAnswer
{
    public static IResult Of(HttpContext context, byte[]? bytes, string? mediaType)
    {
        if (bytes is null)
        {
            context.Response.Headers[HeaderNames.CacheControl] = "no-store";
            return Results.Problem(Texts.Of(Errors.NotFound), statusCode: StatusCodes.Status404NotFound);
        }

        context.Response.Headers[HeaderNames.CacheControl] = "private, max-age=86400";
        return Results.Bytes(bytes, mediaType);
    }
}
