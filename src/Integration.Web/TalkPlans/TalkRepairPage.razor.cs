using Integration.Common;
using Integration.TalkPlans;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.TalkPlans;

/// <summary>Repairing the published plan after somebody is missing: what has happened, and a draft in which as little as possible changes for others.</summary>
public sealed partial class TalkRepairPage
{
    private readonly List<TalkPersonRow> _people = [];
    private readonly List<InterpreterId> _interpreters = [];
    private readonly List<EmployerLoss> _employers = [];
    private TalkBoard? _board;
    private bool _missing;
    private bool _read;
    private bool _busy;
    private string? _problem;
    private string? _unknown;
    private string _chiffre = "";
    private string _interpreter = "";
    private string _employer = "";
    private TimeOnly? _from;

    [Inject] public required TalkPlanQueries Plans { get; init; }

    [Inject] public required TalkScheduleQueries Queries { get; init; }

    [Inject] public required RepairTalks Repair { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    private bool Any => _people.Count + _interpreters.Count + _employers.Count > 0;

    private IEnumerable<(object Key, string Words, Action Remove)> Chosen =>
    [
        .. _people.Select(person => ((object)person.Id, Format.Fill(TalkPlanTexts.LossPerson, person.Chiffre), (Action)(() => _people.Remove(person)))),
        .. _interpreters.Select(id => ((object)id, Format.Fill(TalkPlanTexts.LossInterpreter, _board!.Interpreters.First(person => person.Id == id).Name), (Action)(() => _interpreters.Remove(id)))),
        .. _employers.Select(loss => ((object)loss.EmployerId, Words(loss), (Action)(() => _employers.Remove(loss)))),
    ];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (await FollowAsync())
        {
            await ReadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var opened = await Plans.OpenAsync(EventId, CancellationToken.None);
        _missing = !opened.Done;
        var published = opened.Value?.Schedules.FirstOrDefault(row => row.State == TalkScheduleState.Published);
        _board = published is null ? null : (await Queries.BoardAsync(published.Id, CancellationToken.None)).Value;
        _read = true;
    }

    private string Words(EmployerLoss loss)
    {
        var name = _board!.Hosts.First(host => host.Id == loss.EmployerId).Name;
        return loss.From is { } from ? Format.Fill(TalkPlanTexts.LossEmployerFrom, name, Format.Time(from)) : Format.Fill(TalkPlanTexts.LossEmployer, name);
    }

    private void AddPerson()
    {
        var typed = _chiffre.Trim();
        var person = _board!.People.FirstOrDefault(known => typed.Length > 0 && known.Chiffre.Equals(typed, StringComparison.OrdinalIgnoreCase));
        _unknown = person is null && typed.Length > 0 ? Format.Fill(TalkPlanTexts.UnknownChiffre, typed) : null;
        if (person is not null)
        {
            _chiffre = "";
            if (!_people.Contains(person))
            {
                _people.Add(person);
            }
        }
    }

    private void AddInterpreter()
    {
        if (Guid.TryParse(_interpreter, out var id))
        {
            _interpreters.Add(new InterpreterId(id));
            _interpreter = "";
        }
    }

    private void AddEmployer()
    {
        if (Guid.TryParse(_employer, out var id))
        {
            _employers.Add(new EmployerLoss(new OrganisationId(id), _from));
            (_employer, _from) = ("", null);
        }
    }

    private async Task RepairAsync()
    {
        _busy = true;
        var form = new RepairTalks.Form { Absent = [.. _people.Select(person => person.Id)], Interpreters = [.. _interpreters], Employers = [.. _employers] };
        var repaired = await Repair.ExecuteAsync(_board!.Schedule.Id, form, CancellationToken.None);
        (_busy, _problem) = (false, repaired.Done ? null : Texts.Of(repaired.Error));
        if (repaired.Done)
        {
            Navigation.NavigateTo(Links.TalkChanges(EventId, _board.Schedule.Id, repaired.Value));
        }
    }
}
