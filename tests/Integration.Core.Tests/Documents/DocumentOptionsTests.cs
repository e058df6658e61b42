using Integration.Documents;

namespace Integration.Core.Tests.Documents;

public sealed class DocumentOptionsTests
{
    [Theory]
    [InlineData("https://portal.example")]
    [InlineData("https://portal.example/")]
    public void Address_IsTheSameWithAndWithoutASlash(string address)
    {
        var options = new DocumentOptions { PublicAddress = new Uri(address) };

        Assert.Equal("https://portal.example/k/abc", options.ContactLink("abc").AbsoluteUri);
        Assert.Equal("portal.example/k", options.ShortAddress);
    }

    [Theory]
    [InlineData("https://district.example/portal")]
    [InlineData("https://district.example/portal/")]
    public void AddressBelowAFolder_KeepsIt(string address)
    {
        var options = new DocumentOptions { PublicAddress = new Uri(address) };

        Assert.Equal("https://district.example/portal/k/abc", options.ContactLink("abc").AbsoluteUri);
        Assert.Equal("district.example/portal/k", options.ShortAddress);
    }
}
