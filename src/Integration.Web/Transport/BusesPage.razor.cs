using System.Globalization;
using Integration.Common;
using Integration.Reports;
using Integration.Transport;
using Integration.Web.Events;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Transport;

/// <summary>The buses of an event: lines, stops, how many get on where, and what a late one means.</summary>
public sealed partial class BusesPage
{
    private EventBuses? _buses;
    private IReadOnlyList<LateBus> _late = [];
    private SaveBusLine.Form? _form;
    private SeatOutcome? _outcome;
    private Error? _failure;
    private bool _missing;
    private bool _busy;
    private string? _problem;

    [Inject] public required BusQueries Queries { get; init; }

    [Inject] public required LateBusQueries Late { get; init; }

    [Inject] public required BusActs Acts { get; init; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (await FollowAsync())
        {
            await ReadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var read = await Queries.ListAsync(EventId, CancellationToken.None);
        _late = await Late.ListAsync(EventId, CancellationToken.None);
        (_missing, _buses) = (!read.Done, read.Value);
    }

    private void Edit(BusLineRow? row)
    {
        _failure = null;
        _form = row is null
            ? new SaveBusLine.Form { ArrivesAt = _buses!.Event.StartsAt.AddMinutes(-15), LeavesAt = _buses.Event.EndsAt.AddMinutes(15), Stops = [new()] }
            : new SaveBusLine.Form
            {
                Id = row.Line.Id, Version = row.Line.Version, Name = row.Line.Name, Company = row.Line.Company, Phone = row.Line.Phone,
                Seats = row.Line.Seats, WheelchairPlaces = row.Line.WheelchairPlaces, ArrivesAt = row.Line.ArrivesAt, LeavesAt = row.Line.LeavesAt,
                Stops = [.. row.Stops.Select(s => new SaveBusLine.Stop { Id = s.Stop.Id, Name = s.Stop.Name, Municipality = s.Stop.Municipality, LeavesAt = s.Stop.LeavesAt, BackAt = s.Stop.BackAt })],
            };
    }

    private async Task SaveAsync()
    {
        var saved = await Acts.Save.ExecuteAsync(EventId, _form!, CancellationToken.None);
        _failure = saved.Error;
        if (saved.Done)
        {
            _form = null;
            await ReadAsync();
        }
    }

    private async Task DistributeAsync()
    {
        _busy = true;
        var done = await Acts.Distribute.ExecuteAsync(EventId, CancellationToken.None);
        (_busy, _outcome, _problem) = (false, done.Value, done.Done ? null : Texts.Of(done.Error));
        await ReadAsync();
    }

    private async Task LateAsync(BusLine line, string? minutes)
    {
        var done = await Acts.Late.ExecuteAsync(line.Id, int.TryParse(minutes, CultureInfo.InvariantCulture, out var late) ? late : 0, CancellationToken.None);
        _problem = done.Done ? null : Texts.Of(done.Error);
        await ReadAsync();
    }
}

/// <summary>What can be done with buses.</summary>
public sealed record BusActs(SaveBusLine Save, DistributeSeats Distribute, ReportLateBus Late);
