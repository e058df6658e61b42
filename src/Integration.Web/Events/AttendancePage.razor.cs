using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Door;
using Integration.Events;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>Who was at an event: numbers for everybody who sees it, names for the case managers of the people. While the doors are open it fills by itself.</summary>
public sealed partial class AttendancePage
{
    private const int PageSize = 100;
    private const string NotRecorded = "none";

    private JobEvent? _event;
    private IReadOnlyList<AttendanceRow>? _rows;
    private CodePicks? _codes;
    private RegistrationId? _open;
    private int _most = PageSize;
    private int _reads;
    private bool _missing;
    private string? _said;

    /// <summary>A state to narrow the list to; <c>none</c> for people of whom nothing is recorded.</summary>
    [SupplyParameterFromQuery(Name = "state")] public string? State { get; set; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required EventQueries Events { get; init; }

    [Inject] public required AttendanceQueries Queries { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private bool Correcting => CurrentUser.Has(Permission.RegisterForEvents);

    private List<AttendanceRow> Shown => [.. _rows!.Where(row => State is null || Key(row.State) == State)];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _most = PageSize;
        if (await FollowAsync())
        {
            _open = null;
            _codes ??= new CodePicks(await Codes.GetAsync(CancellationToken.None), Clock.Today());
            await ReadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var opened = await Events.OpenAsync(EventId, CancellationToken.None);
        _missing = !opened.Done;
        _rows = opened.Done ? await Queries.OwnAsync(EventId, CancellationToken.None) : [];
        _event = opened.Value?.Event;
        _reads++;
    }

    private static string Key(AttendanceState? state) => state?.ToString() ?? NotRecorded;

    private static string Name(AttendanceRow row) => row.GivenName.Length == 0 ? row.FamilyName : row.FamilyName + ", " + row.GivenName;

    private static string How(AttendanceRow row) =>
        row.Means is not { } means ? "–" : row.Door.Length == 0 ? means.Label() : Format.Fill(AttendanceTexts.ByDoor, means.Label(), row.Door);

    private string Times(AttendanceRow row) => (row.InAt, row.OutAt) switch
    {
        ({ } from, { } to) => Format.Fill(AttendanceTexts.FromTo, Format.Time(from, Clock), Format.Time(to, Clock)),
        ({ } from, null) => Format.Fill(AttendanceTexts.Since, Format.Time(from, Clock)),
        _ => "–",
    };

    private Task CorrectedAsync(string? said)
    {
        (_open, _said) = (null, said);
        return ReadAsync();
    }
}
