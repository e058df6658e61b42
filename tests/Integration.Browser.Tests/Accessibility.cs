using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Integration.Browser.Tests;

/// <summary>What axe finds on a page. The script is loaded once a page and answers with violations alone: the package's own call loads it
/// anew each time, opens a second page to finish and carries thousands of passed checks over, which doubles the time of all browser tests.</summary>
internal static class Accessibility
{
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];
    private static readonly string Script = "(() => {" + new BundledAxeScriptProvider().GetScript() + "\n})()";

    /// <summary>A page inside a journey: accessible in light and dark, and no wider than its screen.</summary>
    public static async Task LookAsync(this IPage page)
    {
        // A page reached inside a circuit has its address before its content: the link over the navigation tells which content is there.
        await page.UntilAsync("[...document.querySelectorAll('a.skip:not([href^=\"#\"])')].every((skip) => skip.pathname === location.pathname)");
        await page.EvaluateAsync("document.fonts.ready");
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, $"{page.Url} scrolls sideways");
        foreach (var mode in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = mode, ReducedMotion = ReducedMotion.Reduce });
            var found = await page.ViolationsAsync(coloursOnly: mode == ColorScheme.Dark);
            Assert.True(found.Length == 0, $"{page.Url}, {mode}: {string.Join("; ", found)}");
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
    }

    /// <summary>Every violation in words with the elements that show it; none when the page is accessible.</summary>
    /// <param name="page">The page.</param>
    /// <param name="coloursOnly">Whether only rules about colours are asked: for a page already looked at in other colours.</param>
    public static async Task<string[]> ViolationsAsync(this IPage page, bool coloursOnly = false)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        return await page.EvaluateAsync<string[]>(
            """
            async (rules) => {
              // Colours that have just changed fade over, be it for a frame: what is looked at is where they arrive. What turns for ever is not waited for.
              const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); setTimeout(resolve, 250); });
              await frame();
              await frame();
              const fading = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
              await Promise.race([Promise.allSettled(fading.map((one) => one.finished)), new Promise((resolve) => setTimeout(resolve, 2000))]);
              const options = { resultTypes: ["violations"], ...(rules.length ? { runOnly: { type: "rule", values: rules } } : {}) };
              const found = await axe.run(document, options);
              return found.violations.map((one) => `${one.id} (${one.help}): ${one.nodes.slice(0, 5).map((node) => node.html).join(" ")}`);
            }
            """,
            coloursOnly ? Colours : []);
    }
}
