using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.TalkPlans;

/// <summary>Takes the latest change by hand of a draft back, one after the other until none is left.</summary>
public sealed class UndoTalkChange(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>Takes it back.</summary>
    /// <returns>The draft as it stands now; or <c>Forbidden</c>, <c>NotFound</c>, <c>Conflict</c>, <see cref="TalkPlanErrors.NotADraft"/>, <see cref="TalkPlanErrors.NothingToUndo"/>.</returns>
    public async Task<Result<ChangedDraft>> ExecuteAsync(TalkScheduleId id, Guid version, CancellationToken ct) =>
        user.Has(Permission.EditEvents)
            ? await new DraftDesk(contexts, user, clock, codes).ChangeAsync(id, version, null, null, Undo, ct)
            : Errors.Forbidden;

    private static Error? Undo(OpenDraft draft)
    {
        if (draft.Schedule.Steps.MaxBy(step => step.Number) is not { } last)
        {
            return TalkPlanErrors.NothingToUndo;
        }

        foreach (var before in last.Before)
        {
            draft.Restore(before);
        }

        draft.Forget(last);
        return null;
    }
}
