namespace Integration.Messaging;

/// <summary>Where readers of a mail reach the portal. Taken from the configuration or the server, never from a request:
/// a forged host in a request must not end up in a mail.</summary>
/// <param name="Base">Asked each time, because a server knows its address only once it runs.</param>
public sealed record PortalAddress(Func<Uri> Base)
{
    /// <summary>The full address of a path that begins with a slash.</summary>
    public string Of(string path) => new Uri(Base(), path).ToString();
}
