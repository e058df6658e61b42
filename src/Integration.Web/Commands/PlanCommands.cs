using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Events;
using Integration.Planning.Talks;
using Integration.TalkPlans;
using Integration.Web.Resources;

namespace Integration.Web.Commands;

/// <summary><c>plan talks</c> makes a draft of an event's talks; <c>plan check</c> looks at the plan that holds, or else at the newest draft, with the eyes
/// of the checker and the records of today.</summary>
internal static class PlanCommands
{
    public static Command Talks { get; } = new(
        "plan talks", File: false, [new("--event", "KEY", Required: true), new("--seconds", "N"), new("--seed", "N"), new("--fit", "N")], TalksAsync);

    public static Command Check { get; } = new("plan check", File: false, [new("--event", "KEY", Required: true)], CheckAsync);

    private static async Task<int> TalksAsync(CommandInput input, CancellationToken ct)
    {
        var form = new PlanTalks.Form();
        if (!TryNumber(input, "--seconds", form.Seconds, PlanTalks.MostSeconds, out var seconds) || !TryNumber(input, "--seed", form.Seed, int.MaxValue, out var seed)
            || !TryNumber(input, "--fit", 0, 100, out var fit))
        {
            return input.Output.Misuse(string.Format(CultureInfo.CurrentCulture, CommandTexts.PlanNumbers, PlanTalks.MostSeconds));
        }

        (form.Seconds, form.Seed, form.LeastFit) = (seconds, seed, input.Has("--fit") ? fit : null);
        return await WithEventAsync(input, async (services, jobEvent) =>
        {
            var planned = await services.GetRequiredService<PlanTalks>().ExecuteAsync(jobEvent.Id, form, found => input.Output.Note(Line(found)), ct);
            var board = planned.Done ? await services.GetRequiredService<TalkScheduleQueries>().BoardAsync(planned.Value, ct) : planned.Error!;
            if (!board.Done)
            {
                return input.Output.Fail(Texts.Of(board.Error));
            }

            var (row, score) = (board.Value.Schedule, board.Value.Score);
            input.Output.Result(
                new { draft = row.Number, id = row.Id.ToString(), row.Status, row.Value, row.Bound, row.Gap, row.Seconds, score.Held, score.MutualMissed, score.WithoutTalk, score.Gaps, unmet = board.Value.Unmet.Select(unmet => unmet.Words) },
                [
                    string.Format(CultureInfo.CurrentCulture, CommandTexts.TalksPlanned, row.Number, row.Status.Label(), score.Held, score.MutualMissed, score.WithoutTalk, score.Gaps, 100 * row.Gap),
                    .. board.Value.Unmet.Select(unmet => unmet.Words),
                ]);
            return CommandLine.Done;
        }, ct);
    }

    private static Task<int> CheckAsync(CommandInput input, CancellationToken ct) => WithEventAsync(input, async (services, jobEvent) =>
    {
        var plans = await services.GetRequiredService<TalkPlanQueries>().OpenAsync(jobEvent.Id, ct);
        var schedule = plans.Value?.Schedules.MaxBy(row => (row.State == TalkScheduleState.Published, row.State == TalkScheduleState.Draft, row.Number));
        if (schedule is null)
        {
            return input.Output.Fail(plans.Error is { } refused ? Texts.Of(refused) : CommandTexts.NoTalkPlan);
        }

        var board = await services.GetRequiredService<TalkScheduleQueries>().BoardAsync(schedule.Id, ct);
        if (!board.Done)
        {
            return input.Output.Fail(Texts.Of(board.Error));
        }

        var warnings = board.Value.Warnings;
        input.Output.Result(
            new { plan = schedule.Number, schedule.State, schedule.Talks, breaches = warnings.Select(warning => new { rule = warning.Kind?.ToString(), warning.Words }) },
            [string.Format(CultureInfo.CurrentCulture, CommandTexts.TalksChecked, schedule.Number, schedule.State.Label(), schedule.Talks, warnings.Count), .. warnings.Select(warning => warning.Words)]);
        return warnings.Count == 0 ? CommandLine.Done : input.Output.Refuse(string.Format(CultureInfo.CurrentCulture, CommandTexts.TalksBroken, warnings.Count));
    }, ct);

    // The command line acts for the organisation that leads the event.
    private static async Task<int> WithEventAsync(CommandInput input, Func<IServiceProvider, JobEvent, Task<int>> act, CancellationToken ct)
    {
        await using var preparing = input.Services();
        if (!await preparing.PrepareAsync(input.Demo(), ct))
        {
            return input.Output.Fail(CommandTexts.MigrateFirst);
        }

        if (await preparing.JobEventAsync(input["--event"]!, ct) is not { } jobEvent)
        {
            return input.Output.Unknown("--event", input["--event"]);
        }

        await using var services = input.Services(new FixedUser(UserId.System, jobEvent.OrganisationId, new HashSet<Role> { Role.Organiser }, "Integrationsportal"));
        return await act(services, jobEvent);
    }

    private static string Line(PlanningProgress found) =>
        string.Format(CultureInfo.CurrentCulture, CommandTexts.PlanningProgress, found.Elapsed.TotalSeconds, found.Talks, 100 * found.Gap);

    private static bool TryNumber(CommandInput input, string option, int usual, int most, out int number)
    {
        number = usual;
        return !input.Has(option) || (int.TryParse(input[option], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most);
    }
}
