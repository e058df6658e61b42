using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Interpreters;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Puts a talk into a draft: one that found no place, or one that nobody asked for.</summary>
public sealed class InsertTalk(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>Who and where.</summary>
    public sealed class Form
    {
        /// <summary>Who comes.</summary>
        public RegistrationId RegistrationId { get; set; }

        /// <summary>Who receives them.</summary>
        public OrganisationId EmployerId { get; set; }

        /// <summary>When the slot begins.</summary>
        public TimeOnly StartsAt { get; set; }

        /// <summary>The table, from 1.</summary>
        public int Table { get; set; } = 1;

        /// <summary>Who is to interpret; <see langword="null"/>: whoever can.</summary>
        public InterpreterId? InterpreterId { get; set; }
    }

    /// <summary>Puts it in.</summary>
    /// <returns>The draft as it stands now; or <c>Forbidden</c>, <c>NotFound</c> for somebody who does not come or an employer without tables, <c>Conflict</c>,
    /// <see cref="TalkPlanErrors.NotADraft"/>, <see cref="TalkPlanErrors.AlreadyThere"/>, <see cref="TalkPlanErrors.NoSuchTime"/>, <see cref="TalkPlanErrors.NoSuchTable"/>.</returns>
    public async Task<Result<ChangedDraft>> ExecuteAsync(TalkScheduleId id, Guid version, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.EditEvents))
        {
            return Errors.Forbidden;
        }

        var talk = new ScheduledTalk { ScheduleId = id, RegistrationId = form.RegistrationId, EmployerId = form.EmployerId, Ground = TalkGround.ByHand };
        return await new DraftDesk(contexts, user, clock, codes).ChangeAsync(id, version, TalkStepKind.Inserted, talk, draft => Insert(draft, talk, form), ct);
    }

    private static Error? Insert(OpenDraft draft, ScheduledTalk talk, Form form)
    {
        if (draft.Find(talk.RegistrationId, talk.EmployerId) is not null)
        {
            return TalkPlanErrors.AlreadyThere;
        }

        if (draft.Ground.RequestOf(talk.RegistrationId, talk.EmployerId) is not { } request)
        {
            return Errors.NotFound;
        }

        (talk.JobEventId, talk.Ground) = (draft.Schedule.JobEventId, draft.Ground.Facts.Wishes[request].Ground);
        if (draft.Place(talk, request, form.StartsAt, form.Table, form.InterpreterId, remember: false) is { } wrong)
        {
            return wrong;
        }

        draft.Add(talk);
        return null;
    }
}
