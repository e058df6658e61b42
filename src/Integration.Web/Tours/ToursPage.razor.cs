using Integration.Common;
using Integration.Data;
using Integration.Tours;
using Integration.Web.Events;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Tours;

/// <summary>The tours of an event: groups with guide and interpreter, who walks where, and the sizes that the host asks for.</summary>
public sealed partial class ToursPage
{
    private EventTours? _tours;
    private SaveTour.Form? _form;
    private CodePicks? _codes;
    private Error? _failure;
    private bool _missing;
    private bool _busy;
    private string? _problem;
    private string? _said;
    private TourOutcome? _unmet;

    [Inject] public required TourQueries Queries { get; init; }

    [Inject] public required TourActs Acts { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (await FollowAsync())
        {
            _codes ??= new CodePicks(await Codes.GetAsync(CancellationToken.None), Clock.Today());
            await ReadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var opened = await Queries.OpenAsync(EventId, CancellationToken.None);
        (_missing, _tours) = (!opened.Done, opened.Value);
    }

    private void Edit(Tour? tour)
    {
        (_failure, _said, _problem, _unmet) = (null, null, null, null);
        _form = tour is not null ? SaveTour.Form.Of(tour) : new SaveTour.Form { MeetsAt = _tours!.Event.StartsAt, StartsAt = _tours.Event.StartsAt };
    }

    private async Task SaveAsync()
    {
        var saved = await Acts.Save.ExecuteAsync(EventId, _form!, CancellationToken.None);
        _failure = saved.Error;
        if (saved.Done)
        {
            (_said, _form) = (Format.Fill(TourTexts.Saved, _form!.Title), null);
            await ReadAsync();
        }
    }

    private async Task FormAsync(TourView view)
    {
        _busy = true;
        var formed = await Acts.Form.ExecuteAsync(view.Tour.Id, CancellationToken.None);
        _busy = false;
        await SayAsync(formed.Error, formed.Value is { } outcome ? Format.Fill(TourTexts.Formed, Format.Count(outcome.People), Format.Count(outcome.Groups), Format.Count(outcome.Released)) : null);
        _unmet = formed.Value is { } some && some.Elsewhere + some.Alone.Count > 0 ? some : null;
    }

    private async Task RemoveAsync(TourView view)
    {
        var removed = await Acts.Remove.ExecuteAsync(view.Tour.Id, CancellationToken.None);
        await SayAsync(removed.Error, Format.Fill(TourTexts.Removed, view.Tour.Title));
    }

    private async Task MoveAsync(TourView view, GroupMove move)
    {
        var moved = await Acts.Move.ExecuteAsync(view.Tour.Id, move.Who.Registration, move.To, CancellationToken.None);
        var number = view.Groups.FirstOrDefault(group => group.Group.Id == move.To)?.Group.Number;
        var name = move.Who.Name.Length > 0 ? move.Who.Name : TourTexts.NoName;
        await SayAsync(moved.Error, number is { } to ? Format.Fill(TourTexts.MovedTo, name, Format.Count(to)) : Format.Fill(TourTexts.MovedOut, name));
    }

    private async Task GroupAsync(GroupChange change)
    {
        var saved = await Acts.Group.ExecuteAsync(change.Group.Id, change.To, CancellationToken.None);
        await SayAsync(saved.Error, Format.Fill(TourTexts.GroupSaved, Format.Count(change.Group.Number)));
    }

    private async Task SizesAsync(TourView view, OwnSize size)
    {
        var saved = await Acts.Sizes.ExecuteAsync(view.Tour.Id, size.Registration, size.Shoes, size.Clothes, CancellationToken.None);
        await SayAsync(saved.Error, TourTexts.SizeSaved);
    }

    private async Task SayAsync(Error? error, string? done)
    {
        (_problem, _said, _unmet) = (error is null ? null : Texts.Of(error), error is null ? done : null, null);
        await ReadAsync();
    }
}

/// <summary>Somebody is to walk in another group; <see langword="null"/>: in none.</summary>
public sealed record GroupMove(TourMember Who, TourGroupId? To);

/// <summary>A group is to have another guide, interpreter or time.</summary>
public sealed record GroupChange(TourGroup Group, SaveTourGroup.Form To);

/// <summary>Sizes of one of the reader's own people.</summary>
public sealed record OwnSize(RegistrationId Registration, int? Shoes, ClothingSize? Clothes);

/// <summary>What can be done with tours.</summary>
public sealed record TourActs(SaveTour Save, RemoveTour Remove, FormTourGroups Form, MoveToGroup Move, SaveTourGroup Group, RecordSizes Sizes);
