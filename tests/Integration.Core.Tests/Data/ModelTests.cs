using Integration.Data;
using Integration.Participants;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Data;

public sealed class ModelTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=:memory:")]
    [InlineData(DatabaseProvider.SqlServer, "Server=localhost;Database=integration")]
    [InlineData(DatabaseProvider.Postgres, "Host=localhost;Database=integration")]
    public void Migrations_HaveNoPendingModelChange(DatabaseProvider provider, string connection)
    {
        using var db = Context(provider, connection);
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void MigrationAssemblies_HaveTheSameNames()
    {
        var names = new[]
        {
            (DatabaseProvider.Sqlite, "Data Source=:memory:"),
            (DatabaseProvider.SqlServer, "Server=localhost;Database=integration"),
            (DatabaseProvider.Postgres, "Host=localhost;Database=integration"),
        }.Select(server =>
        {
            using var db = Context(server.Item1, server.Item2);
            return string.Join(',', db.Database.GetMigrations().Select(name => name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..]));
        }).ToList();
        Assert.NotEqual("", names[0]);
        Assert.Equal(names[0], names[1]);
        Assert.Equal(names[0], names[2]);
    }

    [Fact]
    public void EveryPropertyOfAParticipant_HasAVisibilityLetter()
    {
        var properties = typeof(Participant).GetProperties();
        Assert.NotEmpty(properties);
        Assert.Empty(properties.Where(property => !ParticipantVisibility.Has(property.Name)).Select(property => property.Name));
    }

    [Fact]
    public void NoColumn_HasATypeThatSqliteCannotOrder()
    {
        using var db = Context(DatabaseProvider.Sqlite, "Data Source=:memory:");
        var columns = db.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).ToList();
        Assert.NotEmpty(columns);
        Assert.Empty(columns.Where(p => (p.GetValueConverter()?.ProviderClrType ?? p.ClrType) is var t
            && (t == typeof(DateTimeOffset) || t == typeof(decimal) || t == typeof(TimeSpan))).Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}"));
    }

    private static AppDbContext Context(DatabaseProvider provider, string connection)
    {
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        new DatabaseOptions { Provider = provider, ConnectionString = connection }.Apply(builder);
        return new AppDbContext(builder.Options);
    }
}
