using System.IO.Compression;
using System.Security.Cryptography;
using Integration.Web.Hosting;
using Microsoft.Data.Sqlite;
using static Integration.Web.Tests.Commands.CommandLineTests;

namespace Integration.Web.Tests.Commands;

public sealed class BackupTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("integration-backup-").FullName;

    private string Data => Path.Combine(_folder, "data");

    private string Database => Path.Combine(Data, "portal.db");

    private string Backup => Path.Combine(_folder, "sicherung.zip");

    public async ValueTask InitializeAsync()
    {
        Assert.Equal(0, (await RunAsync($"seed demo --data {Data}")).Code);
        Assert.Equal(0, (await RunAsync($"backup {Backup} --data {Data}")).Code);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return default;
    }

    [Fact]
    public async Task Restore_BringsBackWhatWasThere_AndKeepsWhatWas()
    {
        Execute(Database, "UPDATE Organisations SET Name = 'verändert'");
        var (code, _, error) = await RunAsync($"restore {Backup} --data {Data}");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal("Jobcenter Landkreis Emsland", Scalar(Database, "SELECT Name FROM Organisations WHERE Key = 'jobcenter-emsland'"));
        var kept = Assert.Single(Directory.GetFiles(Data, "portal.db.before-*"), file => !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal));
        Assert.Equal("verändert", Scalar(kept, "SELECT Name FROM Organisations WHERE Key = 'jobcenter-emsland'"));
        Assert.Equal(0, (await RunAsync($"migrate --data {Data}")).Code);
    }

    [Fact]
    public async Task Restore_IntoAnEmptyFolder_Works()
    {
        var fresh = Path.Combine(_folder, "neu");
        Assert.Equal(0, (await RunAsync($"restore {Backup} --data {fresh}")).Code);
        const string users = "SELECT COUNT(*) FROM Users WHERE Email LIKE '%@demo.example'";
        Assert.NotEqual("0", Scalar(Database, users));
        Assert.Equal(Scalar(Database, users), Scalar(Path.Combine(fresh, "portal.db"), users));
    }

    [Fact]
    public async Task Backup_NeverOverwritesAFile()
    {
        var before = await HashAsync(Backup);
        Assert.Equal(1, (await RunAsync($"backup {Backup} --data {Data}")).Code);
        Assert.Equal(before, await HashAsync(Backup));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("flipped")]
    [InlineData("text")]
    [InlineData("foreignZip")]
    [InlineData("foreignDatabase")]
    [InlineData("bareDatabase")]
    [InlineData("newer")]
    [InlineData("empty")]
    public async Task DamagedOrForeignFile_IsRefusedBeforeAnythingIsTouched(string kind)
    {
        var file = Path.Combine(_folder, kind);
        await MakeAsync(kind, file);
        var before = await HashAsync(Database);
        var (code, _, error) = await RunAsync($"restore {file} --data {Data}");
        Assert.Equal(1, code);
        Assert.NotEmpty(error);
        Assert.Equal(before, await HashAsync(Database));
        Assert.Empty(Directory.GetFiles(Data, "*before*").Concat(Directory.GetFiles(Data, "*restoring*")));
    }

    [Fact]
    public async Task Restore_WhileAPortalRuns_IsRefused()
    {
        using var running = FolderLock.TryTake(new DataFolder(Data));
        Assert.NotNull(running);
        Assert.Equal(1, (await RunAsync($"restore {Backup} --data {Data}")).Code);
    }

    private async Task MakeAsync(string kind, string file)
    {
        var bytes = await File.ReadAllBytesAsync(Backup);
        switch (kind)
        {
            case "cut":
                await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)]);
                break;
            case "flipped":
                bytes[bytes.Length / 2] ^= 1;
                await File.WriteAllBytesAsync(file, bytes);
                break;
            case "text":
                await File.WriteAllTextAsync(file, "keine Sicherung");
                break;
            case "empty":
                await File.WriteAllBytesAsync(file, []);
                break;
            case "foreignZip":
                await using (var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Create))
                {
                    zip.CreateEntry("readme.txt");
                }

                break;
            case "bareDatabase":
                File.Copy(Database, file);
                break;
            default:
                await RepackAsync(file, kind == "newer"
                    ? "INSERT INTO __EFMigrationsHistory VALUES ('99991231235959_Future', '99.0.0')"
                    : "PRAGMA application_id = 1");
                break;
        }
    }

    // A well-formed archive with a right hash around a database that is not ours.
    private async Task RepackAsync(string file, string sql)
    {
        var database = file + ".db";
        await using (var zip = await ZipFile.OpenReadAsync(Backup))
        {
            await zip.GetEntry("portal.db")!.ExtractToFileAsync(database);
        }

        Execute(database, sql);
        var manifest = $$"""{"Format":"integrationsportal-backup-1","CreatedAt":"2027-01-01T00:00:00Z","Migrations":[],"Bytes":{{new FileInfo(database).Length}},"Sha256":"{{await HashAsync(database)}}"}""";
        await using var target = await ZipFile.OpenAsync(file, ZipArchiveMode.Create);
        await target.CreateEntryFromFileAsync(database, "portal.db");
        await using var entry = await target.CreateEntry("manifest.json").OpenAsync();
        await entry.WriteAsync(System.Text.Encoding.UTF8.GetBytes(manifest));
    }

    private static void Execute(string database, string sql) => Scalar(database, sql);

    private static string? Scalar(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<string> HashAsync(string file) => Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(file)));
}
