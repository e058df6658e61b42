using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Takes a talk out of a draft.</summary>
public sealed class DropTalk(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>Takes it out.</summary>
    /// <returns>The draft as it stands now; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <see cref="TalkPlanErrors.NotADraft"/>.</returns>
    public async Task<Result<ChangedDraft>> ExecuteAsync(TalkScheduleId id, Guid version, ScheduledTalkId talkId, CancellationToken ct) =>
        user.Has(Permission.EditEvents)
            ? await new DraftDesk(contexts, user, clock, codes).ChangeAsync(id, version, TalkStepKind.Dropped, null, draft => Drop(draft, talkId), ct)
            : Errors.Forbidden;

    private static Error? Drop(OpenDraft draft, ScheduledTalkId id)
    {
        if (draft.Find(id) is not { } talk)
        {
            return Errors.NotFound;
        }

        draft.Remove(talk);
        return null;
    }
}
