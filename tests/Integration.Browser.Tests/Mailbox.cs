using Integration.Testing;

namespace Integration.Browser.Tests;

/// <summary>The letters of one address, each opened once.</summary>
internal sealed class Mailbox(TestPortal portal, string address)
{
    private readonly HashSet<string> _opened = [];

    /// <summary>The address.</summary>
    public string Address => address;

    /// <summary>The oldest letter that was not opened yet and has these words; waits for it.</summary>
    public async Task<string> NextAsync(string about)
    {
        for (var i = 0; i < 200; i++)
        {
            foreach (var mail in await portal.MailsAsync(1))
            {
                if (mail.To.Mailboxes.Any(box => box.Address == address) && mail.TextBody is { } body && body.Contains(about, StringComparison.Ordinal) && _opened.Add(mail.MessageId!))
                {
                    return body;
                }
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("No mail about " + about);
    }
}
