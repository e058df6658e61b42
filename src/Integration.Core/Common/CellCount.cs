namespace Integration.Common;

/// <summary>A number in a table for people who see no case. One and two are not told (DOMAIN §4, practice of the Bundesagentur): in a small town they
/// would say who it was. Nothing leads from it back to the number.</summary>
/// <param name="Known">The number; <see langword="null"/> where it is one or two.</param>
public readonly record struct CellCount(int? Known)
{
    /// <summary>The least number that is told.</summary>
    public const int Least = 3;

    /// <summary>The cell of a number.</summary>
    public static CellCount Of(int count) => new(count is > 0 and < Least ? null : count);
}
