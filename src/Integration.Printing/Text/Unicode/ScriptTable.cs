namespace Integration.Printing.Text.Unicode;

/// <summary>The writing system of a character (UAX #24), as a four-letter code of ISO 15924: <c>Latn</c>, <c>Arab</c>, <c>Ethi</c> …</summary>
public static class ScriptTable
{
    /// <summary>Characters of every script: spaces, digits, most punctuation.</summary>
    public const string Common = "Zyyy";

    /// <summary>Marks that take the script of what they stand on.</summary>
    public const string Inherited = "Zinh";

    /// <summary>Unassigned and private-use code points, and lone surrogates.</summary>
    public const string Unknown = "Zzzz";

    /// <summary>The Script property of a code point.</summary>
    /// <param name="codePoint">0 to 10FFFF (hexadecimal).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="codePoint"/> is outside of Unicode.</exception>
    public static string ScriptOf(int codePoint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(codePoint);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(codePoint, 0x10FFFF);
        return UnicodeData.ScriptCodes[UnicodeData.ScriptIndexOf(codePoint)];
    }

    /// <summary>The Script property of a character of the Basic Multilingual Plane.</summary>
    public static string ScriptOf(char value) => ScriptOf((int)value);

    /// <summary>Whether a script is one of its own: neither <see cref="Common"/> nor <see cref="Inherited"/>.</summary>
    internal static bool IsSpecific(string script)
        => !string.Equals(script, Common, StringComparison.Ordinal) && !string.Equals(script, Inherited, StringComparison.Ordinal);
}
