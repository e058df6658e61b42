using Integration.Data;
using Integration.Data.Demo;
using Integration.Web.Resources;

namespace Integration.Web.Commands;

/// <summary><c>seed demo</c>: fills an empty database with the demo.</summary>
internal static class SeedCommand
{
    public static Command Command { get; } = new("seed demo", File: false, [], RunAsync);

    private static async Task<int> RunAsync(CommandInput input, CancellationToken ct)
    {
        await using var services = input.Services();
        await services.GetRequiredService<DatabaseSetup>().MigrateAsync(ct);
        if (!await services.GetRequiredService<DemoSeed>().RunAsync(ct))
        {
            return input.Output.Fail(CommandTexts.SeedNotEmpty);
        }

        input.Output.Result(new { seeded = true, organisation = DemoSeed.OrganisationKey }, CommandTexts.Seeded);
        return CommandLine.Done;
    }
}
