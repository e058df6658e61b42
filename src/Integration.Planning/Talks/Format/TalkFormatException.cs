namespace Integration.Planning.Talks.Format;

/// <summary>A text is no problem or plan. The message names the line and what to write instead.</summary>
public sealed class TalkFormatException : FormatException
{
    /// <summary>An error without a line.</summary>
    public TalkFormatException()
    {
    }

    /// <summary>An error without a line.</summary>
    public TalkFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An error without a line, caused by another.</summary>
    public TalkFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>An error in a line.</summary>
    /// <param name="line">The line, counted from 1.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="wayOut">What to write instead.</param>
    public TalkFormatException(int line, string what, string wayOut)
        : base(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Line {line}: {what} {wayOut}"))
    {
        Line = line;
    }

    /// <summary>The line, counted from 1; 0 where no single line is to blame.</summary>
    public int Line { get; }
}
