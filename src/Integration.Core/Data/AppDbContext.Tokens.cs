using System.Text;
using Integration.Participants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Integration.Data;

/// <content>Search tokens: written with the people they find.</content>
public sealed partial class AppDbContext
{
    // An import makes a dozen tokens for each of hundreds of people: row by row they would cost more than everything else together.
    private const int ManyPeople = 20;

    // Three values a token; SQLite looks for each value among all of its statement, so that long statements are slower again.
    private const int TokensInOneStatement = 50;

    private readonly List<ParticipantSearchToken> _manyTokens = [];

    private async Task RefreshSearchTokensAsync(CancellationToken ct)
    {
        _manyTokens.Clear();
        var people = ChangeTracker.Entries<Participant>().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList();
        // Only inside the caller's transaction: it is what keeps people and tokens together.
        var many = Database.CurrentTransaction is not null && people.Count(entry => entry.State == EntityState.Added) > ManyPeople;
        foreach (var entry in people)
        {
            var person = entry.Entity;
            person.SortName = NameTokens.SortKey(person.FamilyName, person.GivenName);
            IReadOnlySet<string> wanted = person.MergedIntoId is null ? ParticipantTokens.Of(person) : new HashSet<string>();
            if (entry.State == EntityState.Added && many)
            {
                _manyTokens.AddRange(wanted.Select(token => Token(person, token)));
            }
            else
            {
                await ReplaceTokensAsync(entry, wanted, ct);
            }
        }
    }

    private async Task ReplaceTokensAsync(EntityEntry<Participant> entry, IReadOnlySet<string> wanted, CancellationToken ct)
    {
        var person = entry.Entity;
        var present = entry.State == EntityState.Added
            ? []
            : await SearchTokens.Where(token => token.ParticipantId == person.Id).ToListAsync(ct);
        SearchTokens.RemoveRange(present.Where(token => !wanted.Contains(token.Token)));
        var known = present.Select(token => token.Token).ToHashSet();
        SearchTokens.AddRange(wanted.Where(token => !known.Contains(token)).Select(token => Token(person, token)));
    }

    private async Task<int> SaveWithTokensAsync(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        foreach (var chunk in _manyTokens.Chunk(TokensInOneStatement))
        {
            rows += await InsertAsync(chunk, ct);
        }

        _manyTokens.Clear();
        return rows;
    }

    private Task<int> InsertAsync(ParticipantSearchToken[] tokens, CancellationToken ct)
    {
        var entity = Model.FindEntityType(typeof(ParticipantSearchToken))!;
        var sql = this.GetService<ISqlGenerationHelper>();
        string Column(string property) => sql.DelimitIdentifier(entity.FindProperty(property)!.GetColumnName());
        var statement = new StringBuilder("INSERT INTO ")
            .Append(sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema())).Append(" (")
            .AppendJoin(", ", Column(nameof(ParticipantSearchToken.ParticipantId)), Column(nameof(ParticipantSearchToken.OrganisationId)), Column(nameof(ParticipantSearchToken.Token)))
            .Append(") VALUES ");
        var values = new List<object>(3 * tokens.Length);
        foreach (var token in tokens)
        {
            var at = values.Count;
            statement.Append(at == 0 ? "" : ", ").Append('(').AppendJoin(", ", Enumerable.Range(at, 3).Select(i => $"{{{i}}}")).Append(')');
            values.AddRange([token.ParticipantId.Value, token.OrganisationId.Value, token.Token]);
        }

        return Database.ExecuteSqlRawAsync(statement.ToString(), values, ct);
    }

    private static ParticipantSearchToken Token(Participant person, string token) =>
        new() { ParticipantId = person.Id, OrganisationId = person.OrganisationId, Token = token };
}
