using Integration.Common;
using Integration.Core.Tests.Interpreters;
using Integration.Data;
using Integration.Interpreters;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Data;

/// <summary>What a server does when two acts wait for each other: it ends one of them, and the act begins again.</summary>
public sealed class PersistentlyTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public async Task Deadlock_IsTriedAgainSomeTimes(int deadlocks, bool comesThrough)
    {
        await using var world = await InterpreterWorld.CreateAsync(DatabaseProvider.Sqlite);
        var interpreter = await world.InterpreterAsync("ara");
        var person = await world.Database.ParticipantAsync(world.Organisation.Id);
        var contexts = new Deadlocking(world.Database, deadlocks);
        var record = new RecordConflict(contexts, world.User, world.Clock);
        var act = () => record.ExecuteAsync(person.Id, interpreter.Id, ConflictKind.Related, CancellationToken.None);

        if (comesThrough)
        {
            Assert.True((await act()).Done);
            Assert.Equal(deadlocks + 1, contexts.Asked);
        }
        else
        {
            await Assert.ThrowsAsync<InvalidOperationException>(act);
        }
    }

    [Fact]
    public async Task Bug_IsNotTriedAgain()
    {
        await using var world = await InterpreterWorld.CreateAsync(DatabaseProvider.Sqlite);
        var contexts = new Deadlocking(world.Database, 1) { Failure = new InvalidOperationException("a bug") };

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new RecordConflict(contexts, world.User, world.Clock).ExecuteAsync(ParticipantId.New(), InterpreterId.New(), null, CancellationToken.None));
        Assert.Equal(1, contexts.Asked);
    }

    // Fails as EF Core tells of a deadlock, then gives a real context.
    private sealed class Deadlocking(IDbContextFactory<AppDbContext> real, int deadlocks) : IDbContextFactory<AppDbContext>
    {
        public int Asked { get; private set; }

        public Exception Failure { get; init; } = new InvalidOperationException("likely due to a transient failure", new DbUpdateException("deadlock detected"));

        public AppDbContext CreateDbContext() => ++Asked <= deadlocks ? throw Failure : real.CreateDbContext();
    }
}
