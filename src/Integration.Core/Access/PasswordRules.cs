using System.Text;
using Integration.Common;

namespace Integration.Access;

/// <summary>Passwords by NIST SP 800-63B: long enough, not well known, not made of what everybody knows about the person;
/// no rules about digits and signs, no expiry.</summary>
public static class PasswordRules
{
    /// <summary>Shortest password in characters.</summary>
    public const int MinLength = 12;

    /// <summary>Longest, so that hashing cannot be made slow on purpose.</summary>
    public const int MaxLength = 128;

    // What has to be left when well-known parts are taken out: a run of keys and a name are no secret.
    private const int SecretLength = 6;
    private const int SecretVariety = 4;

    private static readonly string[] Rows =
        ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertzuiop", "qwertyuiop", "asdfghjkl", "yxcvbnm", "zxcvbnm"];

    private static readonly string[] Runs = [.. Rows, .. Rows.Select(row => new string([.. row.Reverse()]))];

    private static readonly Lazy<string[]> Common = new(ReadCommon);

    /// <summary>Checks a password.</summary>
    /// <param name="password">The password.</param>
    /// <param name="context">What is known about the person: names, e-mail address, organisation.</param>
    /// <returns>The first rule it breaks; <see langword="null"/> when it is good.</returns>
    public static Error? Check(string password, params IEnumerable<string> context)
    {
        if (password.Length < MinLength)
        {
            return new Error("Password_TooShort", MinLength);
        }

        if (password.Length > MaxLength)
        {
            return new Error("Password_TooLong", MaxLength);
        }

        var plain = Plain(password);
        if (!HoldsSecret(Without(plain, Common.Value)) || !HoldsSecret(Without(Unmasked(plain), Common.Value)))
        {
            return new Error("Password_Common");
        }

        var known = context.SelectMany(Words).Concat(Common.Value).ToArray();
        return HoldsSecret(Without(plain, known)) && HoldsSecret(Without(Unmasked(plain), known)) ? null : new Error("Password_Context");
    }

    private static string Without(string plain, IEnumerable<string> words)
    {
        foreach (var word in words.OrderByDescending(word => word.Length))
        {
            plain = plain.Replace(word, " ", StringComparison.Ordinal);
        }

        return WithoutRuns(plain).Replace(" ", "", StringComparison.Ordinal);
    }

    // Neighbouring keys, in either direction, from four on.
    private static string WithoutRuns(string plain)
    {
        var rest = new StringBuilder();
        for (var i = 0; i < plain.Length;)
        {
            var run = Runs.Max(row => RunLength(plain, i, row));
            if (run < 4)
            {
                rest.Append(plain[i]);
            }

            i += run < 4 ? 1 : run;
        }

        return rest.ToString();
    }

    private static int RunLength(string text, int start, string row)
    {
        var at = row.IndexOf(text[start], StringComparison.Ordinal);
        var length = 0;
        while (at >= 0 && start + length < text.Length && at + length < row.Length && text[start + length] == row[at + length])
        {
            length++;
        }

        return length;
    }

    private static bool HoldsSecret(string rest) => rest.Length >= SecretLength && rest.Distinct().Count() >= SecretVariety;

    private static string Plain(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    // P@ssw0rt is Passwort to every program that guesses.
    private static string Unmasked(string plain) => string.Concat(plain.Select(c => c switch
    {
        '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => c,
    }));

    private static IEnumerable<string> Words(string text) =>
        Plain(text).Split([' ', '.', '-', '_', '@', '+', ',', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= 3);

    private static string[] ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("Integration.Access.CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#')).ToArray();
    }
}
