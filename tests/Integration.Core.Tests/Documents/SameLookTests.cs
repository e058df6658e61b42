using Integration.Access;
using Integration.Data.Demo;
using Integration.Events;
using Integration.Printing;
using Integration.Printing.Blocks;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Documents;

/// <summary>Every printed product looks the same whichever program prints it.</summary>
public sealed class SameLookTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    // Readers smooth the edges of letters differently; blocks of eight points show what stands where and how dark it is.
    private const int Block = 8 * Renderer.Scale;

    // Between 0 and 255: more than the readers' smoothing makes, less than two missing letters do.
    private const double Tolerance = 36;

    public static TheoryData<string> Products => ["a4", "a5x2", "folder", "consent-ara", "consent-ukr", "consent-tir", "list"];

    [Theory]
    [MemberData(nameof(Products))]
    public async Task Sheets_LookTheSameInPopplerAndMuPdf(string product)
    {
        var file = await PrintAsync(product);
        var kept = Environment.GetEnvironmentVariable("INTEGRATION_KEEP_SHEETS");
        if (!string.IsNullOrEmpty(kept))
        {
            // For a person's eye, and for readers that no test can drive.
            await File.WriteAllBytesAsync(Path.Combine(kept, product + ".pdf"), file);
        }

        var poppler = await Renderer.PopplerAsync(file);
        var mupdf = await Renderer.MuPdfAsync(file);

        Assert.NotEmpty(poppler);
        Assert.Equal(poppler.Count, mupdf.Count);
        for (var page = 0; page < poppler.Count; page++)
        {
            var (x, y, difference) = Farthest(poppler[page], mupdf[page]);
            Assert.True(difference < Tolerance, $"{product}, page {page + 1}: {difference:F0} of 255 at {x / Renderer.Scale}, {y / Renderer.Scale} points from the top left");
        }
    }

    [Fact]
    public async Task TwoLettersThatAreNotDrawn_AreSeen()
    {
        var whole = await LettersAsync(Colour.Black);

        Assert.True(Farthest(whole, await LettersAsync(Colour.Black)).Difference < 1);
        Assert.True(Farthest(whole, await LettersAsync(Colour.White)).Difference > Tolerance);
    }

    private static async Task<Renderer.Grey> LettersAsync(Colour colour)
    {
        var paragraph = new Paragraph([new Run("Gesucht wird eine Schweißfa"), new Run("ch") { Style = TextStyle.Body with { Colour = colour } }, new Run("kraft")]);
        using var file = new MemoryStream();
        HarfBuzzPdfEngine.Shared.Write(new PrintDocument { Title = "t", Sequences = [new PageSequence { Content = [paragraph] }] }, file);
        return (await Renderer.PopplerAsync(file.ToArray()))[0];
    }

    private static (int X, int Y, double Difference) Farthest(Renderer.Grey one, Renderer.Grey other)
    {
        // A page that is not a whole number of pixels is rounded up or down.
        Assert.InRange(one.Width - other.Width, -1, 1);
        Assert.InRange(one.Height - other.Height, -1, 1);
        var farthest = (X: 0, Y: 0, Difference: 0.0);
        for (var y = 0; y + Block <= Math.Min(one.Height, other.Height); y += Block / 2)
        {
            for (var x = 0; x + Block <= Math.Min(one.Width, other.Width); x += Block / 2)
            {
                var difference = Math.Abs(Mean(one, x, y) - Mean(other, x, y));
                if (difference > farthest.Difference)
                {
                    farthest = (x, y, difference);
                }
            }
        }

        return farthest;
    }

    private static double Mean(Renderer.Grey page, int x, int y)
    {
        var sum = 0;
        for (var row = y; row < y + Block; row++)
        {
            foreach (var pixel in page.Pixels.AsSpan((row * page.Width) + x, Block))
            {
                sum += pixel;
            }
        }

        return (double)sum / (Block * Block);
    }

    private async Task<byte[]> PrintAsync(string product)
    {
        await using var db = demo.Database.CreateDbContext();
        var haren = await db.JobEvents.Include(e => e.Employers).SingleAsync(e => e.Key == DemoSeed.EventKey);
        var user = TestUser.CaseManager(haren.OrganisationId);
        using var codes = new Data.CodeCatalogSource(demo.Database, demo.Clock);
        using var file = new MemoryStream();
        var profiles = new PrintProfiles(demo.Database, user, demo.Clock, codes, HarfBuzzPdfEngine.Shared, new DocumentOptions());
        var done = product switch
        {
            "a4" => (await profiles.ExecuteAsync(new() { JobEventId = haren.Id }, file)).Done,
            "a5x2" => (await profiles.ExecuteAsync(new() { JobEventId = haren.Id, Layout = ProfileLayout.A5x2 }, file)).Done,
            "folder" => (await profiles.ExecuteAsync(
                new() { JobEventId = haren.Id, Layout = ProfileLayout.Folder, EmployerId = haren.Employers.First(e => e.VouchedAt is not null).OrganisationId }, file)).Done,
            "list" => (await new PrintReleaseList(demo.Database, user, demo.Clock, HarfBuzzPdfEngine.Shared)
                .ExecuteAsync(haren.Id, file, System.Globalization.CultureInfo.GetCultureInfo("de-DE"))).Done,
            _ => await ConsentAsync(db, product["consent-".Length..], haren, user, codes, file),
        };
        Assert.True(done);
        return file.ToArray();
    }

    private async Task<bool> ConsentAsync(Data.AppDbContext db, string language, JobEvent haren, ICurrentUser user, Data.CodeCatalogSource codes, Stream file)
    {
        var person = await db.Participants.OrderBy(known => known.SortName).FirstAsync(known => known.FirstLanguage == language && known.OrganisationId == haren.OrganisationId);
        var forms = new PrintConsentForms(demo.Database, user, demo.Clock, codes, HarfBuzzPdfEngine.Shared);
        return (await forms.ExecuteAsync(new() { JobEventId = haren.Id, Participants = [person.Id] }, file)).Done;
    }
}
