using Integration.Common;
using Integration.Events;
using Integration.Organisations;
using Integration.Transport;

namespace Integration.Data.Demo;

/// <summary>Places, rooms, programme and buses of the demo's events, as <c>Plans.json</c> tells them. Two things do not fit on purpose: a
/// bus that is late by plan and a speaker in two places.</summary>
internal static class DemoPlans
{
    /// <summary>Everything to save; sets the events' places.</summary>
    public static IEnumerable<object> Of(IReadOnlyDictionary<string, JobEvent> events, IReadOnlyDictionary<string, Organisation> organisations) =>
        DemoFiles.Read<IReadOnlyList<Plan>>("Plans.json").SelectMany((plan, number) => Of(plan, number, events[plan.Event], organisations));

    private static IEnumerable<object> Of(Plan plan, int number, JobEvent jobEvent, IReadOnlyDictionary<string, Organisation> organisations)
    {
        var id = jobEvent.Id;
        Guid Id(string kind, int i) => DemoIds.Of(kind, (number * 100) + i);
        jobEvent.Places = plan.Places;
        var rooms = plan.Rooms.Select((room, i) => new Room { Id = new RoomId(Id("room", i)), JobEventId = id, Name = room.Name, Seats = room.Seats }).ToList();
        var stages = plan.Stages.Select((stage, i) => new EventStage
        {
            Id = new StageId(Id("stage", i)), JobEventId = id, Number = i + 1, Title = stage.Title, StartsAt = stage.From, EndsAt = stage.To, Place = stage.Place,
        }).ToList();
        var items = plan.Programme.Select((item, i) => new ProgrammeItem
        {
            Id = new ProgrammeItemId(Id("item", i)), JobEventId = id, Title = item.Title, Kind = item.Kind, StartsAt = item.From, EndsAt = item.To,
            RoomId = item.Room is { } room ? rooms[room].Id : null, StageId = item.Stage is { } stage ? stages[stage].Id : null,
            Capacity = item.Capacity, Language = item.Language, Speakers = [.. item.Speakers],
        });
        return
        [
            .. plan.Quotas.Select(quota => new PlaceQuota { JobEventId = id, OrganisationId = organisations[quota.Organisation].Id, Guaranteed = quota.Guaranteed, AtMost = quota.AtMost }),
            .. rooms, .. stages, .. items, .. plan.Buses.Select((bus, i) => Line(bus, i, id, Id)),
        ];
    }

    private static BusLine Line(Bus bus, int number, JobEventId jobEvent, Func<string, int, Guid> id) => new()
    {
        Id = new BusLineId(id("bus", number)),
        JobEventId = jobEvent,
        Name = bus.Name,
        Company = bus.Company,
        Phone = bus.Phone,
        Seats = bus.Seats,
        WheelchairPlaces = bus.Wheelchairs,
        ArrivesAt = bus.Arrives,
        LeavesAt = bus.Leaves,
        Stops = bus.Stops.Select((stop, i) => new BusStop
        {
            Id = new BusStopId(id("stop", (number * 10) + i)), Number = i + 1, Name = stop.Name, Municipality = stop.Municipality, LeavesAt = stop.Leaves, BackAt = stop.Back,
        }).ToList(),
    };

    private sealed record Plan
    {
        public string Event { get; init; } = "";

        public int? Places { get; init; }

        public IReadOnlyList<Quota> Quotas { get; init; } = [];

        public IReadOnlyList<RoomOf> Rooms { get; init; } = [];

        public IReadOnlyList<StageOf> Stages { get; init; } = [];

        public IReadOnlyList<Item> Programme { get; init; } = [];

        public IReadOnlyList<Bus> Buses { get; init; } = [];
    }

    private sealed record Quota(string Organisation, int Guaranteed, int? AtMost);

    private sealed record RoomOf(string Name, int? Seats);

    private sealed record StageOf(string Title, TimeOnly From, TimeOnly To, string Place);

    private sealed record Item
    {
        public string Title { get; init; } = "";

        public ProgrammeKind Kind { get; init; }

        public TimeOnly From { get; init; }

        public TimeOnly To { get; init; }

        public int? Room { get; init; }

        public int? Stage { get; init; }

        public int? Capacity { get; init; }

        public string Language { get; init; } = "";

        public IReadOnlyList<string> Speakers { get; init; } = [];
    }

    private sealed record Bus
    {
        public string Name { get; init; } = "";

        public string Company { get; init; } = "";

        public string Phone { get; init; } = "";

        public int Seats { get; init; }

        public int Wheelchairs { get; init; }

        public TimeOnly Arrives { get; init; }

        public TimeOnly? Leaves { get; init; }

        public IReadOnlyList<Stop> Stops { get; init; } = [];
    }

    private sealed record Stop(string Name, string Municipality, TimeOnly Leaves, TimeOnly? Back);
}
