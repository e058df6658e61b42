using Microsoft.Playwright;

namespace Integration.Browser.Tests;

/// <summary>Waits that the pages' own security policy allows: Playwright's polling evaluates its text inside the page,
/// which a policy without <c>unsafe-eval</c> refuses as soon as it has to look twice.</summary>
internal static class Waiting
{
    /// <summary>Waits until a JavaScript condition holds in the page, looking every 100 ms for at most 20 s.</summary>
    public static async Task UntilAsync(this IPage page, string condition)
    {
        for (var look = 0; look < 200; look++)
        {
            if (await page.EvaluateAsync<bool>(condition))
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"The page {new Uri(page.Url).AbsolutePath} never came to: {condition}");
    }

    /// <summary>Waits until something is there; if it does not come, the failure tells which page is shown instead and what stands on it.</summary>
    public static async Task ShowsAsync(this IPage page, string selector)
    {
        try
        {
            await page.Locator(selector).First.WaitForAsync(new() { Timeout = 30_000 });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{selector} did not come. {page.Url} shows: {await page.Locator("body").InnerTextAsync()}");
        }
    }
}
