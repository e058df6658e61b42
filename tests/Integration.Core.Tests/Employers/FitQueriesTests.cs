using Integration.Access;
using Integration.Common;
using Integration.Core.Tests.Profiles;
using Integration.Data;
using Integration.EmployerAccess;
using Integration.Employers;
using Integration.Events;
using Integration.Organisations;
using Integration.Participants;
using Integration.Profiles;
using Integration.Testing;
using Microsoft.EntityFrameworkCore;

namespace Integration.Core.Tests.Employers;

public sealed class FitQueriesTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Offer_RanksTheConsentedProfiles_TiesByChiffre(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var offer = await OfferAsync(world);
        var best = await ReleasedAsync(world, Sample.Content with { OccupationGroup = "24", Forms = ["FACHKRAFT"], SpokenGerman = LanguageLevel.B1 });
        var same = new[] { await ReleasedAsync(world, Sample.Content), await ReleasedAsync(world, Sample.Content), await ReleasedAsync(world, Sample.Content) };
        var gone = await ReleasedAsync(world, Sample.Content with { OccupationGroup = "24" });
        await world.WithdrawAsync(gone.Consent);

        var fit = (await Fits(world, TestUser.With(world.Organisation.Id, Role.EmployerService)).ForOfferAsync(offer.Id, default)).Value!;
        Assert.Equal([best.Chiffre, .. same.Select(release => release.Chiffre).Order(StringComparer.Ordinal)], fit.Profiles.Select(ranked => ranked.Profile.Chiffre));
        Assert.All(fit.Profiles, ranked => Assert.Equal(ranked.Fit.Points, ranked.Fit.Parts.Sum(part => part.Points)));
    }

    /// <summary>§ 36 Abs. 2 SGB III, AGG: what must not count does not. The same people, told apart by everything that a record knows of origin, sex and age,
    /// stand in the same order after all of it has changed.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Order_IsTheSame_WhoeverThePeopleAre(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var offer = await OfferAsync(world);
        string[] groups = ["24", "33", "25", "81", "24"];
        for (var i = 0; i < 10; i++)
        {
            await ReleasedAsync(world, Sample.Content with { OccupationGroup = groups[i % 5], SpokenGerman = (LanguageLevel)(1 + (i % 4)) });
        }

        var queries = Fits(world, TestUser.With(world.Organisation.Id, Role.EmployerService));
        var before = await OrderAsync();
        await using (var db = world.Database.CreateDbContext())
        {
            var people = await db.Participants.ToListAsync();
            foreach (var (person, i) in people.Select((person, i) => (person, i)))
            {
                (person.Gender, person.BornOn, person.FirstLanguage) = ((Gender)((i + 1) % 4), new DateOnly(1950 + (i * 5), 2, 3), i % 2 == 0 ? "ukr" : "tir");
                (person.FamilyName, person.GivenName, person.Town, person.Street) = ("Aaa" + i, "Zzz" + i, "Papenburg", "Am Rand " + i);
                (person.ResidencePaper, person.ResidenceEndorsement, person.LegalSphere) = (i % 2 == 0 ? "DULDUNG" : "AE_24", "", i % 2 == 0 ? "ASYLBLG" : "SGB2");
                (person.Childcare, person.Note, person.WorkAccess) = ("GESUCHT", "x", (WorkAccess)(i % 5));
                person.Languages = [new SpokenLanguage { Code = i % 2 == 0 ? "ara" : "pes" }];
            }

            await db.SaveChangesAsync();
        }

        Assert.Equal(10, before.Count);
        Assert.Equal(before, await OrderAsync());

        // The control: what a job may ask does move the order, so that the comparison above can fail.
        await using (var db = world.Database.CreateDbContext())
        {
            var chiffre = before[^1].Item1;
            var last = await db.ProfileReleases.SingleAsync(release => release.Chiffre == chiffre);
            last.Content = last.Content with { OccupationGroup = "24", SpokenGerman = LanguageLevel.C1, Forms = ["FACHKRAFT"] };
            await db.SaveChangesAsync();
        }

        Assert.NotEqual(before, await OrderAsync());

        async Task<List<(string, int)>> OrderAsync() =>
            (await queries.ForOfferAsync(offer.Id, default)).Value!.Profiles.Select(ranked => (ranked.Profile.Chiffre, ranked.Fit.Points)).ToList();
    }

    /// <summary>The same from the person's side, where there is no profile yet and the record itself is read.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task PersonsOffers_AreTheSame_WhoeverThePersonIs(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var first = await OfferAsync(world);
        foreach (var (group, form) in new[] { ("33", "HELFER"), ("24", "AUSBILDUNG"), ("81", "FACHKRAFT"), ("25", "HELFER") })
        {
            await world.Database.SaveAsync(new JobOffer { EmployerId = first.EmployerId, Title = group, OccupationGroup = group, WorkForm = form, LeastGerman = LanguageLevel.A2, Town = "Haren (Ems)" });
        }

        var person = await world.GuestAsync(p => p.Wishes = [new OccupationWish { OccupationGroup = "24", Wording = "Schweißer/in" }]);
        var before = await OrderAsync();
        Assert.Equal(5, before.Count);
        await ChangeAsync(p =>
        {
            (p.Gender, p.BornOn, p.FirstLanguage) = (p.Gender == Gender.Female ? Gender.Male : Gender.Female, new DateOnly(1961, 2, 3), "tir");
            (p.FamilyName, p.GivenName, p.ResidencePaper, p.LegalSphere) = ("Aaa", "Zzz", "DULDUNG", "ASYLBLG");
            (p.Childcare, p.Languages) = ("GESUCHT", [new SpokenLanguage { Code = "ara" }]);
        });
        Assert.Equal(before, await OrderAsync());
        await ChangeAsync(p => p.Wishes = [new OccupationWish { OccupationGroup = "81", Wording = "Pflegehelfer/in" }]);
        Assert.NotEqual(before, await OrderAsync());

        async Task<List<(string, int)>> OrderAsync() =>
            (await Fits(world, world.User).ForPersonAsync(person.Id, default)).Value!.Offers.Select(ranked => (ranked.Offer.Offer.Title, ranked.Fit.Points)).ToList();

        async Task ChangeAsync(Action<Participant> change)
        {
            await using var db = world.Database.CreateDbContext();
            change(await db.Participants.SingleAsync(p => p.Id == person.Id));
            await db.SaveChangesAsync();
        }
    }

    /// <summary>All that can be narrowed by, for a company and for whoever looks for companies; another filter has to be argued for here.</summary>
    [Fact]
    public void Filters_AskOnlyWhatAJobMayAsk()
    {
        Assert.Equal(["AtOnce", "Form", "German", "Group", "Kept", "Licence", "WorkTime"], Names(typeof(StandFilter)));
        Assert.Equal(["Beginners", "German", "Industry", "Text", "WithOffers"], Names(typeof(EmployerFilter)));

        static IEnumerable<string> Names(Type filter) => filter.GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task OtherEventsProfiles_AndForeignOnes_AreNotRanked()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var offer = await OfferAsync(world);
        await ReleasedAsync(world, Sample.Content);
        Assert.Single((await Fits(world, world.User).ForOfferAsync(offer.Id, default)).Value!.Profiles);
        var foreign = await world.Database.OrganisationAsync();
        Assert.Empty((await Fits(world, TestUser.CaseManager(foreign.Id)).ForOfferAsync(offer.Id, default)).Value!.Profiles);
        Assert.Empty((await Fits(world, TestUser.With(foreign.Id, Role.EmployerService)).ForOfferAsync(offer.Id, default)).Value!.Profiles);
        Assert.Equal(Errors.NotFound, (await Fits(world, world.User).ForOfferAsync(JobOfferId.New(), default)).Error);
        foreach (var role in TestUser.RolesWithout(Permission.ViewProfiles))
        {
            Assert.Equal(Errors.Forbidden, (await Fits(world, TestUser.With(world.Organisation.Id, role)).ForOfferAsync(offer.Id, default)).Error);
        }

        var elsewhere = await world.Database.JobEventAsync(world.Organisation.Id, e => e.Employers = [new ExpectedEmployer { OrganisationId = offer.EmployerId }]);
        await using var db = world.Database.CreateDbContext();
        (await db.JobOffers.SingleAsync()).JobEventId = elsewhere.Id;
        await db.SaveChangesAsync();
        Assert.Empty((await Fits(world, world.User).ForOfferAsync(offer.Id, default)).Value!.Profiles);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Person_GetsTheOpenOffersOfTheRegion(DatabaseProvider provider)
    {
        await using var world = await ProfileWorld.CreateAsync(provider);
        var offer = await OfferAsync(world);
        var filled = new JobOffer { EmployerId = offer.EmployerId, Title = "besetzt", OccupationGroup = "24", WorkForm = "HELFER", Town = "Meppen", State = OfferState.Filled };
        await world.Database.SaveAsync(filled);
        var far = await world.Database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);
        await world.Database.SaveAsync(new JobOffer { EmployerId = far.Id, Title = "weit weg", OccupationGroup = "24", WorkForm = "HELFER", Town = "Trier" });
        var person = await world.GuestAsync(p => p.Wishes = [new OccupationWish { OccupationGroup = "24", Wording = "Schweißer/in" }]);

        var fit = (await Fits(world, world.User).ForPersonAsync(person.Id, default)).Value!;
        Assert.False(fit.FromProfile);
        Assert.Equal(offer.Id, Assert.Single(fit.Offers).Offer.Offer.Id);
        Assert.Equal(FitReason.SameGroup, fit.Offers[0].Fit.Parts[0].Reason);
        await world.SaveAsync(person.Id, Sample.Content with { OccupationGroup = "81" });
        Assert.True((await Fits(world, world.User).ForPersonAsync(person.Id, default)).Value!.FromProfile);

        var foreign = TestUser.CaseManager((await world.Database.OrganisationAsync()).Id);
        Assert.Equal(Errors.NotFound, (await Fits(world, foreign).ForPersonAsync(person.Id, default)).Error);
        Assert.Equal(Errors.Forbidden, (await Fits(world, TestUser.With(world.Organisation.Id, Role.EmployerService)).ForPersonAsync(person.Id, default)).Error);
    }

    /// <summary>The pair's score is the same on both sides: for the offer and for the person.</summary>
    [Fact]
    public async Task Pair_HasOneScore()
    {
        await using var world = await ProfileWorld.CreateAsync();
        var offer = await OfferAsync(world);
        var release = await ReleasedAsync(world, Sample.Content);
        var forOffer = Assert.Single((await Fits(world, world.User).ForOfferAsync(offer.Id, default)).Value!.Profiles).Fit;
        var forPerson = Assert.Single((await Fits(world, world.User).ForPersonAsync(release.Person, default)).Value!.Offers).Fit;
        Assert.Equal(forOffer.Points, forPerson.Points);
        Assert.Equal(forOffer.Parts, forPerson.Parts);
    }

    private static FitQueries Fits(ProfileWorld world, ICurrentUser user) => new(world.Database, user, world.Clock, new CodeCatalogSource(world.Database, world.Clock));

    private static async Task<JobOffer> OfferAsync(ProfileWorld world)
    {
        var company = await world.Database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);
        await world.Database.SaveAsync(new ExpectedEmployer { JobEventId = world.Event.Id, OrganisationId = company.Id });
        return await world.Database.SaveAsync(new JobOffer
        {
            EmployerId = company.Id, Title = "Schweißer/in", OccupationGroup = "24", WorkForm = "FACHKRAFT", LeastGerman = LanguageLevel.B1, Town = "Haren (Ems)",
        });
    }

    private static async Task<(ParticipantId Person, ConsentId Consent, string Chiffre)> ReleasedAsync(ProfileWorld world, ProfileContent content)
    {
        var person = await world.GuestAsync();
        var consent = await world.ReadyAsync(person.Id, content);
        var released = await world.ReleaseAsync(person.Id);
        Assert.Null(released.Error);
        return (person.Id, consent, released.Value!.Chiffre);
    }
}
