using System.Globalization;
using Integration.Profiles;

namespace Integration.Data.Demo;

/// <summary>Chiffres with a chosen number instead of a random one, so that demos look the same twice. For invented people alone.</summary>
internal static class DemoChiffre
{
    private const string CheckCharacters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>The Chiffre of a number; <see langword="null"/> for a number that is never drawn because its check character is misread.</summary>
    public static string? Of(string regionKey, int year, int number, int digits)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"{regionKey}-{year % 100:D2}-") + number.ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        foreach (var check in CheckCharacters)
        {
            if (Chiffre.TryParse($"{stem}-{check}", out var chiffre))
            {
                return chiffre.Value;
            }
        }

        return null;
    }
}
