using Integration.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <content>What comes of contacts.</content>
public sealed partial class AppDbContext
{
    /// <summary>Steps, append-only.</summary>
    public DbSet<OutcomeStep> OutcomeSteps => Set<OutcomeStep>();

    /// <summary>Where each contact stands.</summary>
    public DbSet<Outcome> Outcomes => Set<Outcome>();

    /// <summary>Tasks of case managers.</summary>
    public DbSet<CaseTask> CaseTasks => Set<CaseTask>();

    /// <summary>Calls with employers.</summary>
    public DbSet<EmployerCall> EmployerCalls => Set<EmployerCall>();

    /// <summary>Requests for feedback.</summary>
    public DbSet<FeedbackRequest> FeedbackRequests => Set<FeedbackRequest>();

    /// <summary>Feedback.</summary>
    public DbSet<EmployerFeedback> EmployerFeedback => Set<EmployerFeedback>();
}
