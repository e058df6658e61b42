using Integration.Events;
using Integration.Interpreters;
using Integration.Organisations;
using Integration.Participants;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelInterpreters
{
    public static void ConfigureInterpreters(this ModelBuilder builder)
    {
        builder.Entity<Interpreter>(interpreter =>
        {
            interpreter.Property(i => i.DisplayName).HasMaxLength(Interpreter.NameMaxLength);
            interpreter.Property(i => i.Conditions).HasMaxLength(Interpreter.ConditionsMaxLength);
            interpreter.Property(i => i.MailLanguage).HasMaxLength(10);
            interpreter.Property(i => i.Languages).IsJson();
            interpreter.Property(i => i.Availability).IsJson();
            interpreter.Property(i => i.Exceptions).IsJson();
            interpreter.Property(i => i.Version).IsConcurrencyToken();
            interpreter.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            interpreter.HasIndex(i => new { i.OrganisationId, i.DisplayName });
            interpreter.HasIndex(i => i.UserId);
        });
        builder.Entity<InterpreterAssignment>(assignment =>
        {
            assignment.Property(a => a.Task).HasMaxLength(InterpreterAssignment.TaskMaxLength);
            assignment.Property(a => a.AnswerTokenHash).HasMaxLength(64);
            assignment.Property(a => a.Version).IsConcurrencyToken();
            assignment.Ignore(a => a.Time);
            assignment.Ignore(a => a.Worked);
            assignment.HasOne<JobEvent>().WithMany().HasForeignKey(a => a.JobEventId).OnDelete(DeleteBehavior.Restrict);
            assignment.HasOne<Interpreter>().WithMany().HasForeignKey(a => a.InterpreterId).OnDelete(DeleteBehavior.Restrict);
            assignment.HasOne<Participant>().WithMany().HasForeignKey(a => a.ParticipantId).OnDelete(DeleteBehavior.Restrict);
            assignment.HasIndex(a => a.AnswerTokenHash).IsUnique();
            assignment.HasIndex(a => new { a.InterpreterId, a.Day });
            assignment.HasIndex(a => a.JobEventId);
        });
        builder.Entity<InterpreterConflict>(conflict =>
        {
            conflict.HasKey(c => new { c.InterpreterId, c.ParticipantId });
            conflict.HasOne<Interpreter>().WithMany().HasForeignKey(c => c.InterpreterId).OnDelete(DeleteBehavior.Cascade);
            conflict.HasOne<Participant>().WithMany().HasForeignKey(c => c.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
