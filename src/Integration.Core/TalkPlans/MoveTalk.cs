using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Interpreters;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Puts one person's talk to another time or table of the same employer in a draft. Language and interpreter follow where they can; what does not
/// fit is said, not refused: the organiser may be in the middle of an exchange.</summary>
public sealed class MoveTalk(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>Where to.</summary>
    public sealed class Form
    {
        /// <summary>The talk.</summary>
        public ScheduledTalkId TalkId { get; set; }

        /// <summary>When the slot begins.</summary>
        public TimeOnly StartsAt { get; set; }

        /// <summary>The table, from 1.</summary>
        public int Table { get; set; } = 1;

        /// <summary>Who is to interpret; <see langword="null"/>: whoever can, the one of before first.</summary>
        public InterpreterId? InterpreterId { get; set; }
    }

    /// <summary>Moves.</summary>
    /// <returns>The draft as it stands now; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <see cref="TalkPlanErrors.NotADraft"/>,
    /// <see cref="TalkPlanErrors.NoSuchTime"/>, <see cref="TalkPlanErrors.NoSuchTable"/>.</returns>
    public async Task<Result<ChangedDraft>> ExecuteAsync(TalkScheduleId id, Guid version, Form form, CancellationToken ct) =>
        user.Has(Permission.EditEvents)
            ? await new DraftDesk(contexts, user, clock, codes).ChangeAsync(id, version, TalkStepKind.Moved, null, draft => Move(draft, form), ct)
            : Errors.Forbidden;

    private static Error? Move(OpenDraft draft, Form form)
    {
        if (draft.Find(form.TalkId) is not { } talk || draft.Ground.RequestOf(talk.RegistrationId, talk.EmployerId) is not { } request)
        {
            return Errors.NotFound;
        }

        return draft.Place(talk, request, form.StartsAt, form.Table, form.InterpreterId, remember: true);
    }
}
