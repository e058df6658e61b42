using Integration.Common;
using Integration.Events;
using Integration.Reports;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Integration.Web.Events;

/// <summary>The programme as a plan of rooms and quarters of an hour.</summary>
public sealed partial class ProgrammeGrid
{
    private const int Minutes = 15;
    private const int Step = 5;

    private ProgrammeItem? _dragged;

    /// <summary>The programme.</summary>
    [Parameter, EditorRequired] public EventProgramme Programme { get; set; } = null!;

    /// <summary>An item was moved.</summary>
    [Parameter] public EventCallback<SaveProgrammeItem.Form> OnMove { get; set; }

    /// <summary>An item was opened.</summary>
    [Parameter] public EventCallback<ProgrammeItem> OnOpen { get; set; }

    private List<(RoomId? Id, string Name)> Columns { get; set; } = [];

    private HashSet<Guid> Warned { get; set; } = [];

    private TimeOnly First { get; set; }

    private int Rows { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Columns = [.. Programme.Rooms.Select(room => ((RoomId?)room.Id, room.Name))];
        if (Programme.Items.Any(item => item.RoomId is null))
        {
            Columns.Add((null, ProgrammeTexts.NoRoom));
        }

        Warned = [.. Programme.Warnings.Select(warning => warning.First)];
        // Items come in the order of the day, so that one after midnight counts on from the evening before.
        var begin = Programme.Items.Count > 0 ? Programme.Items[0].StartsAt : Programme.Event.StartsAt;
        begin = Programme.Event.StartsAt < begin ? Programme.Event.StartsAt : begin;
        First = new TimeOnly(begin.Hour, 0);
        Rows = Math.Max(4, Programme.Items.Select(item => RowOf(item.StartsAt) + SpanOf(item)).DefaultIfEmpty(4).Max());
        Rows = (Rows + 3) / 4 * 4;
    }

    private TimeOnly TimeAt(int row) => First.AddMinutes(row * Minutes);

    private int RowOf(TimeOnly time) => (int)((time - First).TotalMinutes / Minutes);

    private static int SpanOf(ProgrammeItem item) => Math.Max(1, (int)Math.Ceiling((item.EndsAt - item.StartsAt).TotalMinutes / Minutes));

    private int ColumnOf(ProgrammeItem item) => Math.Max(0, Columns.FindIndex(column => column.Id == item.RoomId));

    private async Task DropAsync(TimeOnly at, RoomId? room)
    {
        if (_dragged is { } item)
        {
            _dragged = null;
            await OnMove.InvokeAsync(SaveProgrammeItem.Form.Moved(item, at, room));
        }
    }

    private async Task KeyAsync(KeyboardEventArgs e, ProgrammeItem item)
    {
        var column = ColumnOf(item);
        var (minutes, to) = (e.ShiftKey, e.Key) switch
        {
            (true, "ArrowUp") => (-Step, column),
            (true, "ArrowDown") => (Step, column),
            (true, "ArrowLeft") => (0, Math.Max(0, column - 1)),
            (true, "ArrowRight") => (0, Math.Min(Columns.Count - 1, column + 1)),
            _ => (0, column),
        };
        if (minutes != 0 || to != column)
        {
            await OnMove.InvokeAsync(SaveProgrammeItem.Form.Moved(item, item.StartsAt.AddMinutes(minutes), Columns[to].Id));
        }
    }
}
