using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Documents;
using Integration.Web.Resources;

namespace Integration.Web.Commands;

/// <summary><c>print profiles</c>: the pile for an event, or an employer's folder, as a PDF.</summary>
internal static class PrintCommand
{
    public static Command Command { get; } = new(
        "print profiles", File: false,
        [
            new("--event", "KEY", Required: true), new("--out", "FILE", Required: true), new("--layout", "a4|a5x2|folder"), new("--employer", "KEY"),
            new("--organisation", "KEY"),
        ],
        RunAsync);

    private static async Task<int> RunAsync(CommandInput input, CancellationToken ct)
    {
        if (!TryLayout(input["--layout"], out var layout))
        {
            return input.Output.Misuse(string.Format(CultureInfo.CurrentCulture, CommandTexts.UnknownLayout, input["--layout"]));
        }

        await using var preparing = input.Services();
        if (!await preparing.PrepareAsync(input.Demo(), ct))
        {
            return input.Output.Fail(CommandTexts.MigrateFirst);
        }

        if (await preparing.JobEventAsync(input["--event"]!, ct) is not { } jobEvent)
        {
            return input.Output.Unknown("--event", input["--event"]);
        }

        var employer = input["--employer"] is { } employerKey ? await preparing.OrganisationAsync(employerKey, ct) : null;
        if (employer is null && input.Has("--employer"))
        {
            return input.Output.Unknown("--employer", input["--employer"]);
        }

        // Who prints for another host than the one that leads the event says so.
        var acting = input["--organisation"] is { } key ? (await preparing.OrganisationAsync(key, ct))?.Id : jobEvent.OrganisationId;
        if (acting is not { } organisation)
        {
            return input.Output.Unknown("--organisation", input["--organisation"]);
        }

        await using var services = input.Services(FixedUser.PortalFor(organisation));
        var request = new PrintProfiles.Request { JobEventId = jobEvent.Id, Layout = layout, EmployerId = employer?.Id };
        return await PrintAsync(input, services.GetRequiredService<PrintProfiles>(), request, ct);
    }

    // The file appears under its name once it is whole.
    private static async Task<int> PrintAsync(CommandInput input, PrintProfiles print, PrintProfiles.Request request, CancellationToken ct)
    {
        var (file, part) = (input["--out"]!, input["--out"] + ".part");
        try
        {
            Result<PrintProfiles.Printed> result;
            await using (var output = File.Create(part))
            {
                result = await print.ExecuteAsync(request, output, progress: null, ct);
            }

            if (!result.Done)
            {
                return input.Output.Fail(Texts.Of(result.Error));
            }

            File.Move(part, file, overwrite: true);
            input.Output.Result(
                new { file, result.Value.Profiles, result.Value.Sheets, bytes = new FileInfo(file).Length },
                string.Format(CultureInfo.CurrentCulture, CommandTexts.Printed, result.Value.Profiles, result.Value.Sheets, file));
            return CommandLine.Done;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static bool TryLayout(string? text, out ProfileLayout layout)
    {
        (layout, var known) = text switch
        {
            null or "a4" => (ProfileLayout.A4, true),
            "a5x2" => (ProfileLayout.A5x2, true),
            "folder" => (ProfileLayout.Folder, true),
            _ => (ProfileLayout.A4, false),
        };
        return known;
    }
}
