using System.Globalization;
using Integration.Data;
using Integration.Data.Demo;
using Integration.Web.Resources;

namespace Integration.Web.Commands;

/// <summary><c>seed demo</c> fills an empty database with the demo; <c>seed load</c> makes any number of people and events for measurements.</summary>
internal static class SeedCommand
{
    public static Command Demo { get; } = new("seed demo", File: false, [], DemoAsync);

    public static Command Load { get; } = new(
        "seed load", File: false, [new("--participants", "N", Required: true), new("--events", "M", Required: true)], LoadAsync);

    private static async Task<int> DemoAsync(CommandInput input, CancellationToken ct)
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

    private static async Task<int> LoadAsync(CommandInput input, CancellationToken ct)
    {
        if (!TryNumber(input, "--participants", LoadRegion.MostParticipants, out var participants) || !TryNumber(input, "--events", LoadRegion.MostEvents, out var events))
        {
            return input.Output.Misuse(string.Format(CultureInfo.CurrentCulture, CommandTexts.LoadNumbers, LoadRegion.MostParticipants, LoadRegion.MostEvents));
        }

        await using var services = input.Services();
        await services.GetRequiredService<DatabaseSetup>().MigrateAsync(ct);
        if (!await services.GetRequiredService<LoadRegion>().RunAsync(participants, events, new Told(input.Output, participants), ct))
        {
            return input.Output.Fail(CommandTexts.LoadRefused);
        }

        input.Output.Result(new { participants, events }, string.Format(CultureInfo.CurrentCulture, CommandTexts.Loaded, participants, events));
        return CommandLine.Done;
    }

    private static bool TryNumber(CommandInput input, string option, int most, out int number) =>
        int.TryParse(input[option], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most;

    // In the order of the batches, which Progress<T> does not keep.
    private sealed class Told(CommandOutput output, int of) : IProgress<int>
    {
        public void Report(int value) => output.Note(string.Format(CultureInfo.CurrentCulture, CommandTexts.LoadedSoFar, value, of));
    }
}
