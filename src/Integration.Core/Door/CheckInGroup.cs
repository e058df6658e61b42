using System.Security.Cryptography;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Door;

/// <summary>Lets several people in at once: a bus, a course with its teacher.</summary>
public sealed class CheckInGroup(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CheckInDesk desk)
{
    /// <summary>Who comes.</summary>
    public sealed record Form
    {
        /// <summary>Drawn by the device for this one act.</summary>
        public Guid Nonce { get; init; } = Guid.CreateVersion7();

        /// <summary>Their registrations; at most <see cref="MergeScans.Most"/>.</summary>
        public IReadOnlyCollection<RegistrationId> Registrations { get; init; } = [];

        /// <summary>Name of the device or door.</summary>
        public string Device { get; init; } = "";
    }

    /// <summary>Saves all and answers for each.</summary>
    /// <returns>Forbidden, NotFound as for <see cref="CheckIn"/>, or <see cref="DoorErrors.TooMany"/>.</returns>
    public async Task<Result<IReadOnlyList<ScanAnswer>>> ExecuteAsync(JobEventId jobEvent, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewTodaysArrivals))
        {
            return Errors.Forbidden;
        }

        if (form.Registrations.Count > MergeScans.Most)
        {
            return DoorErrors.TooMany;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.JobEvents.OpenAsync(user, clock, jobEvent, reports: false, ct) is not { } door)
        {
            return Errors.NotFound;
        }

        return await Task.WhenAll(form.Registrations.Distinct().Select(id => desk.SaveAsync(
            door.OnDesk(new Scan { Nonce = NonceOf(form.Nonce, id), Registration = id, Group = true, Device = form.Device }, ScanDirection.In, user, clock), ct)));
    }

    // The same act said twice has to give the same nonces.
    private static Guid NonceOf(Guid act, RegistrationId id) =>
        new(SHA256.HashData([.. act.ToByteArray(), .. id.Value.ToByteArray()]).AsSpan(0, 16));
}
