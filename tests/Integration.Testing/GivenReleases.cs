using System.Globalization;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Participants;
using Integration.Privacy;
using Integration.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Integration.Testing;

/// <summary>A hall's worth of released profiles at once, without the steps that lead there.</summary>
public static class GivenReleases
{
    private static readonly (string Occupation, string Group)[] Occupations =
    [
        ("Fachkraft für Lagerlogistik", "51"), ("Pflegehelfer/in", "82"), ("Metallbauer/in Konstruktionstechnik", "24"), ("Koch/Köchin", "29"), ("Fliesenleger/in", "33"),
        ("Verkaufshelfer/in", "62"), ("Reinigungskraft", "54"), ("Elektroniker/in für Betriebstechnik", "26"),
    ];

    /// <summary>Makes them: each with a person, a profile and a consent in force for a year from the event.</summary>
    /// <param name="database">The database.</param>
    /// <param name="jobEvent">The event.</param>
    /// <param name="count">How many.</param>
    public static async Task<IReadOnlyList<ProfileRelease>> ReleasesAsync(this IDbContextFactory<AppDbContext> database, JobEvent jobEvent, int count)
    {
        var by = UserId.New();
        var releases = new List<ProfileRelease>(count);
        await using var db = await database.CreateDbContextAsync();
        var taken = (await db.ProfileReleases.Select(release => release.Chiffre).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var content = Content(i);
            var person = new Participant { OrganisationId = jobEvent.OrganisationId, FamilyName = $"Kanarienvogel{i}", GivenName = "Amina", BornOn = new DateOnly(1990, 5, 17), Phone = "05931 999", RegisteredAt = Given.Start, ChangedAt = Given.Start };
            var profile = new ShortProfile { ParticipantId = person.Id, OrganisationId = jobEvent.OrganisationId, Content = content, Revision = 1, State = ProfileState.Checked, WrittenBy = by, ChangedAt = Given.Start };
            var consent = new Consent
            {
                ParticipantId = person.Id, OrganisationId = jobEvent.OrganisationId, Purpose = ConsentPurpose.ProfileAtEvent, JobEventId = jobEvent.Id, ProfileRevision = 1, TextVersion = "2026-11", Language = "ar",
                GivenOn = jobEvent.Date.AddDays(-9), ValidUntil = jobEvent.Date.AddYears(1), RecordedAt = Given.Start, RecordedBy = by,
            };
            releases.Add(new ProfileRelease
            {
                ShortProfileId = profile.Id, ParticipantId = person.Id, OrganisationId = jobEvent.OrganisationId, JobEventId = jobEvent.Id, ConsentId = consent.Id, Token = OpaqueToken.Draw(),
                Chiffre = Unused(taken, jobEvent.Date.Year), Content = content, Revision = 1, ReleasedAt = Given.Start, ReleasedBy = by, ValidUntil = consent.ValidUntil,
            });
            db.AddRange(person, profile, consent, releases[i]);
        }

        await db.SaveChangesAsync();
        return releases;
    }

    private static string Unused(HashSet<string> taken, int year)
    {
        while (true)
        {
            if (Chiffre.Draw("ZZ", year, Chiffre.MaxDigits).Value is var drawn && taken.Add(drawn))
            {
                return drawn;
            }
        }
    }

    private static ProfileContent Content(int i)
    {
        var (occupation, group) = Occupations[i % Occupations.Length];
        return new ProfileContent
        {
            Occupation = occupation,
            OccupationGroup = group,
            Alternatives = ["Helfer/in in der Produktion"],
            Forms = i % 2 == 0 ? ["HELFER", "OPRAKT"] : ["FACHKRAFT"],
            Start = i % 3 == 0 ? "sofort" : "nach Kursende (03/2027)",
            Strengths = ["hat 6 Jahre in diesem Beruf gearbeitet, auch im Team", "liest Pläne und misst selbst aus", "fährt Transporter bis 3,5 t"],
            Introduction = "Ich arbeite gern mit den Händen und lerne schnell.",
            Experience = [new ProfileExperience(occupation, "Bau", (i % 9) + 1 + " Jahre, im Ausland"), new ProfileExperience("Lagerhelfer/in", "Logistik", "1 Jahr, in Deutschland")],
            Schooling = "10 Jahre Schulbesuch",
            Training = "Berufsausbildung im Ausland",
            Recognition = "Antrag gestellt",
            SpokenGerman = (LanguageLevel)(1 + (i % 5)),
            WrittenGerman = LanguageLevel.A1,
            GermanProof = LanguageProof.Certificate,
            GermanCertificate = "telc A2",
            Evidence = ["Führerschein Klasse B"],
            LicenceClasses = i % 4 == 0 ? ["B"] : [],
            WorkTimes = ["Vollzeit: ja", "Nachtschicht: nach Absprache"],
            WorkTimeCodes = i % 5 == 0 ? ["VZ", "NACHT"] : ["VZ"],
            Area = "Kreis " + (i % 7).ToString(CultureInfo.InvariantCulture),
            Mobility = "eigenes Auto, 40 km",
            WorkAccess = WorkAccess.Free,
        };
    }
}
