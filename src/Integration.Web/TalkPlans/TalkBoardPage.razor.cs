using Integration.Common;
using Integration.Data;
using Integration.TalkPlans;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.TalkPlans;

/// <summary>One plan: as a board of tables and times, by people, by employers, by interpreters, and what does not take place. A draft is changed here.</summary>
public sealed partial class TalkBoardPage
{
    private TalkBoard? _board;
    private CodePicks? _codes;
    private ScheduledTalkId? _selected;
    private UnmetTalk? _insert;
    private OpenTalk? _open;
    private HashSet<ScheduledTalkId> _warned = [];
    private bool _missing;
    private string? _problem;
    private string? _said;

    /// <summary>Id of the plan.</summary>
    [Parameter] public Guid Schedule { get; set; }

    /// <summary>How it is looked at: people, employers, interpreters, unmet; the board without it.</summary>
    [SupplyParameterFromQuery(Name = "view")] public string? View { get; set; }

    /// <summary>What is searched.</summary>
    [SupplyParameterFromQuery(Name = "q")] public string? Q { get; set; }

    /// <summary>The page of the list.</summary>
    [SupplyParameterFromQuery(Name = "page")] public int? Page { get; set; }

    [Inject] public required TalkScheduleQueries Queries { get; init; }

    [Inject] public required TalkActs Acts { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    private TalkScheduleId ScheduleId => new(Schedule);

    private bool Draft => _board?.Schedule.State == TalkScheduleState.Draft;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (await FollowAsync() || _board?.Schedule.Id != ScheduleId)
        {
            _codes ??= new CodePicks(await Codes.GetAsync(CancellationToken.None), Clock.Today());
            (_selected, _insert) = (null, null);
            await ReadAsync();
        }

        Show();
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var opened = await Queries.BoardAsync(ScheduleId, CancellationToken.None);
        (_missing, _board) = (!opened.Done || opened.Value.Event.Id != EventId, opened.Value);
        if (_board is not null)
        {
            _warned = [.. _board.Warnings.SelectMany(warning => warning.Talks)];
            Find();
            Show();
        }
    }

    private void Find()
    {
        _open = null;
        if (_insert is { } wanted && _board!.Hosts.FirstOrDefault(host => host.Id == wanted.EmployerId) is { } receiving)
        {
            _open = new OpenTalk(wanted.RegistrationId, wanted.Chiffre, receiving, null, null);
        }
        else if (_selected is { } id && _board!.Sittings.FirstOrDefault(sitting => sitting.Seats.Any(seat => seat.Id == id)) is { } sitting
            && _board.Hosts.FirstOrDefault(host => host.Id == sitting.EmployerId) is { } host)
        {
            var seat = sitting.Seats.First(seat => seat.Id == id);
            _open = new OpenTalk(seat.RegistrationId, seat.Chiffre, host, sitting, seat);
        }
    }

    private void Choose(ScheduledTalkId talk)
    {
        (_selected, _insert, _problem, _said) = (_selected == talk ? null : talk, null, null, null);
        Find();
    }

    private void Insert(UnmetTalk talk)
    {
        (_selected, _insert, _problem, _said) = (null, talk, null, null);
        Find();
    }

    private void Close() => (_selected, _insert, _open) = (null, null, null);

    private async Task MovedAsync(BoardMove move)
    {
        _selected = move.Talk;
        _insert = null;
        Find();
        if (_open is { Sitting: not null } open)
        {
            if (open.Host.Id != move.Host.Id)
            {
                (_problem, _said) = (Format.Fill(TalkPlanTexts.OtherEmployer, open.Chiffre, open.Host.Name), null);
                return;
            }

            await SaveAsync(new TalkAt(move.StartsAt, move.Table, null));
        }
    }

    private async Task SaveAsync(TalkAt at)
    {
        var open = _open!;
        var saved = _insert is { } wanted
            ? await Acts.Insert.ExecuteAsync(
                ScheduleId, _board!.Version,
                new InsertTalk.Form { RegistrationId = wanted.RegistrationId, EmployerId = wanted.EmployerId, StartsAt = at.StartsAt, Table = at.Table, InterpreterId = at.Interpreter },
                CancellationToken.None)
            : await Acts.Move.ExecuteAsync(
                ScheduleId, _board!.Version, new MoveTalk.Form { TalkId = _selected!.Value, StartsAt = at.StartsAt, Table = at.Table, InterpreterId = at.Interpreter }, CancellationToken.None);
        _insert = saved.Done ? null : _insert;
        await SayAsync(saved.Error, Format.Fill(TalkPlanTexts.MovedTo, open.Chiffre, TalkPlanTags.At(at.StartsAt, at.Table)));
    }

    private async Task PinAsync(TalkSeat seat)
    {
        var pinned = await Acts.Pin.ExecuteAsync(ScheduleId, _board!.Version, seat.Id, !seat.Pinned, CancellationToken.None);
        await SayAsync(pinned.Error, Format.Fill(seat.Pinned ? TalkPlanTexts.IsFree : TalkPlanTexts.IsPinned, seat.Chiffre));
    }

    private async Task DropAsync(TalkSeat seat)
    {
        var dropped = await Acts.Drop.ExecuteAsync(ScheduleId, _board!.Version, seat.Id, CancellationToken.None);
        await SayAsync(dropped.Error, Format.Fill(TalkPlanTexts.Dropped, seat.Chiffre));
    }

    private async Task UndoAsync()
    {
        var undone = await Acts.Undo.ExecuteAsync(ScheduleId, _board!.Version, CancellationToken.None);
        await SayAsync(undone.Error, TalkPlanTexts.Undone);
    }

    private async Task PublishAsync()
    {
        var published = await Acts.Publish.ExecuteAsync(ScheduleId, _board!.Version, CancellationToken.None);
        await SayAsync(published.Error, PublishPanel.Done(published.Value));
    }

    private async Task SayAsync(Error? error, string done)
    {
        (_problem, _said) = (error is null ? null : Texts.Of(error), error is null ? done : null);
        await ReadAsync();
    }

    private void Search() => Navigation.NavigateTo(Links.TalkSchedule(EventId, ScheduleId, View, search: _search));

    /// <summary>The talk beside the board.</summary>
    private sealed record OpenTalk(RegistrationId Person, string Chiffre, TalkHostRow Host, TalkSitting? Sitting, TalkSeat? Seat);
}

/// <summary>What can be done with a plan.</summary>
public sealed record TalkActs(MoveTalk Move, PinTalk Pin, DropTalk Drop, InsertTalk Insert, UndoTalkChange Undo, PublishTalks Publish);
