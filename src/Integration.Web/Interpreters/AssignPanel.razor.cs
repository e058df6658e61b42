using Integration.Common;
using Integration.Events;
using Integration.Interpreters;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Interpreters;

/// <summary>Looks for interpreters for a task of an event.</summary>
public sealed partial class AssignPanel
{
    private readonly AssignmentForm _form = new();
    private IReadOnlyList<InterpreterProposal>? _proposals;
    private Error? _failure;
    private ElementReference _element;
    private IReadOnlyList<AssignablePerson> _people = [];

    /// <summary>Somebody was assigned.</summary>
    /// <param name="Name">The interpreter.</param>
    /// <param name="Warnings">What to think of.</param>
    public sealed record Assigned(string Name, IReadOnlyList<AssignmentWarning> Warnings);

    /// <summary>The event.</summary>
    [Parameter, EditorRequired] public JobEvent Event { get; set; } = null!;

    /// <summary>Language to begin with; empty for none.</summary>
    [Parameter] public string Language { get; set; } = "";

    /// <summary>Tells that somebody was assigned.</summary>
    [Parameter] public EventCallback<Assigned> OnAssigned { get; set; }

    [CascadingParameter] public CodePicks Codes { get; set; } = null!;

    [Inject] public required ProposeInterpreters Propose { get; init; }

    [Inject] public required AssignInterpreter Assign { get; init; }

    [Inject] public required AssignmentQueries Queries { get; init; }

    [Inject] public required Scripts Scripts { get; init; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        (_form.JobEventId, _form.Language, _form.Place) = (Event.Id, Language, Event.Place);
        (_form.Day, _form.StartsAt, _form.EndsAt) = (Event.Date, Event.StartsAt, Event.EndsAt);
        _form.Kind = EventInterpreterQueries.FormOf(Event.Kind) switch
        {
            NeedForm.Tour => AssignmentKind.TourGroup,
            NeedForm.Lecture => AssignmentKind.Lecture,
            NeedForm.Pool => AssignmentKind.Pool,
        };
        _people = await Queries.PeopleAsync(Event.Id, CancellationToken.None);
        if (Language.Length > 0)
        {
            await ReadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Language.Length > 0)
        {
            await Scripts.ShellAsync("focus", "assign");
        }
    }

    private async Task ProposeAsync()
    {
        await ReadAsync();
        if (_failure?.Field is not null)
        {
            // A failure found at once comes back before anything was rendered: the mark has to be there to be found.
            StateHasChanged();
            await Task.Yield();
            await Scripts.ShellAsync("focusFirstError", _element);
        }
    }

    private void ChoosePerson(string value)
    {
        var person = _people.FirstOrDefault(one => one.Id.ToString() == value);
        (_form.ParticipantId, _proposals) = (person?.Id, null);
        if (person is { Language.Length: > 0 })
        {
            _form.Language = person.Language;
        }
    }

    private async Task ReadAsync()
    {
        var proposed = await Propose.ExecuteAsync(_form, CancellationToken.None);
        (_proposals, _failure) = (proposed.Value, proposed.Error);
    }

    private async Task AssignAsync(InterpreterProposal proposal)
    {
        var made = await Assign.ExecuteAsync(_form, proposal.Id, CancellationToken.None);
        // The others' proposals change with it, and a refusal shows why on the list.
        await ReadAsync();
        _failure = made.Error ?? _failure;
        if (made.Done)
        {
            await OnAssigned.InvokeAsync(new Assigned(proposal.Name, made.Value.Warnings));
        }
    }

    private IEnumerable<string> About(InterpreterProposal proposal)
    {
        yield return Codes.Labels("Languages", proposal.Languages);
        if (proposal.Municipality.Length > 0)
        {
            yield return proposal.MaxKm is { } km ? Format.Fill(InterpretersTexts.UpToKm, proposal.Municipality, Format.Count(km)) : proposal.Municipality;
        }
    }

    private static string Sentence(IEnumerable<string> parts)
    {
        var joined = string.Join("; ", parts);
        return joined.Length == 0 ? "" : char.ToUpper(joined[0], System.Globalization.CultureInfo.CurrentCulture) + joined[1..];
    }
}
