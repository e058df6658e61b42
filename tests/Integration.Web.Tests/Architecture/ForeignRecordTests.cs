using System.Reflection;
using System.Text.RegularExpressions;
using Bunit;
using Integration.Access;
using Integration.Common;
using Integration.Employers;
using Integration.Events;
using Integration.Interpreters;
using Integration.Organisations;
using Integration.Participants;
using Integration.Participants.Import;
using Integration.Privacy;
using Integration.Profiles;
using Integration.TalkPlans;
using Integration.Testing;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Tests.Architecture;

/// <summary>Every page that opens a record, opened by every role that may open the page, on a record of another organisation: it must look
/// exactly as it does for a record that does not exist.</summary>
public sealed partial class ForeignRecordTests : IAsyncLifetime
{
    private const string Secret = "Fremdling";

    // Events, organisations and companies are seen across the network, so a foreign one looks different from none; it still shows nobody's people.
    private static readonly string[] Shared = ["/events/", "/series/", "/organisations/", "/employers/", "/offers/"];

    private TestDatabase _database = null!;
    private Organisation _own = null!;
    private Participant _foreign = null!;
    private Participant _otherForeign = null!;
    private JobEvent _event = null!;
    private ImportBatch _import = null!;
    private Interpreter _interpreter = null!;
    private EventSeries _series = null!;
    private JobOffer _offer = null!;
    private TalkSchedule _plan = null!;
    private TalkSchedule _published = null!;

    public static TheoryData<string, Role> Rows => new(
        from page in Pages()
        from role in Enum.GetValues<Role>()
        where Enum.TryParse<Permission>(page.Type.GetCustomAttribute<AuthorizeAttribute>()?.Policy, out var permission) && RolePermissions.Allow([role], permission)
        select (page.Route, role));

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.OrganisationAsync();
        var other = await _database.OrganisationAsync();
        _foreign = await _database.ParticipantAsync(other.Id, p => (p.FamilyName, p.GivenName, p.Phone) = (Secret, Secret, Secret));
        _otherForeign = await _database.ParticipantAsync(other.Id, p => (p.FamilyName, p.GivenName) = (Secret, Secret));
        _event = await _database.JobEventAsync(other.Id);
        await _database.RegistrationAsync(_foreign, _event);
        var writer = UserId.New();
        await _database.SaveAsync(new ShortProfile { ParticipantId = _foreign.Id, OrganisationId = other.Id, WrittenBy = writer, ChangedAt = Given.Start, Content = new ProfileContent { Occupation = Secret } });
        await _database.SaveAsync(new Consent { ParticipantId = _foreign.Id, OrganisationId = other.Id, ExplainedBy = Secret, RecordedBy = writer });
        _interpreter = await _database.SaveAsync(new Interpreter { OrganisationId = other.Id, DisplayName = Secret, Languages = [new InterpreterLanguage { Code = "ara" }] });
        _series = await _database.SaveAsync(new EventSeries { OrganisationId = other.Id, Key = "reihe", Title = "Reihe" });
        var company = await _database.OrganisationAsync(o => o.Kind = OrganisationKind.Employer);
        _offer = await _database.SaveAsync(new JobOffer { EmployerId = company.Id, Title = "Helfer/in", OccupationGroup = "51", WorkForm = "HELFER", Town = "Meppen" });
        _plan = await _database.SaveAsync(new TalkSchedule { JobEventId = _event.Id, Number = 2, Name = Secret });
        _published = await _database.SaveAsync(new TalkSchedule { JobEventId = _event.Id, Number = 1, Name = Secret, State = TalkScheduleState.Published, PublishedFor = _event.Id });
        _import = await _database.SaveAsync(new ImportBatch { OrganisationId = other.Id, StagedAt = Given.Start, StagedBy = writer, Headings = [Secret] });
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public void Pages_AreFound() => Assert.True(Pages().Count() > 10);

    [Theory, MemberData(nameof(Rows))]
    public async Task ForeignRecord_LooksLikeNone(string route, Role role)
    {
        var page = Pages().Single(page => page.Route == route);
        var foreign = await OpenAsync(page.Type, route, role, name => ForeignId(route, name));
        var unknown = await OpenAsync(page.Type, route, role, _ => Guid.CreateVersion7());

        Assert.DoesNotContain(Secret, foreign, StringComparison.Ordinal);
        Assert.NotEmpty(unknown);
        if (!Array.Exists(Shared, start => route.StartsWith(start, StringComparison.Ordinal)))
        {
            Assert.Equal(unknown, foreign);
        }
    }

    [Fact]
    public async Task OwnRecord_LooksDifferent()
    {
        // The control: whoever owns the person sees them on the same page.
        await using var context = new PageContext(_database, TestUser.CaseManager(_foreign.OrganisationId));
        var page = context.Render<Integration.Web.Participants.ParticipantPage>(p => p.Add(x => x.Id, _foreign.Id.Value));
        page.WaitForAssertion(() => Assert.Contains(Secret, page.Markup, StringComparison.Ordinal));
    }

    private static IEnumerable<(Type Type, string Route)> Pages() => typeof(Program).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false).Select(route => (type, route.Template)))
        .Where(page => page.Template.Contains(":guid}", StringComparison.Ordinal));

    private Guid ForeignId(string route, string name) =>
        route.StartsWith("/participants/", StringComparison.Ordinal) ? (name == "Other" ? _otherForeign : _foreign).Id.Value
        : name is nameof(Web.TalkPlans.TalkChangesPage.Schedule) ? _plan.Id.Value
        : name is nameof(Web.TalkPlans.TalkChangesPage.Before) ? _published.Id.Value
        : route.StartsWith("/import/", StringComparison.Ordinal) ? _import.Id.Value
        : route.StartsWith("/employer/events/", StringComparison.Ordinal) || route.StartsWith("/events/", StringComparison.Ordinal) || route.StartsWith("/door/", StringComparison.Ordinal) ? _event.Id.Value
        : route.StartsWith("/interpreters/", StringComparison.Ordinal) ? _interpreter.Id.Value
        : route.StartsWith("/series/", StringComparison.Ordinal) ? _series.Id.Value
        : route.StartsWith("/employers/", StringComparison.Ordinal) ? _offer.EmployerId.Value
        : route.StartsWith("/offers/", StringComparison.Ordinal) || route.StartsWith("/employer/offers/", StringComparison.Ordinal) ? _offer.Id.Value
        : route.StartsWith("/organisations/", StringComparison.Ordinal) ? _foreign.OrganisationId.Value
        : throw new InvalidOperationException($"No foreign record for {route}: make one here.");

    private async Task<string> OpenAsync(Type type, string route, Role role, Func<string, Guid> idOf)
    {
        await using var context = new PageContext(_database, TestUser.With(_own.Id, role));
        var page = context.Render(builder =>
        {
            builder.OpenComponent(0, type);
            foreach (var name in Parameters().Matches(route).Select(match => match.Groups["name"].Value))
            {
                builder.AddComponentParameter(1, name, idOf(name));
            }

            builder.CloseComponent();
        });
        page.WaitForState(() => page.Markup.Length > 0 && !page.Markup.Contains(ShellTexts.Loading, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        return Ids().Replace(page.Markup, "id");
    }

    [GeneratedRegex(@"\{(?<name>\w+):guid\}", RegexOptions.None, 200)]
    private static partial Regex Parameters();

    // Ids, and what the test renderer numbers.
    [GeneratedRegex("""[0-9a-f]{8}-[0-9a-f-]{27}|blazor:\w+="[^"]*" """, RegexOptions.None, 200)]
    private static partial Regex Ids();
}
