using Integration.Common;
using Integration.Events;
using Integration.Planning.Talks;
using Integration.TalkPlans;

namespace Integration.Web.Tests.TalkPlans;

/// <summary>Plans made by hand, as the pages read them.</summary>
internal static class Boards
{
    /// <summary>A plan in which every place is taken.</summary>
    public static TalkBoard Full(int employers, int tables, int slots, int groupSize = 1)
    {
        var start = new TimeOnly(9, 0);
        var times = Enumerable.Range(0, slots).Select(i => new TalkSlotRow(i, 0, start.AddMinutes(i * 15), start.AddMinutes((i * 15) + 13))).ToList();
        var hosts = Enumerable.Range(0, employers).Select(i => new TalkHostRow(OrganisationId.New(), $"Betrieb {i:D2} Metallbau GmbH & Co. KG", $"{i}", "Halle A", tables, groupSize, [])).ToList();
        var interpreter = new TalkInterpreterRow(InterpreterId.New(), "Amina", ["ara"], 0);
        var number = 0;
        var sittings = (
            from slot in times
            from host in hosts
            from table in Enumerable.Range(1, tables)
            select new TalkSitting(slot.StartsAt, slot.EndsAt, host.Id, host.Name, host.Stand, host.Zone, table, "ara", interpreter.Id, interpreter.Name,
                [.. Enumerable.Range(0, groupSize).Select(_ => new TalkSeat(ScheduledTalkId.New(), RegistrationId.New(), $"OS-{number++:D4}", TalkGround.Mutual, false))])).ToList();
        return new TalkBoard
        {
            Event = new JobEvent { Title = "Messe" },
            Schedule = new TalkScheduleRow(TalkScheduleId.New(), 1, "", TalkScheduleState.Draft, PlanStatus.Feasible, 98, 100, 20, 1, default, null, sittings.Count, sittings.Count, 0, null),
            Version = Guid.CreateVersion7(),
            Settings = new TalkSettings(),
            Score = new TalkScore(sittings.Count, 0, 0, 0, 0, 0, 0, 0, 0, 0, 98),
            Slots = times,
            Hosts = hosts,
            People = [.. sittings.SelectMany(sitting => sitting.Seats).Select(seat => new TalkPersonRow(seat.RegistrationId, seat.Chiffre, "ara", 1))],
            Interpreters = [interpreter],
            Sittings = sittings,
            Unmet = [],
            Warnings = [],
        };
    }

    /// <summary>As the page's script hands a talk on: what stands on its button.</summary>
    public static string IdOf(ScheduledTalkId id) => id.Value.ToString("N");
}
