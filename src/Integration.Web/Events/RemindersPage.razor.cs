using Integration.Common;
using Integration.Events;
using Integration.Invitations;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>When the people registered for an event are reminded, and of what. Numbers alone: the organiser sees nobody's name.</summary>
public sealed partial class RemindersPage
{
    private sealed record Line(SaveReminderRules.Rule Form, int Mailed, int Told);

    private static readonly RegistrationState[] Possible = [RegistrationState.Noted, RegistrationState.Invited, RegistrationState.Accepted];

    private JobEventView? _view;
    private List<Line> _rules = [];
    private bool _missing;
    private string? _problem;
    private string? _said;

    /// <summary>Id of the event.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] public required EventQueries Events { get; init; }

    [Inject] public required ReminderQueries Queries { get; init; }

    [Inject] public required SaveReminderRules Saving { get; init; }

    private JobEventId EventId => new(Id);

    private static IEnumerable<Choice> States => Possible.Select(state => new Choice(state.ToString(), state.Label()));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Event.Id != EventId)
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var opened = await Events.OpenAsync(EventId, CancellationToken.None);
        var rules = await Queries.ListAsync(EventId, CancellationToken.None);
        (_view, _missing) = (opened.Value, !opened.Done || !rules.Done);
        _rules = rules.Done
            ? [.. rules.Value.Select(row => new Line(new SaveReminderRules.Rule { Id = row.Id, Kind = row.Kind, Days = row.Days, State = row.State, Active = row.Active }, row.Mailed, row.Told))]
            : [];
    }

    private void Add(ReminderKind kind) =>
        _rules.Add(new Line(new SaveReminderRules.Rule { Kind = kind, Days = 1, State = kind == ReminderKind.NoAnswer ? RegistrationState.Invited : RegistrationState.Accepted }, 0, 0));

    private async Task SaveAsync()
    {
        var saved = await Saving.ExecuteAsync(EventId, _rules.ConvertAll(rule => rule.Form), CancellationToken.None);
        (_problem, _said) = (saved.Done ? null : Texts.Of(saved.Error), saved.Done ? RemindersTexts.Saved : null);
        if (saved.Done)
        {
            await ReadAsync();
        }
    }
}
