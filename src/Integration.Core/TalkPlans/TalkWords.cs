using System.Globalization;
using Integration.Common;
using Integration.Data;
using Integration.Planning.Talks;
using Integration.Resources;

namespace Integration.TalkPlans;

/// <summary>What a plan lacks or breaks, in sentences in the reader's language.</summary>
internal sealed class TalkWords
{
    private readonly TalkProblemOfEvent _ground;
    private readonly CodeCatalog _catalog;

    private TalkWords(TalkProblemOfEvent ground, CodeCatalog catalog) => (_ground, _catalog) = (ground, catalog);

    public static async Task<TalkWords> ReadAsync(CodeCatalogSource codes, TalkProblemOfEvent ground, CancellationToken ct) =>
        new(ground, await codes.GetAsync(ct));

    /// <summary>Everything that is wrong with these talks.</summary>
    public IReadOnlyList<TalkWarning> Warnings(IReadOnlyList<ScheduledTalk> talks)
    {
        var (held, gone) = (new Dictionary<int, ScheduledTalk>(), new List<ScheduledTalk>());
        foreach (var talk in talks)
        {
            if (_ground.Planned(talk) is { } planned)
            {
                held[planned.Request] = talk;
            }
            else
            {
                gone.Add(talk);
            }
        }

        var kept = _ground.With(held.Values.Where(talk => talk.Pinned));
        return
        [
            .. gone.Select(talk => new TalkWarning(null, Line(TalkPlansTexts.Gone, ChiffreOf(talk.RegistrationId), NameOf(talk.EmployerId), Clock(talk.StartsAt)), [talk.Id])),
            .. TalkChecker.Check(kept, _ground.PlanOf(held.Values)).Select(breach => Warning(breach, held)),
        ];
    }

    /// <summary>What does not take place, and why.</summary>
    public UnmetRow Unmet(UnmetTalks unmet)
    {
        var words = Line(
            TextOf("Unmet_" + unmet.Reason), unmet.Requests.Count, unmet.Language is { } language ? LanguageOf(language) : "", unmet.Host is { } host ? _ground.Facts.Hosts[host].Name : "",
            unmet.From is { } from ? Clock(EventClock.Time(from)) : "", unmet.Until is { } until ? Clock(EventClock.Time(until)) : "");
        return new UnmetRow(unmet.Reason, words, [.. unmet.Requests.Select(UnmetTalk)]);
    }

    private UnmetTalk UnmetTalk(int request)
    {
        var wish = _ground.Facts.Wishes[request];
        var (person, host) = (_ground.Facts.People[wish.Person], _ground.Facts.Hosts[wish.Host]);
        return new UnmetTalk(person.RegistrationId, person.Chiffre, host.Id, host.Name, wish.Ground);
    }

    private TalkWarning Warning(TalkBreach breach, Dictionary<int, ScheduledTalk> held)
    {
        var (problem, facts) = (_ground.Problem, _ground.Facts);
        var wish = breach.Request is { } request && request < facts.Wishes.Count ? facts.Wishes[request] : null;
        var person = breach.Person ?? wish?.Person;
        var host = breach.Host ?? wish?.Host;
        var words = Line(
            TextOf("Breach_" + breach.Kind), person is { } who ? facts.People[who].Chiffre : "", host is { } whom ? facts.Hosts[whom].Name : "",
            breach.Interpreter is { } by && by < facts.Interpreters.Count ? facts.Interpreters[by].Name : "",
            breach.Slot is { } slot && slot < problem.Slots.Count ? Clock(EventClock.Time(problem.Slots[slot].Start)) : "",
            breach.Other is { } other ? facts.People[facts.Wishes[other].Person].Chiffre : "");
        return new TalkWarning(breach.Kind, words, [.. new[] { breach.Request, breach.Other }.OfType<int>().Where(held.ContainsKey).Select(i => held[i].Id)]);
    }

    private string ChiffreOf(RegistrationId id) => _ground.Facts.People.FirstOrDefault(person => person.RegistrationId == id)?.Chiffre ?? TalkPlansTexts.NoProfile;

    private string NameOf(OrganisationId id) => _ground.Facts.Hosts.FirstOrDefault(host => host.Id == id)?.Name ?? TalkPlansTexts.NoTables;

    private string LanguageOf(string code) => _catalog.Label("Languages", code, _ground.Event.Date);

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Line(string text, params object[] holes) => string.Format(CultureInfo.CurrentCulture, text, holes);

    private static string TextOf(string key) => TalkPlansTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text '{key}'.");
}
