namespace Integration.Web.Tests.Architecture;

/// <summary>Which roles may open which page. A new page needs its row here, written by hand.</summary>
public static class AccessMatrix
{
    public static IReadOnlyList<string> Pages { get; } =
    [
    ];
}
