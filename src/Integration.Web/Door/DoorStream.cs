using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Integration.Common;
using Integration.Door;
using Integration.Web.Events;
using Microsoft.Net.Http.Headers;

namespace Integration.Web.Door;

/// <summary>Tells the devices at the doors how many are here, as soon as any door lets somebody in.</summary>
public static class DoorStream
{
    // After this time a device asks anew, so that whoever has been signed out meanwhile is told nothing more.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The counts of a door as server-sent events: now, and after every change, once a second at most.</summary>
    public static async Task<IResult> CountsAsync(
        Guid @event, HttpContext context, DoorQueries queries, EventWatch watch, IHostApplicationLifetime lifetime, TimeProvider clock, CancellationToken ct)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        var id = new JobEventId(@event);
        var first = await queries.CountAsync(id, ct);
        return first.Done
            ? TypedResults.ServerSentEvents(ChangesAsync(id, queries, watch, clock, lifetime.ApplicationStopping, ct))
            : Results.Problem(Texts.Of(first.Error), statusCode: StatusCodes.Status404NotFound);
    }

    private static async IAsyncEnumerable<DoorEndpoints.CountMessage> ChangesAsync(
        JobEventId id, DoorQueries queries, EventWatch watch, TimeProvider clock, CancellationToken stopping, [EnumeratorCancellation] CancellationToken ct)
    {
        using var late = new CancellationTokenSource(Longest, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, stopping, late.Token);
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        changes.Writer.TryWrite(true);
        using var watching = await watch.BeginAsync(id, () => changes.Writer.TryWrite(true), ct);
        while (await ChangedAsync(changes.Reader, end.Token) && (await queries.CountAsync(id, ct)).Value is { } count)
        {
            yield return DoorEndpoints.Message(count);
            await Task.Delay(Pause, clock, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<bool> ChangedAsync(ChannelReader<bool> changes, CancellationToken end)
    {
        try
        {
            return await changes.ReadAsync(end);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
