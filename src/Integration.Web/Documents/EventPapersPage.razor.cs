using Integration.Common;
using Integration.Documents;
using Integration.Events;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Documents;

/// <summary>The papers of an event's day, each alone or all in one pack the day before.</summary>
public sealed partial class EventPapersPage
{
    private JobEventView? _view;
    private bool _missing;

    /// <summary>Id of the event.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] public required EventQueries Queries { get; init; }

    [Inject] public required PaperDesk Desk { get; init; }

    private JobEventId EventId => new(Id);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Event.Id != EventId)
        {
            var opened = await Queries.OpenAsync(EventId, CancellationToken.None);
            (_view, _missing) = (opened.Value, !opened.Done || !opened.Value.Editable);
        }
    }

    private static string About(EventPaper paper) => paper switch
    {
        EventPaper.Tickets => PaperTexts.AboutTickets,
        EventPaper.TalkSlips => PaperTexts.AboutTalkSlips,
        EventPaper.TalkLists => PaperTexts.AboutTalkLists,
        EventPaper.InterpreterTalks => PaperTexts.AboutInterpreterTalks,
        EventPaper.Badges => PaperTexts.AboutBadges,
        EventPaper.SignInSlips => PaperTexts.AboutSlips,
        EventPaper.ArrivalList => PaperTexts.AboutArrivals,
        EventPaper.BusLists => PaperTexts.AboutBuses,
        EventPaper.RunSheet => PaperTexts.AboutRunSheet,
        EventPaper.Programme => PaperTexts.AboutProgramme,
        EventPaper.StandSigns => PaperTexts.AboutSigns,
        EventPaper.FloorPlan => PaperTexts.AboutFloorPlan,
        EventPaper.TourSheets => PaperTexts.AboutTours,
        EventPaper.InterpreterPlan => PaperTexts.AboutInterpreterPlan,
        EventPaper.DeploymentRecords => PaperTexts.AboutDeployments,
        EventPaper.FeedbackGuests => PaperTexts.AboutFeedbackGuests,
        EventPaper.FeedbackEmployers => PaperTexts.AboutFeedbackEmployers,
        EventPaper.Certificates => PaperTexts.AboutCertificates,
        _ => PaperTexts.AboutTravel,
    };
}
