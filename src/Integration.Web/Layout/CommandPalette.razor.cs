using Integration.Access;
using Integration.Participants;
using Integration.Reports;
using Integration.Web.Participants;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Integration.Web.Layout;

/// <summary>Search across people and events, and commands, by keyboard.</summary>
public sealed partial class CommandPalette : IDisposable
{
    private const int MostPeople = 8;

    private ElementReference _dialog;
    private ElementReference _input;
    private IReadOnlyList<Hit> _hits = [];
    private string _text = "";
    private int _at;
    private Task _searching = Task.CompletedTask;

    // A new input each time: one whose value is set while somebody types swallows letters on a slow line.
    private int _opened;
    private CancellationTokenSource _typing = new();

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required ChosenEvent Chosen { get; init; }

    [Inject] public required ParticipantListQueries Participants { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required Scripts Scripts { get; init; }

    /// <summary>Opens with an empty text.</summary>
    public async Task OpenAsync()
    {
        (_text, _at, _opened) = ("", 0, _opened + 1);
        _hits = Commands("").ToList();
        StateHasChanged();
        await Scripts.ShellAsync("showModal", _dialog);
        await _input.FocusAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => _typing.Dispose();

    private async Task TypeAsync(ChangeEventArgs e)
    {
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        _text = (e.Value as string ?? "").Trim();
        _at = 0;

        // What is known here is shown at once; people follow when the typing pauses.
        _hits = [.. EventsLike(_text), .. Commands(_text)];
        _searching = AddPeopleAsync(_text, _typing.Token);
        await _searching;
    }

    private async Task AddPeopleAsync(string text, CancellationToken ct)
    {
        try
        {
            if (text.Length > 1)
            {
                _hits = [.. await PeopleAsync(text, ct), .. _hits];
            }
        }
        catch (OperationCanceledException)
        {
            // A further key was pressed; its answer comes.
        }
    }

    private async Task<IEnumerable<Hit>> PeopleAsync(string text, CancellationToken ct)
    {
        if (!CurrentUser.Has(Permission.ViewParticipants))
        {
            return [];
        }

        await Task.Delay(120, ct);
        var people = await Participants.ListAsync(new ParticipantFilter { Text = text }, ParticipantOrder.Name, 0, 4 * MostPeople, ct);

        // Who is spelled as typed stands before who sounds like it.
        return people.Rows.OrderBy(person => Begins(person.FullName(), text) ? 0 : 1).Take(MostPeople).Select(person => new Hit(person.FullName(), Note(person.BornOn, person.Town), Links.Participant(person.Id)));
    }

    private static string Note(DateOnly? bornOn, string town) =>
        string.Join(" · ", new[] { bornOn is null ? "" : "* " + Format.Day(bornOn), town }.Where(part => part.Length > 0));

    private IEnumerable<Hit> EventsLike(string text) => text.Length < 2
        ? []
        : Chosen.Events
            .Where(e => Like(e.Title + " " + e.Town, text))
            .Select(e => new Hit(e.Title, ShellTexts.Event + " · " + Format.Day(e.Date), Links.Event(e.Id)));

    private IEnumerable<Hit> Commands(string text)
    {
        var entries = Layout.Navigation.Of(CurrentUser).Select(entry => new Hit(entry.Text, ShellTexts.GoTo, entry.Link));
        if (CurrentUser.Has(Permission.EditParticipants))
        {
            entries = entries.Prepend(new Hit(ShellTexts.CommandRegister, ShellTexts.Command, Links.QuickRegistration));
        }

        if (CurrentUser.Has(Permission.ManageUsers))
        {
            entries = entries.Prepend(new Hit(TodayTexts.InviteColleague, ShellTexts.Command, Links.InviteUser));
        }

        if (CurrentUser.Has(Permission.PrintProfiles))
        {
            entries = entries.Concat(Chosen.Events.Take(5).Select(e => new Hit(
                Format.Fill(ShellTexts.CommandPrint, e.Title), ShellTexts.Command + " · " + Format.Day(e.Date), Links.PrintCentreOf(e.Id))));
        }

        return entries.Where(hit => Like(hit.Text, text));
    }

    // Every typed word has to stand somewhere in the text: "print haren" finds "Print profiles: Haren".
    private static bool Like(string text, string typed)
    {
        var folded = NameTokens.Fold(text);
        return NameTokens.Fold(typed).Split(' ').All(word => folded.Contains(word, StringComparison.Ordinal));
    }

    private static bool Begins(string name, string typed)
    {
        var words = NameTokens.Fold(name).Split(' ');
        return NameTokens.Fold(typed).Split(' ').All(word => words.Any(part => part.StartsWith(word, StringComparison.Ordinal)));
    }

    private async Task KeyAsync(KeyboardEventArgs e)
    {
        if (e.Key == "Enter")
        {
            // Somebody quick presses Enter before the answer is there, and means the answer.
            await _searching;
            if (_at < _hits.Count)
            {
                await OpenHitAsync(_hits[_at]);
            }
        }
        else if (_hits.Count > 0 && e.Key is "ArrowDown" or "ArrowUp")
        {
            _at = (_at + (e.Key == "ArrowDown" ? 1 : _hits.Count - 1)) % Math.Max(1, _hits.Count);
        }
    }

    private async Task OpenHitAsync(Hit hit)
    {
        await Scripts.ShellAsync("closeModal", _dialog);
        Navigation.NavigateTo(hit.Link);
    }

    private void Closed() => _text = "";

    private sealed record Hit(string Text, string Note, string Link);
}
