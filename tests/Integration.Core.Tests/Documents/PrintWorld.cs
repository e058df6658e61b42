using System.Text;
using System.Text.RegularExpressions;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Printing;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Integration.Documents;

/// <summary>An organisation with an event, and what the print use cases need.</summary>
internal sealed partial class PrintWorld : IAsyncDisposable
{
    private static int _number;

    private int _stands;

    private PrintWorld(TestDatabase database, Organisation organisation, JobEvent jobEvent)
    {
        Database = database;
        Organisation = organisation;
        JobEvent = jobEvent;
        CaseManager = TestUser.CaseManager(organisation.Id);
        Codes = new CodeCatalogSource(database, Clock);
    }

    public TestDatabase Database { get; }

    public Organisation Organisation { get; }

    public JobEvent JobEvent { get; }

    public FixedUser CaseManager { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Given.Start));

    public CodeCatalogSource Codes { get; }

    public static async Task<PrintWorld> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        return new PrintWorld(database, organisation, await database.JobEventAsync(organisation.Id));
    }

    public static ProfileContent Content(string occupation, string group = "33") => new()
    {
        Occupation = occupation,
        OccupationGroup = group,
        Alternatives = ["Trockenbauer/in"],
        Forms = ["HELFER", "OPRAKT"],
        Start = "sofort",
        Strengths = ["hat 6 Jahre Fliesen verlegt, auch Bäder", "liest Verlegepläne"],
        Introduction = "Ich arbeite gern genau.",
        Experience = [new ProfileExperience("Fliesenleger/in", "Ausbau", "6 Jahre, im Ausland")],
        Schooling = "8 Jahre Schulbesuch",
        Training = "mehrjährige Praxis, angelernt",
        Recognition = "für den Zielberuf nicht nötig",
        SpokenGerman = LanguageLevel.A2,
        WrittenGerman = LanguageLevel.A1,
        GermanProof = LanguageProof.Certificate,
        GermanCertificate = "telc A2",
        Course = "besucht bis 03/2027 einen Kurs mit Ziel B1",
        Evidence = ["Führerschein B, Umschreibung läuft"],
        WorkTimes = ["Vollzeit: ja", "Nachtschicht: nein"],
        Area = "Haren (Ems)",
        Mobility = "Fahrrad, bis 15 km",
        WorkAccess = WorkAccess.PermitNeeded,
        Support = ["EGZ"],
    };

    /// <summary>A released profile of a new participant of <paramref name="owner"/> (the world's organisation when <see langword="null"/>).</summary>
    public async Task<ProfileRelease> ReleasedAsync(
        string occupation = "Fliesenleger/in", string group = "33", Organisation? owner = null, Action<Participant>? person = null, Action<ProfileRelease>? change = null)
    {
        var number = Interlocked.Increment(ref _number);
        var organisation = (owner ?? Organisation).Id;
        var participant = await Database.ParticipantAsync(organisation, person);
        await Database.RegistrationAsync(participant, JobEvent);
        var profile = await Database.SaveAsync(new ShortProfile
        {
            ParticipantId = participant.Id, OrganisationId = organisation, Content = Content(occupation, group), Revision = 1,
            State = ProfileState.Checked, WrittenBy = CaseManager.Id, CheckedBy = CaseManager.Id, CheckedAt = Given.Start, ChangedAt = Given.Start,
        });
        var consent = await Database.SaveAsync(new Consent
        {
            ParticipantId = participant.Id, OrganisationId = organisation, Purpose = ConsentPurpose.ProfileAtEvent, JobEventId = JobEvent.Id,
            ProfileRevision = 1, TextVersion = "2026-11", Language = "ar", ExplainedBy = "Sprachmittlung", GivenOn = Today,
            ValidUntil = JobEvent.Date.AddMonths(3), RecordedAt = Given.Start, RecordedBy = CaseManager.Id,
        });
        var release = new ProfileRelease
        {
            ShortProfileId = profile.Id, ParticipantId = participant.Id, OrganisationId = organisation, JobEventId = JobEvent.Id, ConsentId = consent.Id,
            Chiffre = $"EL-27-{number:D4}-K", Token = $"token{number:D4}aaaaaaaaaaaaaaaaaaaa", Content = profile.Content, Revision = 1,
            ReleasedAt = Given.Start, ReleasedBy = CaseManager.Id, ValidUntil = JobEvent.Date.AddMonths(3),
        };
        change?.Invoke(release);
        return await Database.SaveAsync(release);
    }

    /// <summary>An employer expected at the event.</summary>
    public async Task<Organisation> EmployerAsync(string name, bool vouched = true)
    {
        var employer = await Database.OrganisationAsync(o => (o.Name, o.Kind) = (name, OrganisationKind.Employer));
        await Database.SaveAsync(new ExpectedEmployer
        {
            JobEventId = JobEvent.Id, OrganisationId = employer.Id,
            VouchedAt = vouched ? Given.Start : null, VouchedBy = vouched ? CaseManager.Id : null,
        });
        var number = Interlocked.Increment(ref _stands).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await Database.SaveAsync(new Stand { JobEventId = JobEvent.Id, OrganisationId = employer.Id, Number = number });
        return employer;
    }

    public DateOnly Today => DateOnly.FromDateTime(Given.Start);

    public PrintProfiles PrintProfiles(ICurrentUser? user = null) =>
        new(Database, user ?? CaseManager, Clock, Codes, HarfBuzzPdfEngine.Shared, new DocumentOptions { PublicAddress = new Uri("https://portal.example/") });

    /// <summary>Prints and returns the file.</summary>
    public async Task<(Result<PrintProfiles.Printed> Result, byte[] File)> PrintAsync(PrintProfiles.Request request, ICurrentUser? user = null)
    {
        using var file = new MemoryStream();
        var result = await PrintProfiles(user).ExecuteAsync(request, file);
        return (result, file.ToArray());
    }

    public PrintProfiles.Request All(ProfileLayout layout = ProfileLayout.A4) => new() { JobEventId = JobEvent.Id, Layout = layout };

    public static string TextOf(byte[] file) => string.Join('\n', PagesOf(file));

    public static IReadOnlyList<string> PagesOf(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        return pdf.GetPages().Select(page => Spaced().Replace(ContentOrderTextExtractor.GetText(page).Normalize(NormalizationForm.FormKC), " ").Trim()).ToList();
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaced();

    public async ValueTask DisposeAsync()
    {
        Codes.Dispose();
        await Database.DisposeAsync();
    }
}
