using System.Globalization;
using Integration.Common;
using Integration.Data;
using Integration.Web.Hosting;
using Integration.Web.Resources;

namespace Integration.Web.Commands;

/// <summary><c>backup</c> and <c>restore</c> of the embedded database.</summary>
internal static class BackupCommands
{
    public static Command Backup { get; } = new("backup", File: true, [], BackupAsync);

    public static Command Restore { get; } = new("restore", File: true, [], RestoreAsync);

    private static async Task<int> BackupAsync(CommandInput input, CancellationToken ct)
    {
        await using var services = input.Services();
        if (services.GetRequiredService<DatabaseOptions>().Provider == DatabaseProvider.Sqlite && !File.Exists(services.GetRequiredService<DataFolder>().Database))
        {
            return input.Output.Fail(CommandTexts.NoDatabase);
        }

        var result = await ActivatorUtilities.CreateInstance<PortalBackup>(services).WriteAsync(Path.GetFullPath(input.File!), ct);
        return Report(input, result, CommandTexts.BackedUp);
    }

    private static async Task<int> RestoreAsync(CommandInput input, CancellationToken ct)
    {
        if (!File.Exists(input.File))
        {
            return input.Output.Fail(string.Format(CultureInfo.CurrentCulture, CommandTexts.NoFile, input.File));
        }

        await using var services = input.Services();
        var data = services.GetRequiredService<DataFolder>();
        using var folder = FolderLock.TryTake(data);
        if (folder is null)
        {
            return input.Output.Fail(CommandTexts.PortalRuns);
        }

        var result = await ActivatorUtilities.CreateInstance<PortalBackup>(services).RestoreAsync(Path.GetFullPath(input.File!), data.Database, ct);
        return Report(input, result, CommandTexts.Restored);
    }

    private static int Report(CommandInput input, Result<BackupManifest> result, string sentence)
    {
        if (!result.Done)
        {
            return input.Output.Fail(Texts.Of(result.Error));
        }

        input.Output.Result(
            new { file = input.File, result.Value.CreatedAt, result.Value.Bytes, result.Value.Sha256 },
            string.Format(CultureInfo.CurrentCulture, sentence, input.File, result.Value.Bytes / 1024));
        return CommandLine.Done;
    }
}
