using System.Security.Cryptography;

namespace Integration.Common;

/// <summary>Tokens for addresses: 128 random bits in 26 characters that survive being typed and read aloud.</summary>
public static class OpaqueToken
{
    /// <summary>Length in characters.</summary>
    public const int Length = 26;

    // RFC 4648, section 6, in lower case: has neither 0 nor 1, which are taken for o and l.
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>A new token from the operating system's random numbers.</summary>
    public static string Draw() => Encode(RandomNumberGenerator.GetBytes(16));

    /// <summary>Base 32 of RFC 4648 without padding, lower case.</summary>
    internal static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[((bytes.Length * 8) + 4) / 5];
        for (var i = 0; i < text.Length; i++)
        {
            var bit = i * 5;
            var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[(bit / 8) + 1] : 0);
            text[i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
        }

        return new string(text);
    }
}
