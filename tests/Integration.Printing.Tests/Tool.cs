using System.Diagnostics;

namespace Integration.Printing.Tests;

/// <summary>Readers from the operating system (poppler, qpdf): a second opinion on our files.</summary>
internal static class Tool
{
    public static string Run(string program, byte[] pdf, params string[] arguments)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        File.WriteAllBytes(path, pdf);
        try
        {
            return Run(program, [.. arguments.Select(a => a == "FILE" ? path : a)]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.StandardOutputEncoding = System.Text.Encoding.UTF8;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("INTEGRATION_REQUIRE_ALL") == "1", $"{program} is not installed.");
            throw;
        }

        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program}: {errors.GetAwaiter().GetResult()}{output}");
            return output;
        }
    }
}
