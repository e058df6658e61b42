using Bunit;
using Integration.Access;
using Integration.Common;
using Integration.Organisations;
using Integration.Testing;
using Integration.Web.Organisations;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Organisations;

public sealed class OrganisationPageTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Organisation _own = null!;
    private Organisation _settled = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.OrganisationAsync(o => o.Sites.Add(new Site { OrganisationId = o.Id, Name = "Hauptstelle", Town = "Meppen" }));
        await _database.UserAsync(_own.Id, Role.Administrator);
        _settled = await _database.OrganisationAsync(o => o.Kind = OrganisationKind.District);
        await _database.UserAsync(_settled.Id, Role.Administrator);
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task List_IsFilteredByTheAddress()
    {
        await using var context = For(Role.CaseManager);
        var page = context.Open<OrganisationListPage>(Links.OrganisationList("", "District"));
        page.WaitForElement("tbody tr");
        Assert.Contains(_settled.Name, Assert.Single(page.FindAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll($"a[href='{Links.NewOrganisation}']"));

        var none = context.Open<OrganisationListPage>(Links.OrganisationList("gibt es nicht", null));
        none.WaitForElement(".empty");
    }

    [Fact]
    public async Task Administrator_ChangesTheOwnRecordWithItsSites()
    {
        await using var context = For(Role.Administrator);
        var page = context.Render<OrganisationPage>(p => p.Add(x => x.Id, _own.Id.Value));
        page.WaitForElement("form");

        await page.Find("[name=RequiresSecondCheck]").ChangeAsync(new ChangeEventArgs { Value = true });
        await page.Find("[name='Sites[0].Name']").ChangeAsync(new ChangeEventArgs { Value = "" });
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("true", page.Find("[name='Sites[0].Name']").GetAttribute("aria-invalid")));
        await page.Find("[name='Sites[0].Name']").ChangeAsync(new ChangeEventArgs { Value = "Haus am Markt" });
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.Find(".saved").TextContent));
        Assert.Empty(page.FindAll(".notice.bad"));

        await using var db = _database.CreateDbContext();
        var saved = await db.Organisations.Include(o => o.Sites).SingleAsync(o => o.Id == _own.Id);
        Assert.Equal((true, "Haus am Markt"), (saved.RequiresSecondCheck, saved.Sites.Single().Name));
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.CaseManager)]
    [InlineData(Role.DataProtectionOfficer)]
    public async Task ForeignRecordWithUsers_IsReadAlone(Role role)
    {
        await using var context = For(role);
        var page = context.Render<OrganisationPage>(p => p.Add(x => x.Id, _settled.Id.Value));
        page.WaitForElement(".facts");
        Assert.Empty(page.FindAll("input, select, form"));
        Assert.DoesNotContain(UsersTexts.InviteFirst, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewOrganisation_IsForWhoMayEdit_AndLeadsToItsRecord()
    {
        await using var reader = For(Role.CaseManager);
        Assert.Contains(OrganisationsTexts.GoneTitle, reader.Render<OrganisationPage>().Markup, StringComparison.Ordinal);

        await using var context = For(Role.Administrator);
        var page = context.Render<OrganisationPage>();
        page.WaitForElement("form");
        await page.Find("[name=Name]").ChangeAsync(new ChangeEventArgs { Value = "Musterwerk" });
        await page.Find("[name=Key]").ChangeAsync(new ChangeEventArgs { Value = "musterwerk" });
        await page.Find("form").SubmitAsync();
        await using var db = _database.CreateDbContext();
        var made = await db.Organisations.SingleAsync(o => o.Key == "musterwerk");
        Assert.EndsWith(Links.Organisation(made.Id), context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownOrganisation_IsGone()
    {
        await using var context = For(Role.Administrator);
        var page = context.Render<OrganisationPage>(p => p.Add(x => x.Id, Guid.CreateVersion7()));
        page.WaitForAssertion(() => Assert.Contains(OrganisationsTexts.GoneTitle, page.Markup, StringComparison.Ordinal));
    }

    private PageContext For(Role role) => new(_database, TestUser.With(_own.Id, role));
}
