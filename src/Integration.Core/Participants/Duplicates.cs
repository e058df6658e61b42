using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Participants;

/// <summary>Why two records may be the same person.</summary>
public enum DuplicateReason
{
    /// <summary>The same customer number.</summary>
    SameCustomerNumber,

    /// <summary>The same folded name and birth date.</summary>
    SameNameAndBirthDate,

    /// <summary>Names that sound alike and the same birth date.</summary>
    SimilarNameAndBirthDate,

    /// <summary>The same folded name, while birth dates differ or one is missing.</summary>
    SameName,

    /// <summary>The same telephone number.</summary>
    SamePhone,

    /// <summary>The same e-mail address.</summary>
    SameEmail,
}

/// <summary>What is compared to find duplicates.</summary>
public sealed record PersonKey(string FamilyName, string GivenName, DateOnly? BornOn, string CustomerNumber, string Phone, string Email)
{
    /// <summary>The key of a record.</summary>
    public static PersonKey Of(Participant person) =>
        new(person.FamilyName, person.GivenName, person.BornOn, person.CustomerNumber, person.Phone, person.Email);
}

/// <summary>A record that may be the same person, and why.</summary>
public sealed record DuplicateCandidate(ParticipantId Id, string FullName, DateOnly? BornOn, string Town, IReadOnlyList<DuplicateReason> Reasons)
{
    /// <summary>Whether it is the same person beyond doubt, so that a second record is refused.</summary>
    public bool Certain => Reasons.Contains(DuplicateReason.SameNameAndBirthDate) || Reasons.Contains(DuplicateReason.SameCustomerNumber);
}

/// <summary>Compares people: by name (whatever the script, spelling or order of its parts), birth date, numbers and addresses.</summary>
public static class Duplicates
{
    /// <summary>The reasons why two keys may be the same person; empty when nothing speaks for it.</summary>
    public static IReadOnlyList<DuplicateReason> Reasons(PersonKey one, PersonKey other)
    {
        var reasons = new List<DuplicateReason>();
        if (one.CustomerNumber.Length > 0 && string.Equals(one.CustomerNumber, other.CustomerNumber, StringComparison.OrdinalIgnoreCase))
        {
            reasons.Add(DuplicateReason.SameCustomerNumber);
        }

        var sameName = NameParts(one) == NameParts(other);
        var sameBirth = one.BornOn is not null && one.BornOn == other.BornOn;
        if (sameName)
        {
            reasons.Add(sameBirth ? DuplicateReason.SameNameAndBirthDate : DuplicateReason.SameName);
        }
        else if (sameBirth && SoundParts(one) == SoundParts(other))
        {
            reasons.Add(DuplicateReason.SimilarNameAndBirthDate);
        }

        if (Digits(one.Phone) is { Length: >= 7 } phone && phone == Digits(other.Phone))
        {
            reasons.Add(DuplicateReason.SamePhone);
        }

        if (one.Email.Length > 0 && string.Equals(one.Email, other.Email, StringComparison.OrdinalIgnoreCase))
        {
            reasons.Add(DuplicateReason.SameEmail);
        }

        return reasons;
    }

    /// <summary>Records of <paramref name="visible"/> that may be the person of <paramref name="key"/>, certain ones first, at most ten.</summary>
    internal static async Task<IReadOnlyList<DuplicateCandidate>> FindAsync(
        AppDbContext db, IQueryable<Participant> visible, PersonKey key, ParticipantId? except, CancellationToken ct)
    {
        var tokens = NameTokens.Of(key.FamilyName).Where(token => token[0] == '~').ToList();
        var customerNumber = key.CustomerNumber;
        var (born, phone, email) = (key.BornOn, key.Phone, key.Email);
        var near = await visible
            .Where(person => except == null || person.Id != except)
            .Where(person =>
                (customerNumber != "" && person.CustomerNumber == customerNumber)
                || (born != null && person.BornOn == born)
                || (phone != "" && person.Phone == phone)
                || (email != "" && person.Email == email)
                || db.SearchTokens.Any(token => token.ParticipantId == person.Id && token.OrganisationId == person.OrganisationId && tokens.Contains(token.Token)))
            .AsNoTracking()
            // What alone can be certain comes first, so that many alike names never push it out.
            .OrderByDescending(person => (customerNumber != "" && person.CustomerNumber == customerNumber) || (born != null && person.BornOn == born))
            .ThenBy(person => person.Id)
            .Take(500)
            .ToListAsync(ct);
        return near
            .Select(person => new DuplicateCandidate(person.Id, person.FullName, person.BornOn, person.Town, Reasons(key, PersonKey.Of(person))))
            .Where(candidate => candidate.Reasons.Count > 0)
            .OrderByDescending(candidate => candidate.Certain)
            .ThenByDescending(candidate => candidate.Reasons.Count)
            .Take(10)
            .ToList();
    }

    // Which name is the family's differs between authorities, so the parts are compared as a set.
    private static string NameParts(PersonKey key) =>
        string.Join(' ', NameTokens.Fold(key.FamilyName + " " + key.GivenName).Split(' ').Order(StringComparer.Ordinal));

    private static string SoundParts(PersonKey key) =>
        string.Join(' ', NameTokens.Of(key.FamilyName + " " + key.GivenName).Where(token => token[0] == '~').Order(StringComparer.Ordinal));

    private static string Digits(string phone)
    {
        var digits = new string(phone.Where(char.IsAsciiDigit).ToArray());
        return digits.StartsWith("0049", StringComparison.Ordinal) ? "0" + digits[4..]
            : phone.TrimStart().StartsWith("+49", StringComparison.Ordinal) ? "0" + digits[2..]
            : digits;
    }
}
