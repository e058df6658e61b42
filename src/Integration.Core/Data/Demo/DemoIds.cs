using System.Globalization;

namespace Integration.Data.Demo;

/// <summary>Fixed ids, so that every demo has the same links.</summary>
internal static class DemoIds
{
    /// <summary>A version 7 id made of the kind's name and a number.</summary>
    public static Guid Of(string kind, int number)
    {
        var hash = kind.Aggregate(17, (sum, c) => ((sum * 31) + c) & 0xffff);
        return Guid.ParseExact(string.Create(CultureInfo.InvariantCulture, $"0192de30-{hash:x4}-7000-8000-{number:x12}"), "D");
    }
}
