using Integration.Access;
using Integration.Common;
using Integration.Events;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>The employers expected at an event, and whether somebody vouches for them.</summary>
public sealed partial class ExpectedEmployers
{
    private string? _problem;

    /// <summary>The event.</summary>
    [Parameter, EditorRequired] public JobEventId Event { get; set; }

    /// <summary>Its employers.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<EventEmployer> Employers { get; set; } = [];

    /// <summary>Whether temporary-work agencies may come.</summary>
    [Parameter] public AgencyRule Agencies { get; set; }

    /// <summary>How many at most.</summary>
    [Parameter] public int? MostAgencies { get; set; }

    /// <summary>Whether the reader can add employers.</summary>
    [Parameter] public bool Editable { get; set; }

    /// <summary>Whether the reader's organisation organises the event or is one of its hosts: only then can it vouch.</summary>
    [Parameter] public bool TakesPart { get; set; }

    /// <summary>An employer was vouched for, or no longer is.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required VouchForEmployer Vouching { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    // Nobody vouches for their own house.
    private bool MayVouch(EventEmployer employer) =>
        TakesPart && employer.Id != CurrentUser.OrganisationId && CurrentUser.Has(Permission.VouchForEmployers);

    private string? AgencyWords => Agencies switch
    {
        AgencyRule.Limited => Format.Fill(EventsTexts.AgenciesLimited, MostAgencies ?? 0, Employers.Count(employer => employer.TemporaryWork)),
        AgencyRule.Excluded => EventsTexts.AgenciesExcluded,
        _ => null,
    };

    private bool MayInvite => TakesPart && CurrentUser.Has(Permission.InviteEmployerContacts);

    private string StateOf(EventEmployer employer) => employer.VouchedAt is { } at
        ? Format.Fill(EventsTexts.VouchedOn, Format.DayAndTime(at, Clock))
        : EventsTexts.NotVouched;

    private async Task VouchAsync(EventEmployer employer, bool vouch)
    {
        var done = await Vouching.ExecuteAsync(Event, employer.Id, vouch, CancellationToken.None);
        _problem = done.Done ? null : Texts.Of(done.Error);
        await OnChanged.InvokeAsync();
    }
}
