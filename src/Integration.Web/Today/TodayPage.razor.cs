using Integration.Access;
using Integration.Reports;
using Integration.Web.Layout;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Today;

/// <summary>What waits for me, one line each, each a link to where it is done.</summary>
public sealed partial class TodayPage : IDisposable
{
    private IReadOnlyList<Waiting>? _waiting;
    private int _registered;

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required ChosenEvent Chosen { get; init; }

    [Inject] public required TodayQueries Queries { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    // Roles whose work is never counted here see no empty list of it.
    private bool ThingsCanWait => CurrentUser.Has(Permission.EditProfiles) || CurrentUser.Has(Permission.ManageUsers) || CurrentUser.Has(Permission.RecordOutcomes);

    private string Sentence
    {
        get
        {
            var people = Format.Plural(_registered, TodayTexts.OnePerson, TodayTexts.ManyPeople);
            var missing = _waiting!.FirstOrDefault(line => line.Kind == WaitingKind.WithoutProfile).Count;
            return people + " " + (missing == 0 ? TodayTexts.AllHaveProfile : Format.Plural(missing, TodayTexts.OneWithoutProfile, TodayTexts.ManyWithoutProfile));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Chosen.Changed -= OnChosen;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Chosen.Changed += OnChosen;
        await Chosen.LoadAsync();
        await ReadAsync();
    }

    private void OnChosen(object? sender, EventArgs e) => _ = InvokeAsync(async () =>
    {
        await ReadAsync();
        StateHasChanged();
    });

    private async Task ReadAsync()
    {
        var chosen = Chosen.Current?.Id;
        _registered = chosen is { } id ? await Queries.RegisteredAsync(id, CancellationToken.None) : 0;
        _waiting = await Queries.WaitingAsync(chosen, CancellationToken.None);
    }

    private int Days(EventChoice next) => next.Date.DayNumber - Today.DayNumber;

    private string DaysText(EventChoice next) => Days(next) switch
    {
        0 => TodayTexts.ItIsToday,
        1 => TodayTexts.DayToGo,
        > 1 => TodayTexts.DaysToGo,
        -1 => TodayTexts.DayAgo,
        _ => TodayTexts.DaysAgo,
    };

    private string LinkOf(WaitingKind kind)
    {
        var chosen = Chosen.Current?.Id;
        return kind switch
        {
            WaitingKind.WithoutProfile => Links.ParticipantsWhere(chosen, ProfileGap.NoProfile),
            WaitingKind.ProfilesUnchecked => Links.ParticipantsWhere(chosen, ProfileGap.NotChecked),
            WaitingKind.WithoutConsent => Links.ParticipantsWhere(chosen, ProfileGap.NoConsent),
            WaitingKind.ConsentedNotReleased => Links.ParticipantsWhere(chosen, ProfileGap.NotReleased),
            WaitingKind.ReleasedNotPrinted => chosen is { } id ? Links.PrintCentreOf(id) : Links.PrintCentre,
            WaitingKind.TasksDue => chosen is { } prepared ? Links.EventTasks(prepared) : Links.Events,
            WaitingKind.ContactRequests => Links.Requests,
            WaitingKind.ApplicationsDue => Links.Outcomes,
            WaitingKind.FollowUpsDue => Links.OwnOutcomes(all: false, due: true),
            WaitingKind.CopiesToRecall => Links.PrintCentre,
            WaitingKind.ImportsUnfinished => Links.Import,
            WaitingKind.InvitationsOpen => Links.Users,
        };
    }
}
