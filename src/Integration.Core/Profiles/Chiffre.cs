using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Integration.Profiles;

/// <summary>The number under which a short profile is shown, for example <c>EL-26-0147-K</c>: region key, two-digit year of the event,
/// random digits, check character. It is drawn anew for every release, so that nobody can join two events by it, and says nothing
/// about the person or the order of registration.</summary>
/// <remarks>Check character: ISO/IEC 7064, MOD 37-2 (pure system, modulus 37, radix 2) over the letters and digits without hyphens. As 37 is
/// prime and 2 generates its multiplicative group, every single wrong character and every exchange of two characters is noticed. A number
/// whose check character would be <c>*</c>, 0, 1, I or O is never drawn: these are misread on a badge.</remarks>
public readonly record struct Chiffre
{
    /// <summary>Digits of the random part as long as there is room.</summary>
    public const int Digits = 4;

    /// <summary>Most digits of the random part, for a region that has used up the shorter ones.</summary>
    public const int MaxDigits = 6;

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
    private const string Misread = "01IO*";

    private readonly string? _value;

    private Chiffre(string value) => _value = value;

    /// <summary>The number as it is printed; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Whether a region key can open a Chiffre: two or three letters A to Z.</summary>
    public static bool IsRegionKey(string key) => key.Length is 2 or 3 && key.All(char.IsAsciiLetterUpper);

    /// <summary>Draws a number from the operating system's random numbers. The caller sees to its being unused.</summary>
    /// <param name="regionKey">Two or three letters A to Z.</param>
    /// <param name="year">Year of the event, four digits.</param>
    /// <param name="digits">Digits of the random part, <see cref="Digits"/> to <see cref="MaxDigits"/>.</param>
    /// <exception cref="ArgumentException">The region key is not two or three letters A to Z.</exception>
    public static Chiffre Draw(string regionKey, int year, int digits = Digits)
    {
        ArgumentNullException.ThrowIfNull(regionKey);
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, Digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MaxDigits);
        if (!IsRegionKey(regionKey))
        {
            throw new ArgumentException("A region key is two or three letters A to Z.", nameof(regionKey));
        }

        var range = (int)Math.Pow(10, digits);
        while (true)
        {
            var number = RandomNumberGenerator.GetInt32(range).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
            var stem = string.Create(CultureInfo.InvariantCulture, $"{regionKey}-{year % 100:D2}-{number}");
            var check = CheckCharacter(stem);
            if (!Misread.Contains(check, StringComparison.Ordinal))
            {
                return new Chiffre($"{stem}-{check}");
            }
        }
    }

    /// <summary>Reads a number as people type it: any case, with or without hyphens and spaces, O and I for 0 and 1 among the digits.</summary>
    /// <returns>Whether the form is right and the check character fits.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Chiffre chiffre)
    {
        chiffre = default;
        var plain = new string([.. (text ?? "").Where(c => c != '-' && !char.IsWhiteSpace(c)).Select(char.ToUpperInvariant)]);
        foreach (var region in (int[])[2, 3])
        {
            var digits = plain.Length - region - 3;
            if (digits is < Digits or > MaxDigits || !IsRegionKey(plain[..region]))
            {
                continue;
            }

            var numbers = plain[region..^1].Replace('O', '0').Replace('I', '1');
            if (numbers.All(char.IsAsciiDigit) && Fits($"{plain[..region]}-{numbers[..2]}-{numbers[2..]}-{plain[^1]}", out chiffre))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(string candidate, out Chiffre chiffre)
    {
        var fits = CheckCharacter(candidate[..^2]) == candidate[^1] && !Misread.Contains(candidate[^1], StringComparison.Ordinal);
        chiffre = fits ? new Chiffre(candidate) : default;
        return fits;
    }

    /// <summary>The check character of MOD 37-2 over upper-case letters and digits; hyphens do not count.</summary>
    public static char CheckCharacter(string stem)
    {
        var sum = 0;
        foreach (var c in stem)
        {
            if (c != '-')
            {
                sum = (sum + Alphabet.IndexOf(c, StringComparison.Ordinal)) * 2 % 37;
            }
        }

        return Alphabet[(38 - sum) % 37];
    }
}
