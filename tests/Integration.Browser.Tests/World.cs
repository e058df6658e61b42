using Integration.Access;
using Integration.Common;
using Integration.Events;
using Integration.Participants;
using Integration.Testing;

namespace Integration.Browser.Tests;

/// <summary>What the browser tests find beside the demo: invented people and an event of the demo's organisation.</summary>
public sealed record World(JobEventId EventId, ParticipantId Person, ParticipantId Other, OrganisationId Organisation, UserId User)
{
    private static readonly (string Family, string Given, string Town, string Language, LanguageLevel Level, string Wish, string Group)[] People =
    [
        ("Schewtschenko", "Oleksandra", "Haren (Ems)", "ukr", LanguageLevel.B1, "Fachkraft Lagerlogistik", "51"),
        ("Al-Hassan", "Amina", "Meppen", "ara", LanguageLevel.A2, "Pflegehelferin", "82"),
        ("Yılmaz", "Fatma", "Lingen (Ems)", "tur", LanguageLevel.B2, "Köchin", "29"),
        ("Rahimi", "Reza", "Papenburg", "pes", LanguageLevel.A2, "Fliesenleger", "33"),
        ("ሃይለ", "ሰላም", "Sögel", "tir", LanguageLevel.A1, "Reinigungskraft", "54"),
        ("Barzani", "Azad", "Twist", "kmr", LanguageLevel.B1, "Metallbauer", "24"),
    ];

    /// <summary>Makes it.</summary>
    public static async Task<World> MakeAsync(TestPortal portal)
    {
        var user = await portal.UserAsync(Role.CaseManager);
        var database = portal.Database;
        var soon = DateOnly.FromDateTime(DateTime.SpecifyKind(TimeProvider.System.GetUtcNow().UtcDateTime, DateTimeKind.Utc)).AddDays(12);
        var jobEvent = await database.JobEventAsync(user.OrganisationId, e =>
        {
            (e.Key, e.Title, e.Date) = ("browser-tests", "Begegnung im Rathaus", soon);
        });
        var made = new List<Participant>();
        foreach (var (family, given, town, language, level, wish, group) in People)
        {
            made.Add(await database.ParticipantAsync(user.OrganisationId, p =>
            {
                (p.FamilyName, p.GivenName, p.Town, p.FirstLanguage) = (family, given, town, language);
                (p.SpokenGerman, p.WrittenGerman, p.OwnerId, p.Phone) = (level, LanguageLevel.A2, user.UserId, "05932 000" + made.Count);
                p.Wishes = [new OccupationWish { Wording = wish, OccupationGroup = group }];
                p.BornOn = new DateOnly(1985, 3, 1).AddDays(97 * made.Count);
            }));
        }

        foreach (var person in made.Take(4))
        {
            await database.RegistrationAsync(person, jobEvent);
        }

        return new World(jobEvent.Id, made[0].Id, made[1].Id, user.OrganisationId, user.UserId);
    }
}
