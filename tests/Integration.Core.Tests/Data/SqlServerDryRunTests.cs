using Integration.Data;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Data;

public sealed class SqlServerDryRunTests
{
    [Fact]
    public async Task QueryThatATestRuns_IsCheckedForSqlServer()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.CreateDbContext();
        var before = SqlServerDryRun.Checked;
        await db.Codes.Where(code => code.List == "QueryThatNoOtherTestRuns" && code.Position > 17).Select(code => code.German + "!").ToListAsync();
        Assert.True(SqlServerDryRun.Checked > before);
    }

    [Fact]
    public void TextThatIsNoSql_IsRefused() => Assert.Throws<InvalidOperationException>(() => SqlServerDryRun.Parse("SELECT FROM WHERE \"x\" LIMIT 3"));

    [Fact]
    public void SqlServersMigrationScript_IsSql()
    {
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=nowhere" }.Apply(builder);
        using var db = new AppDbContext(builder.Options);
        var script = Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<Microsoft.EntityFrameworkCore.Migrations.IMigrator>(db).GenerateScript();
        Assert.Contains("AuditEntries", script, StringComparison.Ordinal);
        SqlServerDryRun.Parse(script);
    }
}
