using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Integration.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <summary>What a backup says of itself.</summary>
/// <param name="Format">Always <see cref="PortalBackup.Format"/>.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="Migrations">Migrations of the database in it.</param>
/// <param name="Bytes">Size of the database.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal.</param>
public sealed record BackupManifest(string Format, DateTime CreatedAt, IReadOnlyList<string> Migrations, long Bytes, string Sha256);

/// <summary>Backs the embedded database up into one file and brings it back. The file is a ZIP archive of the database, copied while
/// the portal may be running, and a manifest with its hash. A file is checked completely before anything is touched.</summary>
public sealed class PortalBackup(IDbContextFactory<AppDbContext> contexts, DatabaseOptions database, TimeProvider clock)
{
    /// <summary>Name of the format.</summary>
    public const string Format = "integrationsportal-backup-1";

    private const string ManifestName = "manifest.json";
    private const string DatabaseName = "portal.db";

    /// <summary>Writes a backup.</summary>
    /// <param name="file">Where to; must not exist.</param>
    /// <param name="ct">Cancels; no half file stays behind.</param>
    /// <returns>NotEmbedded or FileExists.</returns>
    public async Task<Result<BackupManifest>> WriteAsync(string file, CancellationToken ct)
    {
        if (database.Provider != DatabaseProvider.Sqlite)
        {
            return BackupErrors.NotEmbedded;
        }

        if (File.Exists(file))
        {
            return BackupErrors.FileExists;
        }

        var (copy, archive) = (file + ".db.tmp", file + ".tmp");
        try
        {
            await CopyAsync(copy, ct);
            var manifest = new BackupManifest(Format, clock.GetUtcNow().UtcDateTime, await MigrationsAsync(ct), new FileInfo(copy).Length, await HashAsync(copy, ct));
            await using (var zip = await ZipFile.OpenAsync(archive, ZipArchiveMode.Create, ct))
            {
                await zip.CreateEntryFromFileAsync(copy, DatabaseName, CompressionLevel.Optimal, ct);
                await using var entry = await zip.CreateEntry(ManifestName).OpenAsync(ct);
                await JsonSerializer.SerializeAsync(entry, manifest, cancellationToken: ct);
            }

            File.Move(archive, file);
            return manifest;
        }
        finally
        {
            File.Delete(copy);
            File.Delete(archive);
        }
    }

    /// <summary>Puts the database of a backup in place of the present one, which is kept beside it under another name.
    /// The portal must not be running on it.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="target">The embedded database's file; need not exist.</param>
    /// <param name="ct">Cancels; nothing is touched then.</param>
    /// <returns>The backup's manifest; or NotEmbedded, Damaged, Foreign, or Newer when it was made by a newer portal.</returns>
    public async Task<Result<BackupManifest>> RestoreAsync(string file, string target, CancellationToken ct)
    {
        if (database.Provider != DatabaseProvider.Sqlite)
        {
            return BackupErrors.NotEmbedded;
        }

        var candidate = target + ".restoring";
        try
        {
            var manifest = await UnpackAsync(file, candidate, ct);
            if (!manifest.Done)
            {
                return manifest.Error;
            }

            if (await CheckAsync(candidate, ct) is { } problem)
            {
                return problem;
            }

            SqliteConnection.ClearAllPools();
            var kept = $"{target}.before-{clock.GetUtcNow().UtcDateTime:yyyyMMdd-HHmmss}";
            foreach (var suffix in new[] { "", "-wal", "-shm" }.Where(suffix => File.Exists(target + suffix)))
            {
                File.Move(target + suffix, kept + suffix);
            }

            File.Move(candidate, target);
            return manifest;
        }
        finally
        {
            File.Delete(candidate);
        }
    }

    private static async Task<Result<BackupManifest>> UnpackAsync(string file, string candidate, CancellationToken ct)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file, ct);
            if (zip.GetEntry(ManifestName) is not { } manifestEntry || zip.GetEntry(DatabaseName) is not { } databaseEntry)
            {
                return BackupErrors.Foreign;
            }

            await using var content = await manifestEntry.OpenAsync(ct);
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(content, cancellationToken: ct);
            if (manifest is not { Format: Format })
            {
                return BackupErrors.Foreign;
            }

            await databaseEntry.ExtractToFileAsync(candidate, overwrite: true, ct);
            return new FileInfo(candidate).Length == manifest.Bytes && await HashAsync(candidate, ct) == manifest.Sha256 ? manifest : BackupErrors.Damaged;
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or EndOfStreamException)
        {
            return BackupErrors.Damaged;
        }
    }

    // The hash says that the file is as it was written; this says that what was written is this portal's, and sound.
    private async Task<Error?> CheckAsync(string candidate, CancellationToken ct)
    {
        try
        {
            await using var connection = new SqliteConnection($"Data Source={candidate};Mode=ReadOnly;Pooling=False");
            await connection.OpenAsync(ct);
            if (await ScalarAsync(connection, "PRAGMA application_id", ct) != SqliteFile.ApplicationId.ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                return BackupErrors.Foreign;
            }

            if (await ScalarAsync(connection, "PRAGMA integrity_check", ct) != "ok")
            {
                return BackupErrors.Damaged;
            }

            await using var db = await contexts.CreateDbContextAsync(ct);
            var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
            {
                if (!known.Contains(rows.GetString(0)))
                {
                    return BackupErrors.Newer;
                }
            }

            return null;
        }
        catch (SqliteException)
        {
            return BackupErrors.Damaged;
        }
    }

    private async Task CopyAsync(string copy, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        await using var target = new SqliteConnection($"Data Source={copy};Pooling=False");
        await target.OpenAsync(ct);
        ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(target);
        // One file without a journal beside it.
        await using var command = target.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=DELETE";
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<IReadOnlyList<string>> MigrationsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return [.. await db.Database.GetAppliedMigrationsAsync(ct)];
    }

    private static async Task<string?> ScalarAsync(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<string> HashAsync(string file, CancellationToken ct)
    {
        await using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
    }
}

/// <summary>Why a backup was not written or not taken.</summary>
public static class BackupErrors
{
    /// <summary>The database is on a server, whose own tools back it up.</summary>
    public static Error NotEmbedded { get; } = new("Backup_NotEmbedded");

    /// <summary>There is such a file already.</summary>
    public static Error FileExists { get; } = new("Backup_FileExists");

    /// <summary>Not as it was written.</summary>
    public static Error Damaged { get; } = new("Backup_Damaged");

    /// <summary>No backup of this portal.</summary>
    public static Error Foreign { get; } = new("Backup_Foreign");

    /// <summary>Made by a newer version.</summary>
    public static Error Newer { get; } = new("Backup_Newer");
}

/// <summary>Marks of the embedded database's file.</summary>
internal static class SqliteFile
{
    /// <summary>"IPor" in the file's header says whose database it is.</summary>
    public const int ApplicationId = 0x49506F72;

    public static async Task MarkAsync(AppDbContext db, CancellationToken ct)
    {
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync($"PRAGMA application_id = {ApplicationId}", ct);
        }
    }
}
