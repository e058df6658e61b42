using System.Diagnostics;
using System.Globalization;
using System.Text;
using Integration.Access;
using Integration.Common;
using Integration.Data.Demo;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Integration.Web.Employer;
using Integration.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Benchmarks;

/// <summary>Fifty employers, each signed in on their own, look through the 600 profiles of a hall at once and think for one to three seconds between two
/// pages: four lists, then a profile, and now and then one is kept. Beside it an address of the same portal that only sends the list's bytes. Portal, database
/// and the fifty browsers share the machine; 99 of 100 lists have to come within 100 ms.</summary>
internal static class StandMeasurement
{
    private const int Employers = 50;
    private const int Profiles = 600;
    private const string Bare = "/bare";
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync()
    {
        var peer = new BarePage();
        await using var portal = await TestPortal.StartAsync(["--SignIn:AttemptsPerMinute", "1000", "--SignIn:SheetsPerMinute", "1000000"], builder =>
        {
            builder.Services.AddSingleton<IStartupFilter>(peer);
            // As in service; tests look every second.
            builder.Services.PostConfigure<SecurityStampValidatorOptions>(options => options.ValidationInterval = PortalSignIn.Recheck);
        });
        var (jobEvent, tokens, browsers) = await HallAsync(portal);
        var pages = new[] { "", "?page=7", "?group=51", "?german=B1&start=now", "?form=HELFER&page=2", "?time=NACHT" }.Select(query => EmployerLinks.Event(jobEvent) + query).ToArray();
        peer.Bytes = Encoding.UTF8.GetBytes((await browsers[0].GetAsync(pages[0])).Html);
        Print($"{Employers} employers, {Profiles} profiles, the first page has {peer.Bytes.Length / 1024.0:F1} KiB");
        var hall = new Visit(tokens, pages);
        // A portal that has run since the morning has compiled its code.
        await BrowseAsync(browsers, hall with { Tokens = [] }, TimeSpan.FromSeconds(6), thinking: false);
        await BrowseAsync(browsers, hall, TimeSpan.FromSeconds(8), thinking: true);

        // The peer before and after: a shared machine does not stay the same.
        var bare = new Visit([], [Bare]);
        var before = await BrowseAsync(browsers, bare, Time, thinking: true);
        var list = await BrowseAsync(browsers, hall, Time, thinking: true);
        var after = await BrowseAsync(browsers, bare, Time, thinking: true);
        Print($"one to three seconds of thought between two pages, load average {File.ReadAllText("/proc/loadavg").Trim()}");
        Tell("list", list.Lists);
        Tell("profile, recorded", list.Profiles);
        Tell("keeping, and the list again", list.Kept);
        Tell("same bytes from a bare address, before", before.Lists);
        Tell("same bytes from a bare address, after", after.Lists);
        Ratio(list.Lists, [.. before.Lists.Concat(after.Lists).Order()]);
        Print($"no thought at all: as fast as fifty can ask");
        var (fast, fastBare) = (await BrowseAsync(browsers, hall with { Tokens = [] }, Time / 2, thinking: false), await BrowseAsync(browsers, bare, Time / 2, thinking: false));
        Tell("list", fast.Lists);
        Tell("same bytes from a bare address", fastBare.Lists);
        Ratio(fast.Lists, fastBare.Lists);
        return Of(list.Lists, 0.99) < Limit.TotalMilliseconds ? 0 : 1;
    }

    private static async Task<(JobEventId Event, IReadOnlyList<string> Tokens, List<TestBrowser> Browsers)> HallAsync(TestPortal portal)
    {
        var database = portal.Database;
        var lead = (await portal.UserAsync(Role.CaseManager)).OrganisationId;
        var companies = new List<OrganisationId>();
        for (var i = 0; i < Employers; i++)
        {
            companies.Add((await database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer)).Id);
        }

