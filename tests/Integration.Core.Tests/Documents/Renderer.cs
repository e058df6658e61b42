using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Integration.Testing;

namespace Integration.Documents;

/// <summary>Draws a PDF's pages in grey through one of the readers that people have (poppler, MuPDF), and reads its text.</summary>
internal static class Renderer
{
    // Sheets of one product are alike; the first ones show covers, contents, profiles and second pages.
    private const int Pages = 8;

    /// <summary>Pixels a point.</summary>
    public const int Scale = 2;

    /// <summary>A page's pixels, 0 black to 255 white, row by row.</summary>
    public sealed record Grey(int Width, int Height, byte[] Pixels);

    public static Task<IReadOnlyList<Grey>> PopplerAsync(byte[] pdf) => DrawAsync(pdf, "pdftoppm", (file, folder) =>
        ["-r", $"{72 * Scale}", "-l", $"{Pages}", "-gray", file, Path.Combine(folder, "page")]);

    public static Task<IReadOnlyList<Grey>> MuPdfAsync(byte[] pdf) => DrawAsync(pdf, "mutool", (file, folder) =>
        ["draw", "-q", "-r", $"{72 * Scale}", "-c", "gray", "-F", "pgm", "-o", Path.Combine(folder, "page-%04d.pgm"), file, $"1-{Pages}"]);

    /// <summary>What a program says about a file; <c>FILE</c> among its arguments stands for the file.</summary>
    public static async Task<string> SayAsync(byte[] pdf, string program, params string[] arguments)
    {
        var said = "";
        await InFolderAsync(pdf, async (file, _) => said = await RunAsync(program, [.. arguments.Select(argument => argument == "FILE" ? file : argument)]));
        return said;
    }

    private static async Task<IReadOnlyList<Grey>> DrawAsync(byte[] pdf, string program, Func<string, string, string[]> arguments)
    {
        var pages = new List<Grey>();
        await InFolderAsync(pdf, async (file, folder) =>
        {
            await RunAsync(program, arguments(file, folder));
            foreach (var page in Directory.GetFiles(folder, "*.pgm").Order(StringComparer.Ordinal))
            {
                pages.Add(Read(await File.ReadAllBytesAsync(page)));
            }
        });
        return pages;
    }

    private static async Task InFolderAsync(byte[] pdf, Func<string, string, Task> act)
    {
        var folder = Directory.CreateTempSubdirectory("sheets").FullName;
        try
        {
            var file = Path.Combine(folder, "sheets.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            await act(file, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Portable grey map: "P5", width, height, 255, pixels; MuPDF adds a line of comment.
    private static Grey Read(byte[] file)
    {
        var words = new List<string>();
        var at = 0;
        while (words.Count < 4)
        {
            var end = Array.FindIndex(file, at, value => char.IsWhiteSpace((char)value));
            if (file[at] == '#')
            {
                end = Array.IndexOf(file, (byte)'\n', at);
            }
            else if (end > at)
            {
                words.Add(Encoding.ASCII.GetString(file, at, end - at));
            }

            at = end + 1;
        }

        var (width, height) = (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
        Assert.Equal(("P5", at + (width * height)), (words[0], file.Length));
        return new Grey(width, height, file[at..]);
    }

    private static async Task<string> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception) when (!TestDatabase.RequiresAll)
        {
            Assert.Skip($"{program} is not installed.");
            throw;
        }

        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{program}: {await errors}");
            return output;
        }
    }
}
