using System.Globalization;
using Integration.Common;
using Integration.Events;
using Integration.Printing;
using Integration.Tours;

namespace Integration.Data.Demo;

/// <summary>Stands of the demo's events, in two rows along a hall.</summary>
internal static class DemoHalls
{
    private const int InARow = 5;
    private const int InAFullRow = 8;

    private static readonly LanguageLevel?[] Wanted = [LanguageLevel.A2, LanguageLevel.B1, LanguageLevel.None, LanguageLevel.A1, null, LanguageLevel.B1, LanguageLevel.A2];
    private static readonly string[][] Spoken = [["eng"], ["ukr", "rus"], [], ["ara"], ["eng", "pol"], ["ron"], [], ["pes", "eng"], ["tur"], ["pol"]];

    /// <summary>The tour of the first event's first employer; its groups are formed by whoever tries the portal.</summary>
    public static Tour Tour(JobEvent jobEvent) => new()
    {
        Id = new TourId(DemoIds.Of("tour", 0)),
        JobEventId = jobEvent.Id,
        HostId = jobEvent.Employers[0].OrganisationId,
        Title = "Rundgang durch die Fertigung",
        MeetingPoint = "Werkstor, Zeppelinstraße",
        MeetsAt = new TimeOnly(9, 0),
        StartsAt = new TimeOnly(9, 30),
        Minutes = 60,
        Equipment = [ProtectiveEquipment.SafetyShoes, ProtectiveEquipment.Vest],
        PhotoBan = true,
        Confidentiality = "Zeichnungen und Aufträge an den Arbeitsplätzen.",
    };

    /// <summary>The picture of an event's hall.</summary>
    public static FloorPlan Plan(DemoEvent demo, JobEventId jobEvent, int number)
    {
        var image = DemoFiles.Bytes(demo.FloorPlan!);
        var picture = Picture.Read(image)!;
        return new FloorPlan
        {
            Id = new FloorPlanId(DemoIds.Of("plan", number)), JobEventId = jobEvent, Name = demo.FloorPlanName, Image = image,
            MediaType = picture.MediaType, PixelWidth = picture.Width, PixelHeight = picture.Height,
        };
    }

    /// <summary>A stand for each: employers that somebody vouched for, partners, projects. More than two rows stand closer together.</summary>
    public static List<Stand> Stands(JobEventId jobEvent, int? number, IReadOnlyList<OrganisationId> holders, FloorPlanId? plan)
    {
        var stands = holders.Select((holder, i) => Stand(jobEvent, number, holder, i)).ToList();
        foreach (var (stand, i) in stands.Select((stand, i) => (stand, i)).Where(_ => holders.Count > 2 * InARow))
        {
            (stand.FloorPlanId, stand.X, stand.Y, stand.Width, stand.Height) = (plan, 35 + (i % InAFullRow * 118), 130 + (i / InAFullRow * 257), 104, 170);
        }

        return stands;
    }

    private static Stand Stand(JobEventId jobEvent, int? number, OrganisationId holder, int i) => new()
    {
        Id = number is { } known ? new StandId(DemoIds.Of("stand", (known * 100) + i)) : StandId.New(),
        JobEventId = jobEvent,
        Number = (i + 1).ToString("D2", CultureInfo.InvariantCulture),
        OrganisationId = holder,
        X = 40 + (i % InARow * 190),
        Y = 60 + (i / InARow % 4 * 330),
        Width = 150,
        Height = 180,
        Languages = ["deu", .. Spoken[i % Spoken.Length]],
        GermanFrom = Wanted[i % Wanted.Length],
        Power = i % 3 != 2,
        AreaM2 = 6 + (i % 4),
        Tables = 1 + (i % 2),
        PinBoards = 1,
        People = 2 + (i % 2),
        SetUpAt = new TimeOnly(7, 30).AddMinutes(i * 10),
    };
}
