using Integration.Common;
using Integration.Door;
using Integration.Events;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>Corrects how it was with one person. Not excused is offered only to the case manager in charge of somebody who was asked to report.</summary>
public sealed partial class AttendanceForm
{
    private IReadOnlyList<CorrectionRow> _trail = [];
    private RegistrationId? _of;
    private string _state = "";
    private string _excuse = "";
    private TimeOnly? _in;
    private TimeOnly? _out;
    private Error? _problem;

    /// <summary>The person.</summary>
    [Parameter, EditorRequired] public AttendanceRow Row { get; set; } = null!;

    /// <summary>The person's name.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>The event.</summary>
    [Parameter, EditorRequired] public JobEvent Event { get; set; } = null!;

    /// <summary>Code lists.</summary>
    [Parameter, EditorRequired] public CodePicks Codes { get; set; } = null!;

    /// <summary>Saved, with what to say; or given up, with nothing to say.</summary>
    [Parameter] public EventCallback<string?> OnDone { get; set; }

    [Inject] public required CorrectAttendance Correct { get; init; }

    [Inject] public required AttendanceQueries Queries { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private AttendanceState? State => Enum.TryParse<AttendanceState>(_state, out var state) ? state : null;

    private bool Came => State is AttendanceState.Present or AttendanceState.Partly;

    private IEnumerable<Choice> States =>
        Enum.GetValues<AttendanceState>().Where(state => state != AttendanceState.Unexcused || Row.MayBeUnexcused || Row.State == state)
            .Select(state => new Choice(state.ToString(), state.Label())).Prepend(new Choice("", AttendanceTexts.NotRecorded));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_of == Row.Registration)
        {
            return;
        }

        _of = Row.Registration;
        (_state, _excuse, _in, _out) = (Row.State?.ToString() ?? "", Row.Excuse, Local(Row.InAt), Local(Row.OutAt));
        _trail = await Queries.CorrectionsAsync(Row.Registration, CancellationToken.None);
    }

    // Whoever was there came at the beginning, unless somebody knows better.
    private void Choose(string state)
    {
        _state = state;
        _in ??= Came ? Event.StartsAt : null;
    }

    private async Task SaveAsync()
    {
        var form = new CorrectAttendance.Form
        {
            State = State, Excuse = _excuse, InAt = Came ? Instant(_in, Row.InAt) : null, OutAt = Came ? Instant(_out, Row.OutAt) : null,
        };
        var saved = await Correct.ExecuteAsync(Row.Registration, form, CancellationToken.None);
        _problem = saved.Error;
        if (saved.Done)
        {
            await OnDone.InvokeAsync(Format.Fill(AttendanceTexts.Saved, Name, State.Word()));
        }
    }

    private TimeOnly? Local(DateTime? at) =>
        at is { } instant ? TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), Clock.LocalTimeZone)) : null;

    // A time that nobody touched keeps its seconds.
    private DateTime? Instant(TimeOnly? time, DateTime? before) =>
        time is not { } chosen ? null
        : Local(before) == chosen ? before
        : EventTimes.Instant(Clock.LocalTimeZone, Event.DayOf(chosen), chosen);
}
