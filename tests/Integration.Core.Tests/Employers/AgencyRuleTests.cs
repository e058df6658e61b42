using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Events;
using Integration.Organisations;
using Integration.Testing;

namespace Integration.Core.Tests.Employers;

public sealed class AgencyRuleTests
{
    [Theory]
    [InlineData(AgencyRule.Allowed, null, 2, null)]
    [InlineData(AgencyRule.Limited, 2, 2, null)]
    [InlineData(AgencyRule.Limited, 1, 2, "Event_TooManyAgencies")]
    [InlineData(AgencyRule.Limited, null, 0, "Required")]
    [InlineData(AgencyRule.Excluded, null, 0, null)]
    [InlineData(AgencyRule.Excluded, null, 1, "Event_NoAgencies")]
    public async Task Agencies_ComeAsTheRuleSays(AgencyRule rule, int? most, int coming, string? error)
    {
        await using var world = await EmployerWorld.CreateAsync();
        var form = new SaveJobEvent.Form
        {
            Key = "messe", Kind = "JOBMESSE", Title = "Messe", Town = "Haren", Date = world.Event.Date, StartsAt = new TimeOnly(9, 0), EndsAt = new TimeOnly(12, 0),
            Agencies = rule, MostAgencies = most, Employers = [world.Company.Id],
        };
        for (var i = 0; i < coming; i++)
        {
            form.Employers.Add((await EmployerWorld.CompanyAsync(world.Database, OrganisationKind.TemporaryWorkAgency)).Id);
        }

        var codes = new CodeCatalogSource(world.Database, world.Clock);
        var saved = await new SaveJobEvent(world.Database, TestUser.With(world.Organisation.Id, Role.Organiser), world.Clock, codes).ExecuteAsync(form, default);
        Assert.Equal(error, saved.Error?.Code);
    }
}
