using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Employers;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;

namespace Integration.Core.Tests.Employers;

public sealed class JobOfferTests
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Offer_IsEnteredAndChanged(DatabaseProvider provider)
    {
        await using var world = await EmployerWorld.CreateAsync(provider);
        var id = (await world.SaveOfferAsync(world.OfferForm())).Value;
        var form = SaveJobOffer.Form.Of(await world.OfferAsync(id));
        (form.Places, form.JobEventId) = (5, world.Event.Id);
        Assert.True((await world.SaveOfferAsync(form, world.Contact)).Done);
        Assert.Equal(Errors.Conflict, (await world.SaveOfferAsync(form)).Error);

        var row = Assert.Single(await new OfferQueries(world.Database, world.Contact).AtEventAsync(world.Event.Id, default));
        Assert.Equal((5, world.Event.Title, true), (row.Offer.Places, row.JobEvent, row.MayEdit));
        var seen = Assert.Single(await new OfferQueries(world.Database, TestUser.CaseManager(world.Organisation.Id)).OfEmployerAsync(world.Company.Id, default));
        Assert.False(seen.MayEdit);
        Assert.Empty(await new OfferQueries(world.Database, TestUser.With(world.Organisation.Id, Role.Reception)).OfEmployerAsync(world.Company.Id, default));
    }

    [Fact]
    public async Task WhatCannotBeOffered_IsRefused()
    {
        await using var world = await EmployerWorld.CreateAsync();
        await Refused(form => form.WorkForm = "AGH", EmployerErrors.NotOffered);
        await Refused(form => form.WorkForm = "SELBST", EmployerErrors.NotOffered);
        await Refused(form => form.WorkForm = "ZEITARBEIT", EmployerErrors.AgencyOnly);
        await Refused(form => form.WorkForm = "X", EmployerErrors.UnknownCode("WorkForm"));
        await Refused(form => form.OccupationGroup = "01", EmployerErrors.UnknownCode("OccupationGroup"));
        await Refused(form => form.Evidence = ["MASERNSCHUTZ"], EmployerErrors.UnknownCode("Evidence"));
        await Refused(form => form.LeastGerman = LanguageLevel.Native, EmployerErrors.UnknownCode("LeastGerman"));
        await Refused(form => form.Places = 0, EmployerErrors.WrongNumber("Places"));
        await Refused(form => form.WeeklyHours = 60, EmployerErrors.WrongNumber("WeeklyHours"));
        await Refused(form => form.PostalCode = "4973", EmployerErrors.PostalCode);
        await Refused(form => form.Title = " ", Errors.Required("Title"));
        await Refused(form => form.Title = new string('x', 121), Errors.TooLong("Title", 120));
        var elsewhere = await world.Database.JobEventAsync(world.Organisation.Id);
        await Refused(form => form.JobEventId = elsewhere.Id, EmployerErrors.NotExpected);

        async Task Refused(Action<SaveJobOffer.Form> change, Error expected)
        {
            var form = world.OfferForm();
            change(form);
            var error = (await world.SaveOfferAsync(form)).Error;
            Assert.Equal((expected.Code, expected.Field), (error?.Code, error?.Field));
        }
    }

    [Fact]
    public async Task Agency_OffersTemporaryWork()
    {
        await using var world = await EmployerWorld.CreateAsync();
        var agency = await EmployerWorld.CompanyAsync(world.Database, OrganisationKind.TemporaryWorkAgency);
        var form = world.OfferForm(agency.Id);
        form.WorkForm = "ZEITARBEIT";
        Assert.True((await world.SaveOfferAsync(form)).Done);
        Assert.True(Assert.Single(await new OfferQueries(world.Database, world.Service).OfEmployerAsync(agency.Id, default)).TemporaryWork);
    }

    [Fact]
    public async Task States_FollowTheTable()
    {
        await using var world = await EmployerWorld.CreateAsync();
        var id = (await world.SaveOfferAsync(world.OfferForm())).Value;
        var now = OfferState.Open;
        // Every walk of six steps: what the table does not have is refused and changes nothing.
        foreach (var to in Enumerable.Range(0, 3 * 3 * 3 * 3).SelectMany(walk => new[] { walk % 3, walk / 3 % 3, walk / 9 % 3, walk / 27 % 3 }).Select(step => (OfferState)step).Take(60))
        {
            var done = (await world.StepAsync(id, to)).Done;
            Assert.Equal(OfferStates.After(now).Contains(to), done);
            now = done ? to : now;
            Assert.Equal(now, (await world.OfferAsync(id)).State);
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Copy_TakesTheLastOffersOnce(DatabaseProvider provider)
    {
        await using var world = await EmployerWorld.CreateAsync(provider);
        var older = await PastAsync(-300, "ganz alt");
        var last = await PastAsync(-100, "letztes Mal");
        var withdrawn = await world.Database.SaveAsync(Offer(last, "zurückgezogen", OfferState.Withdrawn));
        await world.Database.SaveAsync(Offer(last, "besetzt", OfferState.Filled));

        Assert.Equal(2, (await world.CopyAsync(null, world.Event.Id)).Value);
        Assert.Equal(EmployerErrors.NothingToCopy, (await world.CopyAsync(null, world.Event.Id)).Error);
        Assert.Equal(EmployerErrors.NothingToCopy, (await world.CopyAsync(world.Event.Id, world.Event.Id)).Error);
        Assert.Equal(EmployerErrors.NotExpected, (await world.CopyAsync(older, last)).Error);

        var copies = await new OfferQueries(world.Database, world.Contact).AtEventAsync(world.Event.Id, default);
        Assert.Equal(["besetzt", "letztes Mal"], copies.Select(row => row.Offer.Title));
        Assert.All(copies, row => Assert.Equal((OfferState.Open, null), (row.Offer.State, row.Offer.StartsOn)));
        Assert.DoesNotContain(copies, row => row.Offer.CopiedFromId == withdrawn.Id);
        Assert.Equal(1, (await world.CopyAsync(older, world.Event.Id)).Value);

        async Task<JobEventId> PastAsync(int days, string title)
        {
            var past = await world.Database.JobEventAsync(world.Organisation.Id, e =>
            {
                (e.Date, e.State) = (world.Event.Date.AddDays(days), JobEventState.Closed);
                e.Employers = [new ExpectedEmployer { OrganisationId = world.Company.Id }];
            });
            await world.Database.SaveAsync(Offer(past.Id, title, OfferState.Open));
            return past.Id;
        }

        JobOffer Offer(JobEventId at, string title, OfferState state) => new()
        {
            EmployerId = world.Company.Id, JobEventId = at, Title = title, OccupationGroup = "24", WorkForm = "HELFER", Town = "Haren (Ems)", State = state, StartsOn = world.Event.Date.AddDays(-90),
        };
    }

    [Fact]
    public async Task SameCopyAtTheSameMoment_LandsOnce()
    {
        await using var world = await EmployerWorld.CreateAsync();
        var past = await world.Database.JobEventAsync(world.Organisation.Id, e => (e.Date, e.State) = (world.Event.Date.AddDays(-90), JobEventState.Closed));
        await world.Database.SaveAsync(new JobOffer { EmployerId = world.Company.Id, JobEventId = past.Id, Title = "Helfer/in", OccupationGroup = "24", WorkForm = "HELFER", Town = "Haren (Ems)" });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.CopyAsync(past.Id, world.Event.Id))));
        Assert.Single(await new OfferQueries(world.Database, world.Service).AtEventAsync(world.Event.Id, default));
    }
}
