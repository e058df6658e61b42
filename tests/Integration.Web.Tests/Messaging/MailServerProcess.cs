using System.Diagnostics;
using System.Globalization;
using Integration.Testing;
using MimeKit;

namespace Integration.Web.Tests.Messaging;

/// <summary>A real mail server (aiosmtpd) in a process of its own.</summary>
internal sealed class MailServerProcess : IAsyncDisposable
{
    // The distribution's own interpreter: another one on the path may not have the package.
    private const string Python = "/usr/bin/python3";

    private readonly Process _process;
    private readonly string _folder;

    private MailServerProcess(Process process, string folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public int Port { get; }

    /// <summary>Starts it; a test is skipped where there is none, unless everything is required.</summary>
    public static async Task<MailServerProcess> StartAsync()
    {
        var there = File.Exists(Python) && await ExitCodeAsync("-c", "import aiosmtpd") == 0;
        Assert.SkipUnless(there || TestDatabase.RequiresAll, "The package python3-aiosmtpd is not installed.");
        Assert.True(there, "INTEGRATION_REQUIRE_ALL=1, but the package python3-aiosmtpd is not installed.");
        var folder = Directory.CreateTempSubdirectory("integration-smtp-").FullName;
        var script = Path.Combine(Repository.Root, "tests", "Integration.Web.Tests", "Messaging", "smtp_server.py");
        var process = Process.Start(new ProcessStartInfo(Python, ["-u", script, folder]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var port = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return new MailServerProcess(process, folder, int.Parse(port!, CultureInfo.InvariantCulture));
    }

    /// <summary>What it has taken, in the order it came.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. Directory.GetFiles(_folder, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))];

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<int> ExitCodeAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
