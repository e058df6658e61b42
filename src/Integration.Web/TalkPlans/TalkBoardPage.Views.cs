using Integration.TalkPlans;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.TalkPlans;

/// <summary>How a plan is looked at.</summary>
public enum BoardView
{
    /// <summary>Tables and times.</summary>
    Tables,

    /// <summary>By person.</summary>
    People,

    /// <summary>By employer.</summary>
    Employers,

    /// <summary>By interpreter.</summary>
    Interpreters,

    /// <summary>What does not take place.</summary>
    Unmet,
}

/// <content>What of the plan stands on the page.</content>
public sealed partial class TalkBoardPage
{
    private const int PeopleOnPage = 50;
    private const int EmployersOnPage = 3;
    private const int InterpretersOnPage = 6;

    private IReadOnlyList<TalkHostRow> _hosts = [];
    private IReadOnlyList<TalkPersonRow> _people = [];
    private IReadOnlyList<(string, string, string, IReadOnlyList<TalkSitting>)> _groups = [];
    private BoardView _view;
    private string _search = "";
    private int _page;
    private int _pages;
    private int _total;

    private IReadOnlyList<(string? Key, string Name)> Views =>
    [
        (null, TalkPlanTexts.ViewTables), ("people", TalkPlanTexts.ViewPeople), ("employers", TalkPlanTexts.ViewEmployers), ("interpreters", TalkPlanTexts.ViewInterpreters),
        ("unmet", Format.Fill(TalkPlanTexts.ViewUnmet, Format.Count(_board!.Unmet.Sum(row => row.Talks.Count)))),
    ];

    private string SearchLabel => _view switch
    {
        BoardView.People => TalkPlanTexts.SearchPeople,
        BoardView.Interpreters => TalkPlanTexts.SearchInterpreters,
        BoardView.Tables or BoardView.Employers or BoardView.Unmet => TalkPlanTexts.SearchEmployers,
    };

    private void Show()
    {
        if (_board is null)
        {
            return;
        }

        _view = Enum.TryParse<BoardView>(View, ignoreCase: true, out var view) ? view : BoardView.Tables;
        _search = Q ?? "";
        var hosts = _board.Hosts.Where(host => Matches(host.Name)).ToList();
        switch (_view)
        {
            case BoardView.Tables:
                var pages = BoardPages.Of(hosts, _board.Slots.Count);
                Count(hosts.Count, pages.Count);
                _hosts = pages.Count == 0 ? [] : pages[_page - 1];
                break;
            case BoardView.People:
                _people = Slice(_board.People.Where(person => Matches(person.Chiffre)).ToList(), PeopleOnPage);
                break;
            case BoardView.Employers:
                _groups = [.. Slice(hosts, EmployersOnPage).Select(host => (host.Id.ToString(), host.Name, Note(host),
                    (IReadOnlyList<TalkSitting>)[.. _board.Sittings.Where(sitting => sitting.EmployerId == host.Id)]))];
                break;
            case BoardView.Interpreters:
                _groups = [.. Slice(_board.Interpreters.Where(person => Matches(person.Name)).ToList(), InterpretersOnPage).Select(person => (person.Id.ToString(), person.Name, Languages(person.Languages),
                    (IReadOnlyList<TalkSitting>)[.. _board.Sittings.Where(sitting => sitting.InterpreterId == person.Id)]))];
                break;
            case BoardView.Unmet:
                break;
        }
    }

    private bool Matches(string name) => name.Contains(_search.Trim(), StringComparison.CurrentCultureIgnoreCase);

    private string Languages(IReadOnlyList<string> codes) => string.Join(", ", codes.Select(code => _codes!.Label("Languages", code)));

    private string Note(TalkHostRow host) => string.Join(" · ", new[] { host.Stand, host.Zone, Languages(host.Languages) }.Where(part => part.Length > 0));

    private List<T> Slice<T>(List<T> all, int size)
    {
        Count(all.Count, (all.Count + size - 1) / size);
        return [.. all.Skip((_page - 1) * size).Take(size)];
    }

    private void Count(int total, int pages) => (_total, _pages, _page) = (total, pages, Math.Clamp(Page ?? 1, 1, Math.Max(1, pages)));
}
