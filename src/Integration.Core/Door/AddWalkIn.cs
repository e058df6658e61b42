using System.ComponentModel.DataAnnotations;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Microsoft.EntityFrameworkCore;

namespace Integration.Door;

/// <summary>Lets somebody in who is not registered. The portal asks what they want to be called and which language helps, and no more.</summary>
public sealed class AddWalkIn(IDbContextFactory<AppDbContext> contexts, ICurrentUser user, TimeProvider clock, CodeCatalogSource codes)
{
    /// <summary>What is asked.</summary>
    public sealed class Form
    {
        /// <summary>Drawn by the device: the same guest said twice comes once.</summary>
        public WalkInId Id { get; set; } = WalkInId.New();

        /// <summary>What the guest wants to be called.</summary>
        [Required, MaxLength(WalkIn.NameMaxLength)]
        public string DisplayName { get; set; } = "";

        /// <summary>Language in which they want help, code of the list Languages; empty for none.</summary>
        public string SupportLanguage { get; set; } = "";

        /// <summary>When they came by the device's clock (UTC), where a device tells it later; now when missing.</summary>
        public DateTime? ArrivedAt { get; set; }
    }

    /// <summary>Saves the guest.</summary>
    /// <returns>Forbidden, NotFound as for <see cref="CheckIn"/>, Required, TooLong or <see cref="DoorErrors.UnknownLanguage"/>.</returns>
    public async Task<Result<WalkInId>> ExecuteAsync(JobEventId jobEvent, Form form, CancellationToken ct)
    {
        if (!user.Has(Permission.ViewTodaysArrivals))
        {
            return Errors.Forbidden;
        }

        var name = form.DisplayName.Trim();
        if (name.Length is 0 or > WalkIn.NameMaxLength)
        {
            return name.Length == 0 ? Errors.Required(nameof(Form.DisplayName)) : Errors.TooLong(nameof(Form.DisplayName), WalkIn.NameMaxLength);
        }

        if (form.SupportLanguage.Length > 0 && !(await codes.GetAsync(ct)).Has("Languages", form.SupportLanguage))
        {
            return DoorErrors.UnknownLanguage;
        }

        return await Persistently.RunAsync(() => SaveAsync(jobEvent, form, name, ct));
    }

    private async Task<Result<WalkInId>> SaveAsync(JobEventId jobEvent, Form form, string name, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.JobEvents.OpenAsync(user, clock, jobEvent, reports: form.ArrivedAt is not null, ct) is not { } door)
        {
            return Errors.NotFound;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var arrived = form.ArrivedAt is { } told ? DoorRules.HappenedAt(DateTime.SpecifyKind(told, DateTimeKind.Utc), now, door.Times.OpensAt) : now;
        if (!door.Times.IsOpenAt(arrived))
        {
            return Errors.NotFound;
        }

        if (!await db.WalkIns.AnyAsync(guest => guest.Id == form.Id, ct))
        {
            db.Add(new WalkIn { Id = form.Id, JobEventId = jobEvent, DisplayName = name, SupportLanguage = form.SupportLanguage, ArrivedAt = arrived });
            await db.SaveChangesAsync(ct);
        }

        return form.Id;
    }
}
