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

    /// <summary>A group that comes.</summary>
    public sealed class GroupForm
    {
        /// <summary>Drawn with the page.</summary>
        public string? Nonce { get; set; }

        /// <summary>Kind and id.</summary>
        public string? Key { get; set; }
    }

    private sealed record Shown(string Signal, string Name, string Sentence);

    [Inject] public required DoorQueries Queries { get; init; }

    [Inject] public required DoorGroupQueries GroupQueries { get; init; }

    [Inject] public required DoorActs Acts { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    /// <summary>The event.</summary>
    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "scan")] private ScanForm? Input { get; set; }

    [SupplyParameterFromForm(FormName = "guest")] private GuestForm? Guest { get; set; }

    [SupplyParameterFromForm(FormName = "group")] private GroupForm? Group { get; set; }

    [SupplyParameterFromQuery(Name = "q")] private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "ticket")] private string? Ticket { get; set; }

    private DoorEvent? Event { get; set; }

    private DoorCount Count { get; set; } = new(0, 0, 0, 0);

    private IReadOnlyList<DoorRow> Found { get; set; } = [];

    private IReadOnlyList<DoorGroup> Groups { get; set; } = [];

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
        Groups = (await GroupQueries.ListAsync(Event.Id, CancellationToken.None)).Value ?? [];
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
        var result = act[0] == "Out" ? await Acts.Out.ExecuteAsync(Event!.Id, scan, CancellationToken.None) : await Acts.In.ExecuteAsync(Event!.Id, scan, CancellationToken.None);
        Answer = result.Value is { } answer ? new Shown(answer.Outcome.Signal().ToString(), answer.DisplayName, answer.Outcome.Label()) : null;
        Problem = result.Done ? null : Texts.Of(result.Error);
        await CountAsync();
    }

    private async Task AddGuestAsync()
    {
        var form = new AddWalkIn.Form { DisplayName = Guest!.Name ?? "", SupportLanguage = Guest.Language ?? "" };
        form.Id = Guid.TryParse(Guest.Nonce, out var nonce) ? new WalkInId(nonce) : form.Id;
        var result = await Acts.Guest.ExecuteAsync(Event!.Id, form, CancellationToken.None);
        Answer = result.Done ? new Shown(nameof(DoorSignal.Good), "", Format.Fill(DoorTexts.GuestAdded, form.DisplayName.Trim())) : null;
        Problem = result.Done ? null : Texts.Of(result.Error);
        await CountAsync();
    }

    private async Task LetGroupInAsync()
    {
        if (Groups.FirstOrDefault(group => DoorLine.Key(group) == Group!.Key) is not { } group)
        {
            Problem = Texts.Of(Errors.NotFound);
            return;
        }

        var form = new CheckInGroup.Form { Registrations = group.Missing, Nonce = Guid.TryParse(Group!.Nonce, out var nonce) ? nonce : Guid.CreateVersion7() };
        var result = await Acts.Group.ExecuteAsync(Event!.Id, form, CancellationToken.None);
        Problem = result.Done ? null : Texts.Of(result.Error);
        Answer = result.Value is { } answers ? new Shown(nameof(DoorSignal.Good), "", Sentence(group, answers)) : null;
        await CountAsync();
        Groups = (await GroupQueries.ListAsync(Event.Id, CancellationToken.None)).Value ?? Groups;
    }

    private static string Sentence(DoorGroup group, IReadOnlyList<ScanAnswer> answers)
    {
        var came = answers.Count(answer => answer.Outcome.Signal() == DoorSignal.Good);
        var refused = answers.Count(answer => answer.Outcome.Signal() == DoorSignal.Stop);
        return Format.Fill(DoorTexts.GroupCame, DoorLine.Of(group), Format.Count(came))
            + (answers.Count > came + refused ? " " + Format.Fill(DoorTexts.GroupBefore, Format.Count(answers.Count - came - refused)) : "")
            + (refused > 0 ? " " + Format.Fill(DoorTexts.GroupRefused, Format.Count(refused)) : "");
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

/// <summary>What can be done at a door.</summary>
public sealed record DoorActs(CheckIn In, CheckOut Out, CheckInGroup Group, AddWalkIn Guest);
