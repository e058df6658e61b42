using Microsoft.Playwright;

namespace Integration.Browser.Tests;

/// <summary>Printed files that a page hands over.</summary>
internal static class Downloads
{
    /// <summary>Clicks a link and reads the file that it leads to.</summary>
    public static async Task<byte[]> DownloadAsync(this IPage page, ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.EndsWith(".pdf", download.SuggestedFilename, StringComparison.Ordinal);
        await using var stream = await download.CreateReadStreamAsync();
        using var file = new MemoryStream();
        await stream.CopyToAsync(file);
        return file.ToArray();
    }
}
