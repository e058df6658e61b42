using Integration.Events;
using Integration.Organisations;
using Integration.Outcomes;
using Integration.Talks;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

internal static class ModelOutcomes
{
    public static void ConfigureOutcomes(this ModelBuilder builder)
    {
        builder.Entity<OutcomeStep>(step =>
        {
            step.Property(s => s.Step).HasMaxLength(OutcomeStep.CodeMaxLength);
            step.Property(s => s.Form).HasMaxLength(OutcomeStep.CodeMaxLength);
            step.Property(s => s.Reason).HasMaxLength(OutcomeStep.CodeMaxLength);
            step.HasOne<Contact>().WithMany().HasForeignKey(s => s.ContactId).OnDelete(DeleteBehavior.Restrict);
            step.HasOne<OutcomeStep>().WithMany().HasForeignKey(s => s.TakesBackId).OnDelete(DeleteBehavior.Restrict);
            step.HasIndex(s => new { s.ContactId, s.Number }).IsUnique();
            step.HasIndex(s => s.TakesBackId).IsUnique();
            step.HasIndex(s => s.JobEventId);
        });
        builder.Entity<Outcome>(outcome =>
        {
            outcome.HasKey(o => o.ContactId);
            outcome.Property(o => o.Step).HasMaxLength(OutcomeStep.CodeMaxLength);
            outcome.Property(o => o.Reason).HasMaxLength(OutcomeStep.CodeMaxLength);
            outcome.Property(o => o.Version).IsConcurrencyToken();
            outcome.HasOne<Contact>().WithMany().HasForeignKey(o => o.ContactId).OnDelete(DeleteBehavior.Restrict);
            outcome.HasIndex(o => o.JobEventId);
        });
        builder.Entity<CaseTask>(task =>
        {
            task.Property(t => t.Form).HasMaxLength(OutcomeStep.CodeMaxLength);
            task.Property(t => t.Version).IsConcurrencyToken();
            task.HasOne<Contact>().WithMany().HasForeignKey(t => t.ContactId).OnDelete(DeleteBehavior.Restrict);
            task.HasIndex(t => t.StepId).IsUnique();
            task.HasIndex(t => new { t.OrganisationId, t.DueOn });
            task.HasIndex(t => t.ContactId);
        });
        builder.Entity<EmployerCall>(call =>
        {
            call.HasOne<JobEvent>().WithMany().HasForeignKey(c => c.JobEventId).OnDelete(DeleteBehavior.Restrict);
            call.HasOne<Organisation>().WithMany().HasForeignKey(c => c.EmployerId).OnDelete(DeleteBehavior.Restrict);
            call.HasIndex(c => new { c.JobEventId, c.EmployerId });
        });
        builder.Entity<FeedbackRequest>(request =>
        {
            request.Property(r => r.TokenHash).HasMaxLength(64);
            request.HasIndex(r => r.TokenHash).IsUnique();
            request.HasOne<JobEvent>().WithMany().HasForeignKey(r => r.JobEventId).OnDelete(DeleteBehavior.Restrict);
            request.HasOne<Organisation>().WithMany().HasForeignKey(r => r.EmployerId).OnDelete(DeleteBehavior.Restrict);
            request.HasIndex(r => new { r.JobEventId, r.EmployerId }).IsUnique();
        });
        builder.Entity<EmployerFeedback>(feedback =>
        {
            feedback.Property(f => f.Remark).HasMaxLength(EmployerFeedback.RemarkMaxLength);
            feedback.HasOne<JobEvent>().WithMany().HasForeignKey(f => f.JobEventId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
