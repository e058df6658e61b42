namespace Integration.Messaging;

/// <summary>What a calendar asks the reader's program to do (RFC 5546).</summary>
public static class CalendarMethods
{
    /// <summary>Put it in.</summary>
    public const string Publish = "PUBLISH";

    /// <summary>Take it out.</summary>
    public const string Cancel = "CANCEL";
}