        var jobEvent = await database.JobEventAsync(lead, e =>
        {
            e.Date = TimeProvider.System.Today();
            e.Employers.AddRange(companies.Select(company => new ExpectedEmployer { JobEventId = e.Id, OrganisationId = company, VouchedAt = Given.Start }));
        });
        var releases = await database.ReleasesAsync(jobEvent, Profiles);
        var browsers = new List<TestBrowser>();
        foreach (var company in companies)
        {
            var email = $"kontakt-{company}@demo.example";
            await database.SaveAsync(DemoUsers.Make(company, new DemoUsers.SignIn(email, "Kontakt", Role.EmployerContact)));
            var browser = portal.Browser();
            await browser.SignInAsync(email, DemoUsers.Password);
            browsers.Add(browser);
        }

        return (jobEvent.Id, [.. releases.Select(release => release.Token)], browsers);
    }

    private static async Task<Times> BrowseAsync(List<TestBrowser> browsers, Visit visit, TimeSpan time, bool thinking)
    {
        var all = new Times([], [], []);
        await Task.WhenAll(browsers.Select((browser, number) => Task.Run(async () =>
        {
            var (own, random) = (new Times([], [], []), new Random(number));
            await ThinkAsync(random, thinking);
            for (var (watch, i) = (Stopwatch.StartNew(), number); watch.Elapsed < time; i++)
            {
                var (times, ask) = visit.Tokens.Count == 0 || i % 5 != 4 ? (own.Lists, () => browser.Client.GetAsync(visit.Pages[i % visit.Pages.Length]))
                    : i % 15 == 14 ? (own.Kept, () => KeepAsync(browser, visit, random))
                    : (own.Profiles, (Func<Task<HttpResponseMessage>>)(() => browser.Client.GetAsync(EmployerLinks.Profile(visit.Tokens[random.Next(visit.Tokens.Count)]))));
                var started = Stopwatch.GetTimestamp();
                using var answer = await ask();
                var bytes = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                if (bytes.Length < 1000)
                {
                    throw new InvalidOperationException("The page did not come.");
                }

                await ThinkAsync(random, thinking);
            }

            lock (all)
            {
                all.Lists.AddRange(own.Lists);
                all.Profiles.AddRange(own.Profiles);
                all.Kept.AddRange(own.Kept);
            }
        })));
        all.Lists.Sort();
        all.Profiles.Sort();
        all.Kept.Sort();
        return all;
    }

    private static Task ThinkAsync(Random random, bool thinking) => thinking ? Task.Delay(TimeSpan.FromSeconds(1 + (2 * random.NextDouble()))) : Task.CompletedTask;

    // The list, its button, and the list to which the answer leads.
    private static async Task<HttpResponseMessage> KeepAsync(TestBrowser browser, Visit visit, Random random)
    {
        var done = await browser.SubmitAsync(visit.Pages[0], "keep", ("Keep", visit.Tokens[random.Next(visit.Tokens.Count)]));
        return await browser.Client.GetAsync(done.Location);
    }

    private static void Ratio(List<double> list, List<double> bare) =>
        Print($"list to bare address: p50 {Of(list, 0.5) / Of(bare, 0.5):F1} times, p99 {Of(list, 0.99) / Of(bare, 0.99):F1} times");

    private static void Tell(string what, List<double> times) =>
        Print($"{what}: {times.Count} pages, p50 {Of(times, 0.5):F1} ms, p99 {Of(times, 0.99):F1} ms, longest {times[^1]:F0} ms");

    private static double Of(List<double> times, double part) => times[Math.Min(times.Count - 1, (int)(times.Count * part))];

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Visit(IReadOnlyList<string> Tokens, string[] Pages);

    private sealed record Times(List<double> Lists, List<double> Profiles, List<double> Kept);

    private sealed class BarePage : IStartupFilter
    {
        public byte[] Bytes { get; set; } = [];

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, following) =>
            {
                if (context.Request.Path != Bare)
                {
                    await following(context);
                    return;
                }

                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.Body.WriteAsync(Bytes);
            });
            next(app);
        };
    }
}
