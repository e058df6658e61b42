using System.Globalization;
using Integration.Common;
using Integration.Data;
using Integration.Resources;
using Microsoft.EntityFrameworkCore;

namespace Integration.Messaging;

/// <summary>Writes mails into the outbox; they are saved with what caused them.</summary>
public static class Outbox
{
    /// <summary>Adds a mail from the texts <c>{text}_Subject</c> and <c>{text}_Body</c> of <c>MailTexts</c>.</summary>
    /// <param name="db">The context whose save carries the cause.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="to">Receiver's address.</param>
    /// <param name="language">de or en.</param>
    /// <param name="text">Name of the text.</param>
    /// <param name="holes">Values for the holes of the body.</param>
    public static void Send(this AppDbContext db, TimeProvider clock, string to, string language, string text, params object[] holes)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new OutboxMessage
        {
            To = to,
            Subject = Text(text + "_Subject", culture),
            Body = string.Format(culture, Text(text + "_Body", culture), holes),
            CreatedAt = now,
            DueAt = now,
        });
    }

    /// <summary>Adds a mail to a person of a registration, whose words and calendar file are ready.</summary>
    /// <param name="db">The context whose save carries the cause.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="registration">The registration it is about: where the mail cannot be delivered, its case manager sees so.</param>
    /// <param name="to">Receiver's address.</param>
    /// <param name="subject">Subject; no personal data.</param>
    /// <param name="body">Plain text.</param>
    /// <param name="calendar">A calendar file that goes with it; <see langword="null"/> for none.</param>
    public static void SendTo(this AppDbContext db, TimeProvider clock, RegistrationId registration, string to, string subject, string body, string? calendar)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new OutboxMessage { To = to, Subject = subject, Body = body, CalendarText = calendar, RegistrationId = registration, CreatedAt = now, DueAt = now });
    }

    private static string Text(string key, CultureInfo culture) =>
        MailTexts.ResourceManager.GetString(key, culture) ?? throw new InvalidOperationException($"No mail text '{key}'.");
}

/// <summary>The waiting mails. A mail is claimed before it is handed over, so that two nodes, or a restart in the middle,
/// never send it twice; what the server surely refused is tried again, each time later.</summary>
public sealed class OutboxQueue(IDbContextFactory<AppDbContext> contexts, TimeProvider clock)
{
    /// <summary>After that many refusals, which is almost three days, a mail is given up.</summary>
    public const int MaxAttempts = 12;

    /// <summary>A mail that has been on its way for longer was interrupted: nobody knows whether it arrived.</summary>
    public static readonly TimeSpan LongestHandover = TimeSpan.FromMinutes(10);

    /// <summary>Claims the mail that is due longest.</summary>
    /// <returns><see langword="null"/> when none is due.</returns>
    public async Task<OutboxMessage?> ClaimAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Outbox.AsNoTracking()
            .Where(m => m.SentAt == null && m.DueAt <= now && m.GivenUpAt == null)
            .OrderBy(m => m.DueAt).Take(20).ToListAsync(ct);
        foreach (var message in due)
        {
            var mine = await db.Outbox
                .Where(m => m.Id == message.Id && m.SentAt == null && m.Attempts == message.Attempts)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, now).SetProperty(m => m.Attempts, m => m.Attempts + 1), ct);
            if (mine == 1)
            {
                message.Attempts++;
                return message;
            }
        }

        return null;
    }

    /// <summary>The server took it: its text, with names and links, is forgotten.</summary>
    public async Task SentAsync(MessageId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Outbox.Where(m => m.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Body, "").SetProperty(m => m.CalendarText, (string?)null).SetProperty(m => m.Refusal, ""));
    }

    /// <summary>The server did not take it: again after 1, 2, 4… minutes, or given up, its text forgotten, when it never will or has refused it
    /// often enough.</summary>
    /// <param name="message">The mail as it was claimed.</param>
    /// <param name="refusal">Code of the refusal, at most 20 characters.</param>
    /// <param name="forGood">Whether the server says that it will never take it.</param>
    public async Task RefusedAsync(OutboxMessage message, string refusal, bool forGood)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var now = clock.GetUtcNow().UtcDateTime;
        var row = db.Outbox.Where(m => m.Id == message.Id);
        if (forGood || message.Attempts >= MaxAttempts)
        {
            await row.ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, (DateTime?)null).SetProperty(m => m.GivenUpAt, now).SetProperty(m => m.Refusal, refusal)
                .SetProperty(m => m.Body, "").SetProperty(m => m.CalendarText, (string?)null));
            return;
        }

        var again = now.AddMinutes(Math.Pow(2, message.Attempts - 1));
        await row.ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, (DateTime?)null).SetProperty(m => m.DueAt, again).SetProperty(m => m.Refusal, refusal));
    }
}
