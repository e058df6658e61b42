using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Integration.Core.Tests.Documents;

public sealed class FeedbackPapersTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Given.Start));

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Guests_HaveOneFormALanguageThatTheyRead_AndNobodyIsNamed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        var tickets = new List<string>();
        // Two read Ukrainian, one Arabic in a variety of it, one a language without texts, which is helped out with English.
        foreach (var (name, language) in new[] { ("Oksana", "ukr"), ("Taras", "ukr"), ("Amina", "apc"), ("Ion", "ron") })
        {
            tickets.Add((await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id, p => (p.GivenName, p.FirstLanguage) = (name, language)), jobEvent)).TicketCode);
        }

        var sheets = await PaperPress.PagesAsync(database, TestUser.With(organisation.Id, Role.Organiser), _clock, jobEvent.Id, EventPaper.FeedbackGuests);

        Assert.Equal(2, sheets.Count);
        var text = string.Join(' ', sheets);
        PaperPress.AssertInOrder(text, "Your opinion", "Did you like the event?", "Yes", "Would you come again?", "What can we do better?");
        PaperPress.AssertInOrder(text, "Ваша думка", "Вам сподобався захід?", "Так", "Ви прийшли б ще раз?", "Що ми можемо покращити?");
        Assert.Equal(3, text.Split("Hat Ihnen die Veranstaltung gefallen?").Length - 1);
        Assert.Equal(15, text.Split(":-)").Length - 1);
        Assert.All(["Oksana", "Taras", "Amina", "Ion", .. tickets.Select(ticket => ticket[..4])], word => Assert.DoesNotContain(word, text));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task GuestForm_FitsHalfASheetInEveryLanguage(string language)
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var jobEvent = await database.JobEventAsync(organisation.Id);
        await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id, p => p.FirstLanguage = language), jobEvent);
        await database.RegistrationAsync(await database.ParticipantAsync(organisation.Id, p => p.FirstLanguage = "deu"), jobEvent);

        Assert.Single(await PaperPress.PagesAsync(database, TestUser.With(organisation.Id, Role.Organiser), _clock, jobEvent.Id, EventPaper.FeedbackGuests));
    }

    public static TheoryData<string> Languages => ["ara", "eng", "prs", "pes", "fra", "kmr", "rus", "tir", "tur", "ukr"];

    [Fact]
    public async Task Employers_HaveOneUnnamedSheetEach()
    {
        await using var database = await TestDatabase.CreateAsync();
        var organisation = await database.OrganisationAsync();
        var firms = new[] { await database.OrganisationAsync(o => (o.Name, o.Kind) = ("Kolonne Nord", OrganisationKind.Employer)), await database.OrganisationAsync(o => (o.Name, o.Kind) = ("Werft Süd", OrganisationKind.Employer)) };
        var jobEvent = await database.JobEventAsync(organisation.Id, e => e.Employers = [.. firms.Select(firm => new ExpectedEmployer { OrganisationId = firm.Id })]);

        var sheets = await PaperPress.PagesAsync(database, TestUser.With(organisation.Id, Role.Organiser), _clock, jobEvent.Id, EventPaper.FeedbackEmployers);

        Assert.Equal(2, sheets.Count);
        Assert.Equal(sheets[0], sheets[1]);
        PaperPress.AssertInOrder(sheets[0], "Ihre Rückmeldung", "Wie viele Gespräche", "Passten die Gäste", "Sprachmittlung", "Kommen Sie wieder?", "Vorstellungsgespräch", "Ausbildung", "Was können wir besser machen?");
        Assert.All(["Kolonne", "Werft"], name => Assert.DoesNotContain(name, sheets[0]));
    }
}
