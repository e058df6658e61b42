using Integration.Common;
using Integration.Participants;
using Integration.Reports;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Integration.Web.Participants;

/// <summary>A person's record: a head that answers the phone call, then sections that save on their own.</summary>
public sealed partial class ParticipantPage : IAsyncDisposable
{
    /// <summary>How much of a list J and K walk through.</summary>
    private const int MostNeighbours = 2000;

    private ParticipantListState _list = new();
    private IReadOnlyList<ParticipantId> _ids = [];
    private int _at;
    private Participant? _person;
    private ParticipantOverview? _overview;
    private IReadOnlyList<DuplicateCandidate> _alike = [];
    private CodePicks? _codes;
    private IReadOnlyList<Choice> _colleagues = [];
    private bool _missing;
    private OpenRecord? _record;
    private DotNetObjectReference<ParticipantPage>? _self;
    private IAsyncDisposable? _keys;

    private PersonSection _contact = new();
    private LanguagesSection _languages = new();
    private QualificationSection _qualification = new();
    private WishesSection _wishes = new();
    private MobilitySection _mobility = new();
    private LawSection _law = new();
    private InterpreterSection _interpreter = new();

    /// <summary>Id of the person.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] public required ParticipantQueries Queries { get; init; }

    [Inject] public required ParticipantOverviewQueries Overviews { get; init; }

    [Inject] public required ParticipantListReads Reads { get; init; }

    [Inject] public required SaveParticipantSection Saving { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required Scripts Scripts { get; init; }

    private string Key => _person!.Id.ToString();

    private string Lede => string.Join(" · ", new[]
    {
        _person!.BornOn is { } born ? "* " + Format.Day(born) : "", _person.Town, _person.CustomerNumber,
    }.Where(part => part.Length > 0));

    private static IEnumerable<(string Key, string Title)> Toc =>
    [
        ("person", ParticipantsTexts.PersonTitle), ("languages", ParticipantsTexts.LanguagesTitle), ("qualification", ParticipantsTexts.QualificationTitle),
        ("wishes", ParticipantsTexts.WishesTitle), ("mobility", ParticipantsTexts.MobilityTitle), ("law", ParticipantsTexts.LawTitle),
        ("interpreter", ParticipantsTexts.InterpreterTitle),
    ];

    /// <summary>J and K: the next and the previous person of the list.</summary>
    [JSInvokable]
    public void OnShortcut(string key)
    {
        if (Neighbour(key == "j" ? 1 : -1) is { } id)
        {
            Navigation.NavigateTo(Links.Participant(id, _list));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_keys is not null)
        {
            await _keys.DisposeAsync();
        }

        _self?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_person?.Id.Value == Id)
        {
            return;
        }

        _list = ParticipantListState.Of(Navigation.Uri);
        _codes ??= await Reads.CodesAsync();
        _colleagues = (await Reads.Colleagues.ColleaguesAsync(CancellationToken.None)).Select(one => new Choice(one.Id.ToString(), one.Name)).ToList();
        var opened = await Queries.OpenAsync(new ParticipantId(Id), CancellationToken.None);
        _missing = !opened.Done;
        if (!opened.Done)
        {
            return;
        }

        var person = opened.Value;
        _overview = await Overviews.OfAsync(person.Id, CancellationToken.None);
        if (person.OwnerId?.ToString() is { } owner && _colleagues.All(one => one.Value != owner))
        {
            _colleagues = [.. _colleagues, new Choice(owner, _overview?.Owner ?? "")];
        }

        _alike = await Queries.DuplicatesOfAsync(PersonKey.Of(person), person.Id, CancellationToken.None);
        _ids = await Reads.List.IdsAsync(_list.Filter, _list.Order, MostNeighbours, CancellationToken.None);
        _at = _ids.ToList().IndexOf(person.Id);
        _ids = _at < 0 ? [] : _ids;
        _contact = PersonSection.Of(person);
        _languages = LanguagesSection.Of(person);
        _qualification = QualificationSection.Of(person);
        _wishes = WishesSection.Of(person);
        _mobility = MobilitySection.Of(person);
        _law = LawSection.Of(person);
        _interpreter = InterpreterSection.Of(person);
        (_record, _person) = (new OpenRecord(person, Saving, ShowSavedAsync), person);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _keys = await Scripts.ListenAsync("shortcuts", _self, new[] { "j", "k" });
        }
    }

    private ParticipantId? Neighbour(int step) => _at + step >= 0 && _at + step < _ids.Count ? _ids[_at + step] : null;

    private async Task ShowSavedAsync(Participant person, IParticipantSection section)
    {
        if (_person == person)
        {
            _overview = section is PersonSection ? await Overviews.OfAsync(person.Id, CancellationToken.None) : _overview;
            await InvokeAsync(StateHasChanged);
        }
    }
}
