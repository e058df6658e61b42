using System.Text.Json;
using Integration.Web.Commands;

namespace Integration.Web.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("integration-commands-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serve --help")]
    [InlineData("migrate --help")]
    [InlineData("seed demo --help")]
    [InlineData("seed load --help")]
    [InlineData("import participants --help")]
    [InlineData("print profiles --help")]
    [InlineData("plan talks --help")]
    [InlineData("plan check --help")]
    [InlineData("backup --help")]
    [InlineData("restore --help")]
    public async Task Help_ExplainsAndIsDone(string line)
    {
        var (code, output, error) = await RunAsync(line);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("--json", output);
        Assert.Contains(line.Replace(" --help", "", StringComparison.Ordinal).Replace("--help", "serve", StringComparison.Ordinal), output);
    }

    [Theory]
    [InlineData("tanzen")]
    [InlineData("import")]
    [InlineData("migrate --nix")]
    [InlineData("migrate --data")]
    [InlineData("backup")]
    [InlineData("seed load --participants 10")]
    [InlineData("seed load --participants viele --events 2")]
    [InlineData("seed load --participants 10 --events 0")]
    [InlineData("import participants liste.csv --organisation jobcenter-emsland")]
    [InlineData("print profiles --event haren --out x.pdf --layout a3")]
    [InlineData("plan talks")]
    [InlineData("plan talks --event haren --seconds lange")]
    [InlineData("plan talks --event haren --seed 0")]
    [InlineData("plan check --event")]
    public async Task WrongUsage_IsTwoWithAWordOnStderr(string line)
    {
        var (code, output, error) = await RunAsync(line);
        Assert.Equal((2, ""), (code, output));
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Migrate_TwiceAppliesNothingMore()
    {
        var (code, output, _) = await RunAsync($"migrate --data {_folder} --json");
        Assert.Equal(0, code);
        Assert.NotEqual(0, JsonDocument.Parse(output).RootElement.GetProperty("applied").GetArrayLength());
        var (again, second, _) = await RunAsync($"migrate --data {_folder} --json");
        Assert.Equal(0, again);
        Assert.Equal(0, JsonDocument.Parse(second).RootElement.GetProperty("applied").GetArrayLength());
    }

    [Fact]
    public async Task SeedDemo_OnlyFillsAnEmptyDatabase()
    {
        Assert.Equal(0, (await RunAsync($"seed demo --data {_folder}")).Code);
        var (code, output, error) = await RunAsync($"seed demo --data {_folder} --json");
        Assert.Equal(1, code);
        Assert.NotEmpty(error);
        Assert.NotEmpty(JsonDocument.Parse(output).RootElement.GetProperty("error").GetString()!);
    }

    [Fact]
    public async Task SeedLoad_FillsTheDemoOnceAndTellsHowFarItIs()
    {
        await RunAsync($"seed demo --data {_folder}");
        var (code, output, error) = await RunAsync($"seed load --participants 30 --events 2 --data {_folder}");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("30", output);
        (code, output, error) = await RunAsync($"seed load --participants 30 --events 2 --data {_folder} --json");
        Assert.Equal(1, code);
        Assert.NotEmpty(error);
        Assert.NotEmpty(JsonDocument.Parse(output).RootElement.GetProperty("error").GetString()!);
    }

    [Fact]
    public async Task UnknownKeys_AreRefusedByName()
    {
        var file = Path.Combine(_folder, "liste.csv");
        await File.WriteAllTextAsync(file, "Nachname;Vorname;Geburtsdatum\n");
        await RunAsync($"seed demo --data {_folder}");
        var (code, _, error) = await RunAsync($"import participants {file} --organisation nirgends --event haren --data {_folder}");
        Assert.Equal(1, code);
        Assert.Contains("nirgends", error);
        (code, _, error) = await RunAsync($"print profiles --event nirgends --out {_folder}/x.pdf --data {_folder}");
        Assert.Equal(1, code);
        Assert.Contains("nirgends", error);
        Assert.False(File.Exists($"{_folder}/x.pdf"));
    }

    [Fact]
    public async Task PlanTalks_MakesADraftAndPlanCheckLooksAtWhatHolds()
    {
        await RunAsync($"seed demo --data {_folder}");
        var (code, output, error) = await RunAsync($"plan talks --event haren --seconds 2 --fit 60 --data {_folder} --json");
        Assert.Equal((0, ""), (code, error));
        var planned = JsonDocument.Parse(output).RootElement;
        Assert.Equal(2, planned.GetProperty("draft").GetInt32());
        Assert.True(planned.GetProperty("held").GetInt32() > 0);
        Assert.True(planned.GetProperty("value").GetInt64() <= planned.GetProperty("bound").GetInt64());

        (code, output, error) = await RunAsync($"plan check --event haren --data {_folder} --json");
        Assert.Equal((0, ""), (code, error));
        var check = JsonDocument.Parse(output).RootElement;
        Assert.Equal((1, "published", 0), (check.GetProperty("plan").GetInt32(), check.GetProperty("state").GetString(), check.GetProperty("breaches").GetArrayLength()));

        Assert.Equal(1, (await RunAsync($"plan check --event markt-der-geschichten --data {_folder}")).Code);
        Assert.Equal(1, (await RunAsync($"plan talks --event nirgends --data {_folder}")).Code);
    }

    [Fact]
    public async Task MissingFile_IsRefused()
    {
        Assert.Equal(1, (await RunAsync($"import participants {_folder}/fehlt.csv --organisation jobcenter-emsland --event haren --data {_folder}")).Code);
        Assert.Equal(1, (await RunAsync($"restore {_folder}/fehlt.zip --data {_folder}")).Code);
        Assert.Equal(1, (await RunAsync($"backup {_folder}/b.zip --data {_folder}/leer")).Code);
    }

    internal static async Task<(int Code, string Output, string Error)> RunAsync(string line)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), output, error);
        return (code, output.ToString(), error.ToString());
    }
}
