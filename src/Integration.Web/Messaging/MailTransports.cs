using System.Globalization;
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
    /// <exception cref="Exception">It was not taken.</exception>
    Task SendAsync(OutboxMessage message, CancellationToken ct);
}

/// <summary>Through a mail server.</summary>
internal sealed class SmtpTransport(SmtpOptions options) : IMailTransport
{
    public async Task SendAsync(OutboxMessage message, CancellationToken ct)
    {
        using var client = new SmtpClient();
        var security = options.AllowPlain ? SecureSocketOptions.StartTlsWhenAvailable
            : options.Port == 465 ? SecureSocketOptions.SslOnConnect
            : SecureSocketOptions.StartTls;
        await client.ConnectAsync(options.Host, options.Port, security, ct);
        if (options.User.Length > 0)
        {
            await client.AuthenticateAsync(options.User, options.Password, ct);
        }

        await client.SendAsync(Mime.Of(message, options.From), ct);
        await client.DisconnectAsync(quit: true, CancellationToken.None);
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
        return new MimeMessage([sender], [MailboxAddress.Parse(message.To)], message.Subject, new TextPart(TextFormat.Plain) { Text = message.Body })
        {
            MessageId = $"{message.Id}@{sender.Domain}",
            Date = new DateTimeOffset(message.CreatedAt),
        };
    }
}
