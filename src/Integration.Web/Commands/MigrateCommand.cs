using System.Globalization;
using Integration.Data;
using Integration.Web.Resources;

namespace Integration.Web.Commands;

/// <summary><c>migrate</c>: brings the database up to date.</summary>
internal static class MigrateCommand
{
    public static Command Command { get; } = new("migrate", File: false, [], RunAsync);

    private static async Task<int> RunAsync(CommandInput input, CancellationToken ct)
    {
        await using var services = input.Services();
        var applied = await services.GetRequiredService<DatabaseSetup>().MigrateAsync(ct);
        input.Output.Result(
            new { applied },
            string.Format(CultureInfo.CurrentCulture, CommandTexts.Migrated, applied.Count));
        return CommandLine.Done;
    }
}
