using Integration.Data;
using Integration.Interpreters;
using Integration.TalkPlans;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Interpreters;

/// <summary>The signed-in interpreter's own assignments (R7). Colleagues who interpret beside their work have them too, so every user may look.</summary>
public sealed partial class MyAssignmentsPage
{
    private IReadOnlyList<OwnAssignment> _own = [];
    private IReadOnlyList<InterpreterTalk> _talks = [];
    private CodeCatalog? _codes;

    [Inject] public required AssignmentQueries Queries { get; init; }

    [Inject] public required TalkListQueries Talks { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _codes = await Codes.GetAsync(CancellationToken.None);
        _own = await Queries.OwnAsync(CancellationToken.None);
        _talks = await Talks.OfInterpreterAsync(CancellationToken.None);
    }

    private static string Where(InterpreterTalk talk) => string.Join(", ", new[]
    {
        Format.Fill(TalksTexts.TableOf, talk.Table), talk.Stand.Length > 0 ? Format.Fill(TalksTexts.StandOf, talk.Stand) : "", talk.Zone,
    }.Where(part => part.Length > 0));
}
