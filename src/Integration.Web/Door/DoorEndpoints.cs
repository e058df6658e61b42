using System.Text.Json.Serialization;
using Integration.Access;
using Integration.Common;
using Integration.Door;
using Integration.Participants;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Net.Http.Headers;

namespace Integration.Web.Door;

/// <summary>What the devices at the doors say to the portal and ask it.</summary>
public static class DoorEndpoints
{
    /// <summary>A scan as a device sends it.</summary>
    /// <param name="Nonce">Drawn by the device for this scan.</param>
    /// <param name="Ticket">What was read.</param>
    /// <param name="Registration">The registration picked from the list.</param>
    /// <param name="Direction">In or Out.</param>
    /// <param name="ScannedAt">When, with its offset.</param>
    /// <param name="Device">Name of the door.</param>
    /// <param name="Group">Whether done for several people together.</param>
    public sealed record ScanMessage(
        Guid Nonce, string? Ticket, Guid? Registration, [property: JsonConverter(typeof(JsonStringEnumConverter<ScanDirection>))] ScanDirection Direction,
        DateTimeOffset? ScannedAt, string? Device, bool Group = false);

    /// <summary>The answer to a scan.</summary>
    /// <param name="Nonce">The scan's.</param>
    /// <param name="Outcome">Code of the outcome.</param>
    /// <param name="Signal">Kind of the answer.</param>
    /// <param name="Sentence">The answer in the reader's language.</param>
    /// <param name="Name">Who it is; empty where no name is shown.</param>
    /// <param name="Registration">The registration, where one was found.</param>
    public sealed record AnswerMessage(Guid Nonce, string Outcome, string Signal, string Sentence, string Name, Guid? Registration);

    /// <summary>A person of the list.</summary>
    /// <param name="Registration">The registration.</param>
    /// <param name="Ticket">Code of the ticket.</param>
    /// <param name="Name">Who it is; empty where no name is shown.</param>
    /// <param name="Key">The name in plain Latin letters, whatever script it is written in: the device searches in it.</param>
    /// <param name="Standing">How they stand.</param>
    public sealed record RowMessage(Guid Registration, string Ticket, string Name, string Key, string Standing);

    /// <summary>How many are here.</summary>
    /// <param name="Expected">Registered.</param>
    /// <param name="Came">Of them came.</param>
    /// <param name="Left">Of them left.</param>
    /// <param name="WalkIns">Guests without a registration.</param>
    /// <param name="Inside">In the house.</param>
    public sealed record CountMessage(int Expected, int Came, int Left, int WalkIns, int Inside);

    /// <summary>Maps scans, list and count of a door. Foreign events and those of another day are not found.</summary>
    public static void MapDoor(this WebApplication app)
    {
        app.MapPost(Links.Door + "/{event:guid}/scans", ScanAsync).RequireAuthorization(nameof(Permission.ViewTodaysArrivals));
        app.MapGet(Links.Door + "/{event:guid}/list", ListAsync).RequireAuthorization(nameof(Permission.ViewTodaysArrivals));
        app.MapGet(Links.Door + "/{event:guid}/count", CountAsync).RequireAuthorization(nameof(Permission.ViewTodaysArrivals));
    }

    private static async Task<IResult> ScanAsync(Guid @event, IReadOnlyList<ScanMessage> scans, HttpContext context, IAntiforgery antiforgery, MergeScans merge, CancellationToken ct)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        }

        var result = await merge.ExecuteAsync(new JobEventId(@event), [.. scans.Select(Read)], ct);
        return result.Done ? Results.Json(result.Value.Select(Write))
            : result.Error == DoorErrors.TooMany ? Results.Problem(Texts.Of(result.Error), statusCode: StatusCodes.Status413PayloadTooLarge)
            : Nothing();
    }

    private static async Task<IResult> ListAsync(Guid @event, HttpContext context, DoorQueries queries, CancellationToken ct)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        var result = await queries.ListAsync(new JobEventId(@event), ct);
        return result.Done
            ? Results.Json(result.Value.Select(row => new RowMessage(row.Registration.Value, row.Ticket, row.Name, NameTokens.Fold(row.Name), row.Standing.ToString())))
            : Nothing();
    }

    private static async Task<IResult> CountAsync(Guid @event, HttpContext context, DoorQueries queries, CancellationToken ct)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        var result = await queries.CountAsync(new JobEventId(@event), ct);
        return result.Value is { } count ? Results.Json(new CountMessage(count.Expected, count.Came, count.Left, count.WalkIns, count.Inside)) : Nothing();
    }

    // With a body of its own: devices read no pages.
    private static IResult Nothing() => Results.Problem(Texts.Of(Errors.NotFound), statusCode: StatusCodes.Status404NotFound);

    private static Scan Read(ScanMessage message) => new()
    {
        Nonce = message.Nonce,
        Ticket = message.Ticket,
        Registration = message.Registration is { } id ? new RegistrationId(id) : null,
        Direction = message.Direction,
        ScannedAt = message.ScannedAt?.UtcDateTime,
        Device = message.Device ?? "",
        Group = message.Group,
    };

    private static AnswerMessage Write(ScanAnswer answer) => new(
        answer.Nonce, answer.Outcome.ToString(), answer.Outcome.Signal().ToString(), answer.Outcome.Label(), answer.DisplayName, answer.Registration?.Value);
}
