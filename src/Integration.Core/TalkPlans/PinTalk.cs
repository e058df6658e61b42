using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Fixes a talk of a draft there and then, or lets it go again: what is fixed stays where it is in every plan made from this one.</summary>
public sealed class PinTalk(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>Fixes or lets go; doing it twice changes nothing.</summary>
    /// <returns>The draft as it stands now; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <see cref="TalkPlanErrors.NotADraft"/>.</returns>
    public async Task<Result<ChangedDraft>> ExecuteAsync(TalkScheduleId id, Guid version, ScheduledTalkId talkId, bool pinned, CancellationToken ct) =>
        user.Has(Permission.EditEvents)
            ? await new DraftDesk(contexts, user, clock, codes).ChangeAsync(id, version, pinned ? TalkStepKind.Pinned : TalkStepKind.Unpinned, null, draft => Pin(draft, talkId, pinned), ct)
            : Errors.Forbidden;

    private static Error? Pin(OpenDraft draft, ScheduledTalkId id, bool pinned)
    {
        if (draft.Find(id) is not { } talk)
        {
            return Errors.NotFound;
        }

        if (talk.Pinned != pinned)
        {
            draft.Remember(talk);
            talk.Pinned = pinned;
        }

        return null;
    }
}
