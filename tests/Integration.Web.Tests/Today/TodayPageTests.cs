using Bunit;
using Integration.Access;
using Integration.Organisations;
using Integration.Privacy;
using Integration.Testing;
using Integration.Web.Layout;
using Integration.Web.Resources;
using Integration.Web.Today;

namespace Integration.Web.Tests.Today;

public sealed class TodayPageTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Organisation _own = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.OrganisationAsync();
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Administrator_IsLedToOpenInvitationsAndToInviting()
    {
        await _database.SaveAsync(new UserInvitation { OrganisationId = _own.Id, Email = "neu@example.org", InvitedAt = TimeProvider.System.GetUtcNow().UtcDateTime });
        await using var context = For(Role.Administrator);
        var page = context.Render<TodayPage>();
        Assert.Equal(Links.Users, page.WaitForElement(".waiting a").GetAttribute("href"));
        Assert.Equal(Links.InviteUser, page.Find("a.primary").GetAttribute("href"));
    }

    [Fact]
    public async Task DataProtectionOfficer_SeesTheWeeksActsAndIsLedToTheTrail()
    {
        await using (var db = _database.CreateDbContext())
        {
            db.Note(TestUser.CaseManager(_own.Id), TimeProvider.System, AuditAct.Viewed, "Participant", Guid.CreateVersion7());
            await db.SaveChangesAsync();
        }

        await using var context = For(Role.DataProtectionOfficer);
        var page = context.Render<TodayPage>();
        Assert.StartsWith(Links.AuditTrail + "?from=", page.WaitForElement(".waiting a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(Links.AuditTrail, page.Find("a.primary").GetAttribute("href"));
        Assert.DoesNotContain(TodayTexts.NothingWaits, page.Markup, StringComparison.Ordinal);
        Assert.Contains(PrivacyTexts.NeverVerified, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Navigation_HasAtMostSevenEntriesForEveryMixOfRoles_AndLeadsToWhatTheRolesMayOpen()
    {
        var roles = Enum.GetValues<Role>();
        for (var mix = 0; mix < 1 << roles.Length; mix++)
        {
            ICurrentUser user = TestUser.With(_own.Id, roles.Where((_, i) => (mix & (1 << i)) != 0).ToArray());
            var links = Navigation.Of(user).Select(entry => entry.Link).ToList();
            Assert.InRange(links.Count, 1, Navigation.Most);
            Assert.Equal(user.Has(Permission.ManageUsers), links.Contains(Links.Users));
            Assert.Equal(user.Has(Permission.ReadAuditTrail), links.Contains(Links.AuditTrail));
            Assert.True(!user.Has(Permission.ViewOrganisations) || links.Contains(Links.Organisations) || links.Contains(Links.Users));
        }
    }

    private PageContext For(Role role) => new(_database, TestUser.With(_own.Id, role));
}
