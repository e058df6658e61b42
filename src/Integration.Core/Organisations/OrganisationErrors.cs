using Integration.Common;

namespace Integration.Organisations;

/// <summary>What can go wrong with organisations.</summary>
public static class OrganisationErrors
{
    /// <summary>A key is lower-case ASCII with hyphens.</summary>
    public static Error KeyInvalid { get; } = new("Organisation_KeyInvalid") { Field = nameof(Organisation.Key) };

    /// <summary>Another organisation has that key.</summary>
    public static Error KeyTaken { get; } = new("Organisation_KeyTaken") { Field = nameof(Organisation.Key) };

    /// <summary>Not an e-mail address.</summary>
    public static Error EmailInvalid { get; } = new("Organisation_EmailInvalid") { Field = nameof(Organisation.ContactEmail) };

    /// <summary>Two or three capital letters.</summary>
    public static Error RegionKeyInvalid { get; } = new("Organisation_RegionKeyInvalid") { Field = nameof(Organisation.RegionKey) };
}

/// <summary>Keys of organisations.</summary>
public static class OrganisationKey
{
    /// <summary>Whether a text can be a key: <c>jobcenter-emsland</c>.</summary>
    public static bool IsValid(string key) =>
        key.Length is > 0 and <= Organisation.KeyMaxLength
        && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && !key.StartsWith('-') && !key.EndsWith('-');
}
