using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Privacy;

/// <summary>The hash chain of the audit trail.</summary>
public static class AuditChain
{
    /// <summary>What stands before the first entry.</summary>
    public static string Origin { get; } = new('0', 64);

    /// <summary>Gives new entries their place and hash. Must run inside the transaction that saves them: updating the head's row
    /// makes concurrent writers of the same organisation wait for each other.</summary>
    internal static async Task AppendAsync(AppDbContext db, IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        // Always in the same order: two writers of several chains must not wait for each other.
        foreach (var chain in entries.GroupBy(entry => entry.OrganisationId).OrderBy(chain => chain.Key.Value))
        {
            var count = chain.Count();
            var locked = await db.AuditHeads.Where(head => head.OrganisationId == chain.Key)
                .ExecuteUpdateAsync(set => set.SetProperty(head => head.Sequence, head => head.Sequence + count), ct);
            if (locked == 0)
            {
                throw new InvalidOperationException($"Organisation {chain.Key} has no audit chain.");
            }

            var head = await db.AuditHeads.AsNoTracking().SingleAsync(head => head.OrganisationId == chain.Key, ct);
            var (sequence, hash) = (head.Sequence - count, head.Hash);
            foreach (var entry in chain)
            {
                entry.At = WholeMilliseconds(entry.At);
                entry.Sequence = ++sequence;
                entry.PreviousHash = hash;
                entry.Hash = hash = HashOf(entry);
            }

            await db.AuditHeads.Where(head => head.OrganisationId == chain.Key)
                .ExecuteUpdateAsync(set => set.SetProperty(head => head.Hash, hash), ct);
        }
    }

    /// <summary>The hash an entry must have.</summary>
    public static string HashOf(AuditEntry entry)
    {
        var text = string.Join('|',
            entry.PreviousHash,
            entry.OrganisationId.Value.ToString("N"),
            entry.Sequence.ToString(CultureInfo.InvariantCulture),
            entry.At.ToString("O", CultureInfo.InvariantCulture),
            entry.UserId.Value.ToString("N"),
            entry.Act.ToString(),
            entry.SubjectKind,
            entry.SubjectId?.ToString("N"),
            entry.JobEventId?.ToString("N"),
            entry.Count.ToString(CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Walks a chain in order and returns the sequence of the first entry that does not fit; <see langword="null"/> when all fit.</summary>
    public static long? FirstBreak(IEnumerable<AuditEntry> inOrder)
    {
        var (sequence, hash) = (0L, Origin);
        foreach (var entry in inOrder)
        {
            if (!Follows(entry, ++sequence, hash))
            {
                return entry.Sequence;
            }

            hash = entry.Hash;
        }

        return null;
    }

    /// <summary>Whether an entry is the one with that number, follows the entry with that hash, and is unchanged itself.</summary>
    public static bool Follows(AuditEntry entry, long sequence, string previousHash) =>
        entry.Sequence == sequence && entry.PreviousHash == previousHash && HashOf(entry) == entry.Hash;

    // PostgreSQL keeps microseconds and .NET ticks of 100 ns: what is hashed must be what is stored.
    private static DateTime WholeMilliseconds(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}
