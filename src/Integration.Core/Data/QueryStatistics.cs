using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <summary>What the planner knows about the sizes of tables. PostgreSQL and SQL Server keep that by themselves; SQLite is told to look, else it walks
/// through all people of an organisation where an index would find the few that are meant.</summary>
public static class QueryStatistics
{
    // Looks at every table, also at those that this connection has not asked yet, and counts again only what has grown a lot (SQLite's own advice).
    private const string Look = "PRAGMA optimize=0x10002";

    /// <summary>Counts again where it is worth it; on servers nothing.</summary>
    public static async Task RefreshAsync(AppDbContext db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
        {
            return;
        }

        await db.Database.ExecuteSqlRawAsync(Look, ct);
        // A connection reads the counts when it is opened.
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }
}
