using Bunit;
using Integration.Common;
using Integration.Events;
using Integration.Web.Events;

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
        var line = Render<RegistrationLine>(p => p.Add(l => l.Row, Row(state)).Add(l => l.Editable, true));

        var offered = line.FindAll("select.tag-select option").Select(option => option.GetAttribute("value"));

        Assert.Equal(RegistrationTransitions.After(state).Prepend(state).Select(s => s.ToString()), offered);
        Assert.DoesNotContain(Enum.GetValues<RegistrationState>().Where(s => s != state && !RegistrationTransitions.Allows(state, s)).Select(s => s.ToString()), offered.Contains);
    }

    [Fact]
    public void ReadOnlyLine_OffersNothing()
    {
        var line = Render<RegistrationLine>(p => p.Add(l => l.Row, Row(RegistrationState.Noted)));

        Assert.Empty(line.FindAll("select"));
        Assert.Contains(RegistrationState.Noted.Label(), line.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void ChosenState_IsAskedForWithTheInvitationAsItIs()
    {
        RegistrationChange? asked = null;
        var line = Render<RegistrationLine>(p => p.Add(l => l.Row, Row(RegistrationState.Noted)).Add(l => l.Editable, true).Add(l => l.OnChange, change => asked = change));

        line.Find("select.tag-select").Change(nameof(RegistrationState.Accepted));

        Assert.Equal((RegistrationState.Accepted, InvitationKind.RequestToReport), (asked!.State, asked.Invitation));
    }

    private static RegistrationRow Row(RegistrationState state) => new(
        RegistrationId.New(), ParticipantId.New(), "Haddad", "Layal", "ara", LanguageLevel.A2, "Haren (Ems)",
        InvitationKind.RequestToReport, state, new DateTime(2027, 2, 1, 8, 0, 0, DateTimeKind.Utc));
}
