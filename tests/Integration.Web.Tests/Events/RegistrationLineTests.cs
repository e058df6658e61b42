using Bunit;
using Integration.Common;
using Integration.Events;
using Integration.Web.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.Events;

public sealed class RegistrationLineTests : BunitContext
{
    [Theory]
    [InlineData(RegistrationState.Noted)]
    [InlineData(RegistrationState.Invited)]
    [InlineData(RegistrationState.Accepted)]
    [InlineData(RegistrationState.Waiting)]
    [InlineData(RegistrationState.Declined)]
    [InlineData(RegistrationState.Withdrawn)]
    public void State_OffersItselfAndWhatMayFollow(RegistrationState state)
    {
        var line = Line(Row(state));

        var offered = line.FindAll("select.tag-select option").Select(option => option.GetAttribute("value"));

        Assert.Equal(RegistrationTransitions.After(state).Prepend(state).Select(s => s.ToString()), offered);
        Assert.DoesNotContain(Enum.GetValues<RegistrationState>().Where(s => s != state && !RegistrationTransitions.Allows(state, s)).Select(s => s.ToString()), offered.Contains);
    }

    [Fact]
    public void ReadOnlyLine_OffersNothing()
    {
        Services.AddSingleton(TimeProvider.System);
        var line = Render<RegistrationLine>(p => p.Add(l => l.Row, Row(RegistrationState.Noted)));

        Assert.Empty(line.FindAll("select"));
        Assert.Contains(RegistrationState.Noted.Label(), line.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void ChosenState_IsAskedForWithTheInvitationAsItIs()
    {
        RegistrationChange? asked = null;
        var line = Line(Row(RegistrationState.Noted), change => asked = change);

        line.Find("select.tag-select").Change(nameof(RegistrationState.Accepted));

        Assert.Equal(new ChangeRegistration.Change(RegistrationState.Accepted), asked!.To);
    }

    [Fact]
    public void RequestToReport_IsChosenByItsPurpose()
    {
        RegistrationChange? asked = null;
        var line = Line(Row(RegistrationState.Noted), change => asked = change);

        line.Find("td select:not(.tag-select)").Change(nameof(ReportingPurpose.Examination));

        Assert.Equal(new ChangeRegistration.Change(RegistrationState.Noted, InvitationKind.RequestToReport, ReportingPurpose.Examination), asked!.To);
    }

    [Fact]
    public void ColleaguesPerson_IsOfferedNoRequestToReport()
    {
        var line = Line(Row(RegistrationState.Noted) with { OwnedByReader = false, Invitation = InvitationKind.Voluntary, Purpose = null });
        Assert.Empty(line.FindAll("optgroup"));

    }

    [Fact]
    public void ColleaguesRequestToReport_IsNeitherShownNorOffered()
    {
        var line = Line(Row(RegistrationState.Noted) with { OwnedByReader = false, Invitation = null, Purpose = null });

        Assert.Empty(line.FindAll("select:not(.tag-select)"));
        Assert.DoesNotContain(InvitationKind.RequestToReport.Label(), line.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<RegistrationLine> Line(RegistrationRow row, Action<RegistrationChange>? asked = null)
    {
        Services.AddSingleton(TimeProvider.System);
        return Render<RegistrationLine>(p => p.Add(l => l.Row, row).Add(l => l.Editable, true).Add(l => l.OnChange, asked ?? (_ => { })));
    }

    private static RegistrationRow Row(RegistrationState state) => new(
        RegistrationId.New(), ParticipantId.New(), "Haddad", "Layal", "ara", LanguageLevel.A2, "Haren (Ems)",
        InvitationKind.RequestToReport, ReportingPurpose.Placement, true, state, null, new DateTime(2027, 2, 1, 8, 0, 0, DateTimeKind.Utc));
}
