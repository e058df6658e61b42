using Integration.Interpreters;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <content>Interpreters.</content>
public sealed partial class AppDbContext
{
    /// <summary>The pools of interpreters.</summary>
    public DbSet<Interpreter> Interpreters => Set<Interpreter>();

    /// <summary>Their assignments.</summary>
    public DbSet<InterpreterAssignment> InterpreterAssignments => Set<InterpreterAssignment>();

    /// <summary>For whom they must not interpret.</summary>
    public DbSet<InterpreterConflict> InterpreterConflicts => Set<InterpreterConflict>();
}
