using System.Globalization;
using Integration.Calendars;
using Integration.Messaging;
using Integration.Web.Hosting;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;

namespace Integration.Web.Messaging;

/// <summary>Hands a mail over to whoever delivers it.</summary>
internal interface IMailTransport
{
    /// <summary>Hands it over.</summary>
    /// <exception cref="MailRefusedException">The server said no to this mail.</exception>
    /// <exception cref="Exception">It was not taken.</exception>
    Task SendAsync(OutboxMessage message, CancellationToken ct);
}

/// <summary>The server's no to one mail.</summary>
/// <param name="code">Its code, for example 550.</param>
/// <param name="forGood">Whether trying again is in vain.</param>
internal sealed class MailRefusedException(string code, bool forGood) : Exception(code)
{
    public string Code { get; } = code;

    public bool ForGood { get; } = forGood;
}

/// <summary>Through a mail server.</summary>
internal sealed class SmtpTransport(SmtpOptions options) : IMailTransport
{
    public async Task SendAsync(OutboxMessage message, CancellationToken ct)
    {
        // A server that falls silent must not keep the mails behind this one waiting.
        var patience = TimeSpan.FromSeconds(options.TimeoutSeconds);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(patience);
        using var client = new SmtpClient { Timeout = (int)patience.TotalMilliseconds };
        var security = options.AllowPlain ? SecureSocketOptions.StartTlsWhenAvailable
            : options.Port == 465 ? SecureSocketOptions.SslOnConnect
            : SecureSocketOptions.StartTls;
        await client.ConnectAsync(options.Host, options.Port, security, timeout.Token);
        if (options.User.Length > 0)
        {
            await client.AuthenticateAsync(options.User, options.Password, timeout.Token);
        }

        try
        {
            await client.SendAsync(Mime.Of(message, options.From), timeout.Token);
        }
        catch (SmtpCommandException refusal)
        {
            // What is wrong with the sender is the operator's to mend and no fault of this mail.
            throw new MailRefusedException(
                ((int)refusal.StatusCode).ToString(CultureInfo.InvariantCulture),
                (int)refusal.StatusCode >= 500 && refusal.ErrorCode is (SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted));
        }

        try
        {
            await client.DisconnectAsync(quit: true, timeout.Token);
        }
        catch (Exception end) when (end is not OutOfMemoryException)
        {
            // The mail was taken; how the server says goodbye changes nothing about that, and sending it again would.
            return;
        }
    }
}

/// <summary>As a file that every mail program opens; one file a mail, so that writing it again changes nothing.</summary>
internal sealed class FolderTransport(DataFolder data, SmtpOptions options) : IMailTransport
{
    public async Task SendAsync(OutboxMessage message, CancellationToken ct)
    {
        Directory.CreateDirectory(data.Mail);
        var name = message.CreatedAt.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var file = Path.Combine(data.Mail, $"{name}-{message.Id}.eml");
        await Mime.Of(message, options.From).WriteToAsync(file + ".part", ct);
        File.Move(file + ".part", file, overwrite: true);
    }
}

internal static class Mime
{
    public static MimeMessage Of(OutboxMessage message, string from)
    {
        var sender = MailboxAddress.Parse(from.Length > 0 ? from : "portal@localhost");
        var text = new TextPart(TextFormat.Plain) { Text = message.Body };
        return new MimeMessage([sender], [MailboxAddress.Parse(message.To)], message.Subject, message.CalendarText is { } calendar ? new Multipart("mixed") { text, Calendar(calendar) } : text)
        {
            // The same whenever it is sent: a receiver who gets it twice can tell.
            MessageId = $"{message.Id}@{sender.Domain}",
            Date = new DateTimeOffset(message.CreatedAt),
        };
    }

    private static TextPart Calendar(string text)
    {
        var part = new TextPart("calendar") { Text = text, ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "termin.ics" } };
        part.ContentType.Parameters.Add("method", EventCalendar.MethodOf(text));
        return part;
    }
}
