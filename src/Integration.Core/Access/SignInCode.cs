using System.Globalization;
using System.Security.Cryptography;
using Integration.Common;
using Integration.Data;

namespace Integration.Access;

/// <summary>A code by which somebody without a password signs in: eight digits in a mail. It holds only together with a secret that never leaves the browser
/// that asked for it, so that neither the mail nor the database alone lets anybody in, and nobody can guess at another's code.</summary>
public class SignInCode
{
    /// <summary>Digits of a code. Whoever asks for codes all day long, as often as they are sent, and uses every guess, is in after 76 years on average; with
    /// six digits after nine months.</summary>
    public const int Digits = 8;

    /// <summary>Guesses before a code is void.</summary>
    public const int MaxAttempts = 5;

    /// <summary>Mails that one address gets within <see cref="Lifetime"/>; whoever asks more often gets none.</summary>
    public const int MostAtOnce = 5;

    /// <summary>How long a code holds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>SHA-256 of the browser's secret in lower-case hexadecimal.</summary>
    public string AskedHash { get; set; } = "";

    /// <summary>SHA-256 of secret and code in lower-case hexadecimal.</summary>
    public string CodeHash { get; set; } = "";

    /// <summary>Whose code; <see langword="null"/> where nobody gets one. Such a row is as good as any other until the code is checked.</summary>
    public UserId? UserId { get; set; }

    /// <summary>When it was sent.</summary>
    public DateTime SentAt { get; set; }

    /// <summary>Guesses so far.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was used; <see langword="null"/> while it can be.</summary>
    public DateTime? UsedAt { get; set; }

    /// <summary>Whether a user signs in this way: only contacts of employers. Everybody else has a password and a second step, which a code alone must
    /// not stand for.</summary>
    public static bool IsFor(AppUser user) => user.RevokedAt is null && IsFor(user.Roles);

    /// <summary>Whether these roles are those of an employer's contact and nothing more.</summary>
    public static bool IsFor(IReadOnlyCollection<Role> roles) => roles.Count > 0 && roles.All(role => role == Role.EmployerContact);

    internal static string Draw() =>
        RandomNumberGenerator.GetInt32(100_000_000).ToString("D" + Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A code as it is read: in two halves.</summary>
    internal static string Written(string code) => code[..(Digits / 2)] + " " + code[(Digits / 2)..];

    internal static string HashOf(string secret, string code) => InvitationToken.HashOf(secret + ":" + code);
}
