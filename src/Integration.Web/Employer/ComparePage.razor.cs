using Integration.Common;
using Integration.Data;
using Integration.Documents.Sheets;
using Integration.EmployerAccess;
using Integration.Profiles;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Employer;

/// <summary>Up to four profiles side by side; those that the company keeps can be added.</summary>
public sealed partial class ComparePage
{
    private const int MostOthers = 20;
    private StandList? _list;
    private IReadOnlyList<StandProfile> _shown = [];
    private SheetLabels? _labels;

    /// <summary>The event.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] public required EmployerStandQueries Queries { get; init; }

    [Inject] public required OpenProfiles Open { get; init; }

    [Inject] public required CodeCatalogSource Source { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery(Name = "with")] private string[]? With { get; set; }

    private JobEventId EventId => new(Id);

    private IEnumerable<string> Tokens => _shown.Select(one => one.Profile.Token);

    private List<ProfileRow> Others => [.. _list!.Rows.Where(row => !Tokens.Contains(row.Token))];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _labels = new SheetLabels(await Source.GetAsync(CancellationToken.None), Clock.Today());
        _list = (await Queries.ListAsync(EventId, new StandFilter { Kept = true }, 0, MostOthers, CancellationToken.None)).Value;
        if (_list is not null)
        {
            var opened = await Open.ExecuteAsync(With ?? [], CancellationToken.None);
            _shown = [.. (opened.Value ?? []).Where(one => one.JobEventId == EventId)];
        }
    }

    private IEnumerable<(string Name, Func<ProfileContent, IEnumerable<string>> Text)> Facts()
    {
        yield return (EmployerTexts.Occupation, content => [content.Occupation, .. content.Alternatives]);
        yield return (EmployerTexts.Form, content => content.Forms.Select(_labels!.Form));
        yield return (EmployerTexts.Start, content => [content.Start]);
        yield return (EmployerTexts.GermanTitle, content => [Format.Fill(EmployerTexts.SpokenWritten, SheetLabels.ShortLevel(content.SpokenGerman), SheetLabels.ShortLevel(content.WrittenGerman)), content.Course]);
        yield return (EmployerTexts.Strengths, content => content.Strengths);
        yield return (EmployerTexts.Experience, content => content.Experience.Select(entry => entry.Work + (entry.Duration.Length > 0 ? ", " + entry.Duration : "")));
        yield return (EmployerTexts.Education, content => [content.Schooling, content.Training, content.Recognition]);
        yield return (EmployerTexts.Evidence, content => content.Evidence);
        yield return (EmployerTexts.Frame, content => [.. content.WorkTimes, content.Area, content.Mobility]);
        yield return (EmployerTexts.Access, content => [_labels!.Access(content.WorkAccess)]);
    }
}
