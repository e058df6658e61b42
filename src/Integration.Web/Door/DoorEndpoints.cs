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
    /// <param name="Undoes">Nonce of a scan that is taken back.</param>
    public sealed record ScanMessage(
        Guid Nonce, string? Ticket, Guid? Registration, [property: JsonConverter(typeof(JsonStringEnumConverter<ScanDirection>))] ScanDirection Direction,
        DateTimeOffset? ScannedAt, string? Device, bool Group = false, Guid? Undoes = null);

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

    /// <summary>A guest without a registration, as a device tells it.</summary>
    /// <param name="Id">Drawn by the device for this guest.</param>
    /// <param name="Name">What they want to be called.</param>
    /// <param name="Language">Language in which help is best; empty for none.</param>
    /// <param name="ArrivedAt">When, with its offset.</param>
    public sealed record GuestMessage(Guid Id, string? Name, string? Language, DateTimeOffset? ArrivedAt);

    /// <summary>The answer to a guest.</summary>
    /// <param name="Id">The guest's.</param>
    /// <param name="Saved">Whether they are in.</param>
    /// <param name="Sentence">The answer in the reader's language.</param>
    public sealed record GuestAnswer(Guid Id, bool Saved, string Sentence);

    /// <summary>People who come together.</summary>
    /// <param name="Key">Kind and id.</param>
    /// <param name="Name">Kind and name in the reader's language.</param>
    /// <param name="People">Their registrations.</param>
    public sealed record GroupMessage(string Key, string Name, IEnumerable<Guid> People);

    /// <summary>Maps scans, guests, list, groups and count of a door. Foreign events and those of another day are not found.</summary>
    public static void MapDoor(this WebApplication app)
    {
        app.MapPost(Links.Door + "/{event:guid}/scans", ScanAsync).RequireAuthorization(nameof(Permission.ViewTodaysArrivals));
        app.MapGet(Links.Door + "/{event:guid}/list", ListAsync).RequireAuthorization(nameof(Permission.ViewTodaysArrivals));
        app.MapPost(Links.Door + "/{event:guid}/guests", GuestsAsync).RequireAuthorization(nameof(Permission.ViewTodaysArrivals));
        app.MapGet(Links.Door + "/{event:guid}/groups", GroupsAsync).RequireAuthorization(nameof(Permission.ViewTodaysArrivals));
        app.MapGet(Links.Door + "/{event:guid}/count", CountAsync).RequireAuthorization(nameof(Permission.ViewTodaysArrivals));
        app.MapGet(Links.Door + "/{event:guid}/counts", DoorStream.CountsAsync).RequireAuthorization(nameof(Permission.ViewTodaysArrivals));
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

    private static async Task<IResult> GuestsAsync(Guid @event, IReadOnlyList<GuestMessage> guests, HttpContext context, IAntiforgery antiforgery, AddWalkIn add, CancellationToken ct)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        if (!await antiforgery.IsRequestValidAsync(context) || guests.Any(guest => guest.Id == Guid.Empty))
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        }

        if (guests.Count > MergeScans.Most)
        {
            return Results.Problem(Texts.Of(DoorErrors.TooMany), statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var answers = new List<GuestAnswer>(guests.Count);
        foreach (var guest in guests)
        {
            var form = new AddWalkIn.Form
            {
                Id = new WalkInId(guest.Id), DisplayName = guest.Name ?? "", SupportLanguage = guest.Language ?? "", ArrivedAt = guest.ArrivedAt?.UtcDateTime,
            };
            var result = await add.ExecuteAsync(new JobEventId(@event), form, ct);
            if (result.Error == Errors.NotFound)
            {
                return Nothing();
            }

            answers.Add(new GuestAnswer(guest.Id, result.Done, result.Done ? "" : Texts.Of(result.Error)));
        }

        return Results.Json(answers);
    }

    private static async Task<IResult> GroupsAsync(Guid @event, HttpContext context, DoorGroupQueries queries, CancellationToken ct)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        var result = await queries.ListAsync(new JobEventId(@event), ct);
        return result.Done
            ? Results.Json(result.Value.Select(group => new GroupMessage(DoorLine.Key(group), DoorLine.Of(group), group.Came.Concat(group.Missing).Select(id => id.Value))))
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
        return result.Value is { } count ? Results.Json(Message(count)) : Nothing();
    }

    internal static CountMessage Message(DoorCount count) => new(count.Expected, count.Came, count.Left, count.WalkIns, count.Inside);

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
        Undoes = message.Undoes,
    };

    private static AnswerMessage Write(ScanAnswer answer) => new(
        answer.Nonce, answer.Outcome.ToString(), answer.Outcome.Signal().ToString(), answer.Outcome.Label(), answer.DisplayName, answer.Registration?.Value);
}
