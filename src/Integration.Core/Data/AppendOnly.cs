using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <summary>Triggers that refuse to change or delete entries of the audit trail, so that not even another program
/// with the portal's connection can. Made after every migration; each statement may run again.</summary>
internal static class AppendOnly
{
    public static async Task EnsureAsync(AppDbContext db, CancellationToken ct)
    {
        foreach (var statement in Statements(db))
        {
            await db.Database.ExecuteSqlRawAsync(statement, ct);
        }
    }

    private static string[] Statements(AppDbContext db) => db.Database.ProviderName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" =>
        [
            """CREATE TRIGGER IF NOT EXISTS "AuditEntries_NoUpdate" BEFORE UPDATE ON "AuditEntries" BEGIN SELECT RAISE(ABORT, 'The audit trail is append-only.'); END""",
            """CREATE TRIGGER IF NOT EXISTS "AuditEntries_NoDelete" BEFORE DELETE ON "AuditEntries" BEGIN SELECT RAISE(ABORT, 'The audit trail is append-only.'); END""",
        ],
        "Npgsql.EntityFrameworkCore.PostgreSQL" =>
        [
            """CREATE OR REPLACE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The audit trail is append-only.'; END $$""",
            """CREATE OR REPLACE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntries" FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only()""",
        ],
        "Microsoft.EntityFrameworkCore.SqlServer" =>
        [
            "CREATE OR ALTER TRIGGER [AuditEntries_AppendOnly] ON [AuditEntries] INSTEAD OF UPDATE, DELETE AS THROW 50000, 'The audit trail is append-only.', 1;",
        ],
        var other => throw new InvalidOperationException($"Unknown database provider {other}."),
    };
}
