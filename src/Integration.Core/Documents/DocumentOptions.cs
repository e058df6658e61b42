namespace Integration.Documents;

/// <summary>What the printed products have to know of the portal's outside.</summary>
public sealed record DocumentOptions
{
    /// <summary>Where the portal is reached from outside; printed in QR codes and in letters beside them.</summary>
    public Uri PublicAddress
    {
        get;
        init => field = value.AbsoluteUri.EndsWith('/') ? value : new Uri(value.AbsoluteUri + "/");
    } = new("http://localhost:5080/");

    /// <summary>The page that a sheet's QR code opens; the token is opaque and leads nowhere without a sign-in.</summary>
    public Uri ContactLink(string token) => new(PublicAddress, "k/" + token);

    /// <summary>The same page for people who type.</summary>
    public string ShortAddress => PublicAddress.Authority + new Uri(PublicAddress, "k").AbsolutePath;
}
