using System.Globalization;
using System.Text.RegularExpressions;
using Bunit;
using Integration.Access;
using Integration.Common;
using Integration.Organisations;
using Integration.Participants;
using Integration.Privacy;
using Integration.Testing;
using Integration.Web.Privacy;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Privacy;

public sealed partial class AuditTrailPageTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Organisation _own = null!;
    private AppUser _colleague = null!;
    private Participant _person = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.OrganisationAsync();
        _colleague = await _database.UserAsync(_own.Id, Role.CaseManager);
        _person = await _database.ParticipantAsync(_own.Id, p => (p.FamilyName, p.CustomerNumber) = ("Haddad", "237D1"));
        await NoteAsync(AuditAct.Viewed, _person.Id.Value);
        await NoteAsync(AuditAct.Printed, Guid.CreateVersion7());
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Trail_SaysWhoDidWhat_AndNamesNoParticipant()
    {
        await using var context = Officer();
        var page = context.Open<AuditTrailPage>(Links.AuditTrail);
        page.WaitForElement("tbody tr");
        Assert.Equal(2, page.FindAll("tbody tr").Count);
        Assert.Contains(_colleague.DisplayName, page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Haddad", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?act=Printed", 1)]
    [InlineData("?number=237D1", 1)]
    [InlineData("?number=fremd", 0)]
    [InlineData("?from=2001-01-01&to=2001-12-31", 0)]
    [InlineData("?from=unsinn&user=unsinn&act=unsinn&record=unsinn&page=unsinn", 2)]
    public async Task Filter_StandsInTheAddress(string query, int rows)
    {
        await using var context = Officer();
        var page = context.Open<AuditTrailPage>(Links.AuditTrail + query);
        page.WaitForElement(rows == 0 ? ".empty" : "tbody tr");
        Assert.Equal(rows, page.FindAll("tbody tr").Count);
    }

    [Fact]
    public async Task ChosenAct_IsWrittenIntoTheAddressAndReadOnce()
    {
        await using var context = Officer();
        var page = context.Open<AuditTrailPage>(Links.AuditTrail);
        page.WaitForElement("tbody tr");
        await page.Find("select[name=act]").ChangeAsync(new ChangeEventArgs { Value = "Viewed" });
        Assert.EndsWith("/audit?act=Viewed", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        page.Render();
        await using var db = _database.CreateDbContext();
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Act == AuditAct.AuditRead));
    }

    [Fact]
    public async Task Verification_SaysThatAllIsWhole_OrWhereItBreaks()
    {
        await using var context = Officer();
        var page = context.Open<AuditTrailPage>(Links.AuditTrail);
        page.WaitForElement("tbody tr");
        await page.Find(".page-head button").ClickAsync();
        page.WaitForElement(".notice.good");

        await using (var db = _database.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER \"AuditEntries_NoUpdate\"");
            await db.AuditEntries.Where(e => e.Sequence == 2).ExecuteUpdateAsync(set => set.SetProperty(e => e.Count, 40));
        }

        await page.Find(".page-head button").ClickAsync();
        var notice = page.WaitForElement(".notice.bad").TextContent;
        Assert.Contains(Format.Fill(PrivacyTexts.Broken, 2), notice, StringComparison.Ordinal);
        Assert.Contains(PrivacyTexts.BrokenNext, notice, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryKindOfRecordThatIsNoted_HasAName()
    {
        var kinds = Repository.Sources(".cs").Where(file => file.Contains("Integration.Core", StringComparison.Ordinal))
            .SelectMany(file => Noted().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.Contains(nameof(Participant), kinds);
        Assert.DoesNotContain(kinds, kind => PrivacyTexts.ResourceManager.GetString("Subject_" + kind, CultureInfo.InvariantCulture) is null);
    }

    private PageContext Officer() => new(_database, TestUser.With(_own.Id, Role.DataProtectionOfficer));

    private async Task NoteAsync(AuditAct act, Guid subject)
    {
        await using var db = _database.CreateDbContext();
        db.Note(_colleague.Asking(), TimeProvider.System, act, nameof(Participant), subject);
        await db.SaveChangesAsync();
    }

    [GeneratedRegex(@"\.Note\([^;]*?nameof\((\w+)\)")]
    private static partial Regex Noted();
}
