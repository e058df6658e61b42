using System.Text;
using Integration.Access;
using Integration.Common;
using Integration.Data.Demo;
using Integration.Employers;
using Integration.Events;
using Integration.Participants;
using Integration.Participants.Import;
using Integration.Profiles;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Browser.Tests;

/// <summary>What the browser tests find beside the demo: invented people and an event of the demo's organisation.</summary>
/// <param name="EventId">The event with four of the people.</param>
/// <param name="Person">One of them.</param>
/// <param name="Other">Another.</param>
/// <param name="Organisation">Their organisation, the demo's.</param>
/// <param name="User">The demo's case manager.</param>
/// <param name="Released">A person of the demo with a released profile and a consent: pages that have something to show.</param>
/// <param name="Demo">The demo's event.</param>
/// <param name="Import">A staged file with a row of every kind.</param>
/// <param name="Interpreter">An interpreter with assignments at the demo's event; also the case manager.</param>
/// <param name="Today">An event of today, at whose door reception stands.</param>
/// <param name="Token">Token of the profile of <paramref name="Released"/>.</param>
/// <param name="Past">The event of the demo that is over, with what came of it.</param>
/// <param name="Offer">An open offer of <paramref name="Employer"/> at the demo's event.</param>
/// <param name="Talks">An event with planned talks.</param>
/// <param name="Employer">An employer whose contact may look at the demo's event already.</param>
public sealed record World(
    JobEventId EventId, ParticipantId Person, ParticipantId Other, OrganisationId Organisation, UserId User, ParticipantId Released, JobEventId Demo, ImportBatchId Import,
    InterpreterId Interpreter, JobEventId Today, string Token, OrganisationId Employer, JobEventId Past, JobOfferId Offer,
    WorldTalks Talks)
{
    private const string File = """
        Nachname;Vorname;Geb.-Datum;Ort;Telefon;Kragenweite;Deutsch mündl.
        Neumann;Olha;03.05.1990;Haren (Ems);05932 99001;38;B1
        Yılmaz;Fatma;05.01.1986;Twist;05932 0002;40;B2
        Rahimi;Resa;;Papenburg;05932 0003;41;A2
        Tesfay;Senait;31.02.1994;Meppen;;;Z9
        """;

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
        var soon = DateOnly.FromDateTime(portal.Services.GetRequiredService<TimeProvider>().GetLocalNow().DateTime).AddDays(12);
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

        var today = await database.JobEventAsync(user.OrganisationId, e =>
            (e.Key, e.Title, e.Date, e.StartsAt, e.EndsAt) = ("browser-tests-today", "Jobmesse im Kreishaus", soon.AddDays(-12), new TimeOnly(12, 0), new TimeOnly(11, 59)));
        await using var db = await database.CreateDbContextAsync();
        var demo = await db.JobEvents.Where(e => e.Key == DemoSeed.EventKey).Select(e => e.Id).SingleAsync();
        var released = await db.ProfileReleases
            .Where(release => release.JobEventId == demo && release.State == ProfileState.Released)
            .OrderBy(release => release.Chiffre).Select(release => new { release.ParticipantId, release.Token }).FirstAsync();
        var employer = await db.Users.Where(contact => contact.Email == DemoUsers.EmployerContact).Select(contact => contact.OrganisationId).SingleAsync();
        var import = await new StageImport(database, await portal.FixedUserAsync(Role.CaseManager), TimeProvider.System)
            .ExecuteAsync(new StageImport.Form { Content = Encoding.UTF8.GetBytes(File), JobEventId = jobEvent.Id }, CancellationToken.None);
        var interpreter = await WorldInterpreters.MakeAsync(portal, demo);
        await WorldOutcomes.MakeAsync(portal, demo, jobEvent.Id);
        var past = await db.JobEvents.Where(e => e.Key == "haren-1").Select(e => e.Id).SingleAsync();
        var offer = await db.JobOffers.Where(o => o.JobEventId == demo && o.State == OfferState.Open).OrderBy(o => o.EmployerId != employer).ThenBy(o => o.Id).FirstAsync();
        return new World(
            jobEvent.Id, made[0].Id, made[1].Id, user.OrganisationId, user.UserId, released.ParticipantId, demo, import.Value, interpreter, today.Id, released.Token, employer, past, offer.Id, await WorldTalks.MakeAsync(portal));
    }
}
