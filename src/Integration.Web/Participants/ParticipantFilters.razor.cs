using Integration.Common;
using Integration.Reports;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Participants;

/// <summary>Search and filters of the list of participants. What is set reads as a sentence of chips.</summary>
public sealed partial class ParticipantFilters : IDisposable
{
    private CancellationTokenSource _typing = new();
    private bool _open;
    private string _typed = "";

    // The input's value is only set when the text came from elsewhere: set while somebody types, it swallows letters on a slow line.
    private Given _given = new("");

    /// <summary>What the list shows.</summary>
    [Parameter, EditorRequired] public ParticipantListState State { get; set; } = new();

    /// <summary>Asks for another list.</summary>
    [Parameter] public EventCallback<ParticipantListState> StateChanged { get; set; }

    /// <summary>Events to filter by.</summary>
    [Parameter] public IReadOnlyList<EventChoice> Events { get; set; } = [];

    /// <summary>Colleagues to filter by.</summary>
    [Parameter] public IReadOnlyList<Colleague> Colleagues { get; set; } = [];

    /// <summary>The code lists.</summary>
    [CascadingParameter] public CodePicks Codes { get; set; } = null!;

    private static IEnumerable<Choice> Levels => Enum.GetValues<LanguageLevel>()
        .Where(level => level is not LanguageLevel.None and not LanguageLevel.Native)
        .Select(level => new Choice(level.ToString(), Format.Fill(ParticipantsTexts.OrBetter, level.Label())));

    private static IEnumerable<Choice> Gaps => Enum.GetValues<ProfileGap>().Select(gap => new Choice(gap.ToString(), gap.Label()));

    private List<Chip> Chips => All(State.Filter).ToList();

    /// <inheritdoc/>
    public void Dispose() => _typing.Dispose();

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (State.Filter.Text != _typed)
        {
            _typed = State.Filter.Text;
            _given = new Given(_typed);
        }
    }

    private IEnumerable<Chip> All(ParticipantFilter filter)
    {
        if (filter.Text.Length > 0)
        {
            yield return new(Format.Fill(ParticipantsTexts.ChipText, filter.Text), f => f with { Text = "" });
        }

        if (filter.Owner is { } owner)
        {
            yield return new(Format.Fill(ParticipantsTexts.ChipOwner, Colleagues.FirstOrDefault(c => c.Id == owner)?.Name ?? "?"), f => f with { Owner = null });
        }

        if (filter.GermanAtLeast is { } level)
        {
            yield return new(Format.Fill(ParticipantsTexts.ChipGerman, level.Label()), f => f with { GermanAtLeast = null });
        }

        if (filter.OccupationGroup.Length > 0)
        {
            yield return new(Codes.Label("OccupationGroups", filter.OccupationGroup), f => f with { OccupationGroup = "" });
        }

        if (filter.WorkForm.Length > 0)
        {
            yield return new(Codes.Label("WorkForms", filter.WorkForm), f => f with { WorkForm = "" });
        }

        if (filter.Licence.Length > 0)
        {
            yield return new(Format.Fill(ParticipantsTexts.ChipLicence, filter.Licence), f => f with { Licence = "" });
        }

        if (filter.Language.Length > 0)
        {
            yield return new(Format.Fill(ParticipantsTexts.ChipLanguage, Codes.Label("Languages", filter.Language)), f => f with { Language = "" });
        }

        if (filter.RegisteredFor is { } jobEvent)
        {
            yield return new(Format.Fill(ParticipantsTexts.ChipEvent, Events.FirstOrDefault(e => e.Id == jobEvent)?.Title ?? "?"), f => f with { RegisteredFor = null });
        }

        if (filter.Gap is { } gap)
        {
            yield return new(gap.Label(), f => f with { Gap = null });
        }
    }

    private Task Set(Func<ParticipantFilter, ParticipantFilter> change) =>
        StateChanged.InvokeAsync(State with { Filter = change(State.Filter), Page = 1 });

    private async Task TypeAsync(ChangeEventArgs e)
    {
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        try
        {
            await Task.Delay(250, _typing.Token);
            _typed = (e.Value as string ?? "").Trim();
            await Set(filter => filter with { Text = _typed });
        }
        catch (OperationCanceledException)
        {
            // A further key was pressed.
        }
    }

    private sealed class Given(string text)
    {
        public string Text => text;
    }

    private sealed record Chip(string Text, Func<ParticipantFilter, ParticipantFilter> Without);
}
