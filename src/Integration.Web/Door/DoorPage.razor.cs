using System.Globalization;
using Integration.Common;
using Integration.Data;
using Integration.Door;
using Integration.Participants;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Door;

/// <summary>The door of one event. Works as a plain form; <c>door.js</c> makes it quick and lets it go on without network. The page names nobody
/// before somebody searches: so it can be kept on the device as it is.</summary>
public sealed partial class DoorPage
{
    private const int MostFound = 20;

    /// <summary>A scan by hand.</summary>
    public sealed class ScanForm
    {
        /// <summary>Drawn with the page: sending it twice counts once.</summary>
        public string? Nonce { get; set; }

        /// <summary>What was read or typed.</summary>
        public string? Ticket { get; set; }

        /// <summary>In or Out; of a person of the list where an id follows after a colon.</summary>
        public string? Act { get; set; }
    }

    /// <summary>A guest without a registration.</summary>
    public sealed class GuestForm
    {
        /// <summary>Drawn with the page.</summary>
        public string? Nonce { get; set; }

        /// <summary>What they want to be called.</summary>
        public string? Name { get; set; }

        /// <summary>Language in which help is best.</summary>
        public string? Language { get; set; }
    }

    private sealed record Shown(string Signal, string Name, string Sentence);

    [Inject] public required DoorQueries Queries { get; init; }

    [Inject] public required CheckIn Ins { get; init; }

    [Inject] public required CheckOut Outs { get; init; }

    [Inject] public required AddWalkIn Guests { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    /// <summary>The event.</summary>
    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "scan")] private ScanForm? Input { get; set; }

    [SupplyParameterFromForm(FormName = "guest")] private GuestForm? Guest { get; set; }

    [SupplyParameterFromQuery(Name = "q")] private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "ticket")] private string? Ticket { get; set; }

    private DoorEvent? Event { get; set; }

    private DoorCount Count { get; set; } = new(0, 0, 0, 0);

    private IReadOnlyList<DoorRow> Found { get; set; } = [];

    private IReadOnlyList<(string Code, string Label)> Languages { get; set; } = [];

    private string FoundText { get; set; } = "";

    private Shown? Answer { get; set; }

    private string? Problem { get; set; }

    private string Waiting => Answer is null ? Ticket ?? "" : "";

    private string ClosesAt => Event!.ClosesAt.ToString("O", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Event = (await Queries.OpenAsync(new JobEventId(Id), CancellationToken.None)).Value;
        if (Event is null)
        {
            return;
        }

        Languages = [.. (await Codes.GetAsync()).Entries("Languages", Event.Date)
            .Select(entry => (entry.Code, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? entry.English : entry.German)).OrderBy(row => row.Item2, StringComparer.CurrentCulture)];
        await SearchAsync();
        await CountAsync();
    }

    private async Task ScanAsync()
    {
        var act = (Input!.Act ?? "In").Split(':');
        var scan = new Scan
        {
            Nonce = Guid.TryParse(Input.Nonce, out var nonce) ? nonce : Guid.Empty,
            Ticket = act.Length > 1 ? null : Input.Ticket,
            Registration = act.Length > 1 && Guid.TryParse(act[1], out var id) ? new RegistrationId(id) : null,
        };
        var result = act[0] == "Out" ? await Outs.ExecuteAsync(Event!.Id, scan, CancellationToken.None) : await Ins.ExecuteAsync(Event!.Id, scan, CancellationToken.None);
        Answer = result.Value is { } answer ? new Shown(answer.Outcome.Signal().ToString(), answer.DisplayName, answer.Outcome.Label()) : null;
        Problem = result.Done ? null : Texts.Of(result.Error);
        await CountAsync();
    }

    private async Task AddGuestAsync()
    {
        var form = new AddWalkIn.Form { DisplayName = Guest!.Name ?? "", SupportLanguage = Guest.Language ?? "" };
        form.Id = Guid.TryParse(Guest.Nonce, out var nonce) ? new WalkInId(nonce) : form.Id;
        var result = await Guests.ExecuteAsync(Event!.Id, form, CancellationToken.None);
        Answer = result.Done ? new Shown(nameof(DoorSignal.Good), "", Format.Fill(DoorTexts.GuestAdded, form.DisplayName.Trim())) : null;
        Problem = result.Done ? null : Texts.Of(result.Error);
        await CountAsync();
    }

    private async Task SearchAsync()
    {
        var wanted = NameTokens.Fold(Query ?? "");
        if (wanted.Length < 2)
        {
            return;
        }

        var rows = (await Queries.ListAsync(Event!.Id, CancellationToken.None)).Value ?? [];
        var found = rows.Where(row => row.Name.Length > 0 && NameTokens.Fold(row.Name).Contains(wanted, StringComparison.Ordinal)).ToList();
        Found = found.Take(MostFound).ToList();
        FoundText = found.Count == 0 ? DoorTexts.NobodyFound : found.Count > MostFound ? DoorTexts.TooManyFound : "";
    }

    private async Task CountAsync() => Count = (await Queries.CountAsync(Event!.Id, CancellationToken.None)).Value ?? Count;
}
