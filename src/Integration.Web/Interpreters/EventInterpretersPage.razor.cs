using Integration.Common;
using Integration.Data;
using Integration.Interpreters;
using Integration.Web.Resources;
using Integration.Web.Events;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Interpreters;

/// <summary>The interpreters of an event: how many are needed, who is asked, who has confirmed.</summary>
public sealed partial class EventInterpretersPage
{
    private EventInterpreters? _view;
    private CodePicks? _codes;
    private string _language = "";
    private int _searches;
    private bool _missing;
    private string? _problem;
    private string? _said;

    /// <summary>What to compute the need for.</summary>
    [SupplyParameterFromQuery(Name = "for")] public string? For { get; set; }

    [Inject] public required EventInterpreterQueries Queries { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _codes ??= new CodePicks(await Codes.GetAsync(CancellationToken.None), Clock.Today());
        await FollowAsync();
        await ReadAsync();
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        NeedForm? form = Enum.TryParse<NeedForm>(For, out var asked) && Enum.IsDefined(asked) ? asked : null;
        var opened = await Queries.OpenAsync(EventId, form, CancellationToken.None);
        (_view, _missing) = (opened.Value, !opened.Done);
    }

    // The panel is made anew, so that it takes the language also when the same one is asked for again.
    private void Search(string language) => (_language, _searches) = (language, _searches + 1);

    private async Task AssignedAsync(AssignPanel.Assigned assigned)
    {
        var warnings = assigned.Warnings.Select(warning => warning.Label());
        (_problem, _said) = (null, string.Join(" ", new[] { Format.Fill(InterpretersTexts.Assigned, assigned.Name), Format.Fill(assigned.Warnings.Count == 0 ? "" : InterpretersTexts.ThinkOf, string.Join("; ", warnings)) }).Trim());
        await ReadAsync();
    }

    private async Task DoneAsync(AssignmentLine.Outcome outcome)
    {
        (_problem, _said) = (outcome.Failure is null ? null : Texts.Of(outcome.Failure), outcome.Failure is null ? outcome.Said : null);
        await ReadAsync();
    }
}
