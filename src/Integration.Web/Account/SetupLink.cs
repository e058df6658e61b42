using System.Security.Cryptography;
using System.Text;
using Integration.Access;

namespace Integration.Web.Account;

/// <summary>The secret of the one-time link for the first administrator. It lives as long as the process, so that whoever can read
/// the server's console, and nobody else, takes possession of an empty portal.</summary>
public sealed class SetupLink
{
    /// <summary>The secret.</summary>
    public string Token { get; } = InvitationToken.New();

    /// <summary>Whether <paramref name="token"/> is the secret; takes the same time for every wrong one.</summary>
    public bool Fits(string? token) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token ?? ""), Encoding.UTF8.GetBytes(Token));
}
