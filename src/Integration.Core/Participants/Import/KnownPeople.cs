using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants.Import;

/// <summary>By what a person is told from others.</summary>
internal sealed class Identity
{
    private readonly Lazy<(string, string)> _sounds;

    public Identity(string customerNumber, string familyName, string givenName, DateOnly? bornOn)
    {
        Number = customerNumber.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        FullName = givenName.Length == 0 ? familyName : familyName + ", " + givenName;
        Name = Folded(familyName) + "," + Folded(givenName);
        BornOn = bornOn;
        _sounds = new(() => Sounds(familyName, givenName));
    }

    /// <summary>Customer number in one spelling; empty for none.</summary>
    public string Number { get; }

    /// <summary>The name as written.</summary>
    public string FullName { get; }

    /// <summary>The name without case and accents.</summary>
    public string Name { get; }

    public DateOnly? BornOn { get; }

    /// <summary>Whether both names sound alike, in either order.</summary>
    public bool SoundsLike(Identity other) =>
        _sounds.Value.Item1.Length > 0 && _sounds.Value == other._sounds.Value;

    private static string Folded(string name) => NameTokens.Fold(name) is { Length: > 0 } folded ? folded : name.ToLowerInvariant();

    private static (string, string) Sounds(string familyName, string givenName)
    {
        var (family, given) = (NameTokens.Sound(familyName), NameTokens.Sound(givenName));
        return string.CompareOrdinal(family, given) <= 0 && family.Length > 0 ? (family, given) : (given, family);
    }
}

/// <summary>A person the organisation knows.</summary>
internal sealed record KnownPerson(ParticipantId Id, Identity Identity);

/// <summary>The people of the organisation, to be matched against: read once, names and numbers only.</summary>
internal sealed class KnownPeople
{
    private readonly Dictionary<string, KnownPerson> _byNumber = new(StringComparer.Ordinal);
    private readonly ILookup<DateOnly, KnownPerson> _byBirth;
    private readonly Dictionary<ParticipantId, KnownPerson> _byId;

    private KnownPeople(List<KnownPerson> people)
    {
        foreach (var person in people.Where(person => person.Identity.Number.Length > 0))
        {
            _byNumber.TryAdd(person.Identity.Number, person);
        }

        _byBirth = people.Where(person => person.Identity.BornOn is not null).ToLookup(person => person.Identity.BornOn!.Value);
        _byId = people.DistinctBy(person => person.Id).ToDictionary(person => person.Id);
    }

    public static async Task<KnownPeople> LoadAsync(AppDbContext db, ICurrentUser user, CancellationToken ct)
    {
        var people = await db.Participants.VisibleTo(user).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.CustomerNumber, p.FamilyName, p.GivenName, p.BornOn })
            .ToListAsync(ct);
        var known = people.ConvertAll(p => new KnownPerson(p.Id, new Identity(p.CustomerNumber, p.FamilyName, p.GivenName, p.BornOn)));

        // The number of a merged record still leads to the one it was merged into.
        var organisation = user.OrganisationId;
        var merged = await db.Participants
            .Where(p => p.OrganisationId == organisation && p.MergedIntoId != null && p.CustomerNumber != "")
            .Select(p => new { p.Id, Into = p.MergedIntoId!.Value, p.CustomerNumber, p.FamilyName, p.GivenName, p.BornOn })
            .ToListAsync(ct);
        var into = merged.ToDictionary(p => p.Id, p => p.Into);
        foreach (var p in merged)
        {
            var target = p.Into;
            while (into.TryGetValue(target, out var next))
            {
                target = next;
            }

            known.Add(new KnownPerson(target, new Identity(p.CustomerNumber, p.FamilyName, p.GivenName, p.BornOn)));
        }

        return new KnownPeople(known);
    }

    public KnownPerson? WithNumber(string number) => number.Length == 0 ? null : _byNumber.GetValueOrDefault(number);

    public KnownPerson? WithId(ParticipantId? id) => id is { } known ? _byId.GetValueOrDefault(known) : null;

    public IEnumerable<KnownPerson> BornOn(DateOnly? day) => day is { } born ? _byBirth[born] : [];
}
