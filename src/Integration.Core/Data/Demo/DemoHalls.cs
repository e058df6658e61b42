using System.Globalization;
using Integration.Common;
using Integration.Events;
using Integration.Tours;

namespace Integration.Data.Demo;

/// <summary>Stands of the demo's events, in two rows along a hall.</summary>
internal static class DemoHalls
{
    private const int InARow = 5;

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

    /// <summary>A stand for each employer that somebody vouched for.</summary>
    public static List<Stand> Stands(JobEventId jobEvent, int number, IEnumerable<OrganisationId> employers) => employers.Select((employer, i) => new Stand
    {
        Id = new StandId(DemoIds.Of("stand", (number * 100) + i)),
        JobEventId = jobEvent,
        Number = (i + 1).ToString("D2", CultureInfo.InvariantCulture),
        OrganisationId = employer,
        X = 40 + (i % InARow * 190),
        Y = 60 + (i / InARow % 4 * 330),
        Width = 150,
        Height = 180,
        Languages = ["deu", .. Spoken[i % Spoken.Length]],
        Power = i % 3 != 2,
        AreaM2 = 6 + (i % 4),
        Tables = 1 + (i % 2),
        PinBoards = 1,
        People = 2 + (i % 2),
        SetUpAt = new TimeOnly(7, 30).AddMinutes(i * 10),
    }).ToList();
}
