using Integration.Common;
using Integration.Reports;
using Integration.Web.Participants;

namespace Integration.Web.Tests.Participants;

public sealed class ParticipantListStateTests
{
    [Fact]
    public void EveryFilter_ComesBackFromTheAddress()
    {
        var state = new ParticipantListState
        {
            Filter = new ParticipantFilter
            {
                Text = "Шевченко & Co",
                Owner = UserId.New(),
                GermanAtLeast = LanguageLevel.B1,
                OccupationGroup = "24",
                WorkForm = "EQ",
                Licence = "CE",
                Language = "ukr",
                RegisteredFor = JobEventId.New(),
                Gap = ProfileGap.NoConsent,
            },
            Order = ParticipantOrder.Changed,
            Page = 3,
        };

        Assert.Equal(state, ParticipantListState.Of("/participants" + state.Query));
    }

    [Fact]
    public void WholeList_HasNoQuery() => Assert.Equal("", new ParticipantListState().Query);

    [Fact]
    public void GarbageInTheAddress_IsLeftOut() =>
        Assert.Equal(new ParticipantListState(), ParticipantListState.Of("/participants?german=Z9&owner=x&event=&without=42&order=7&page=-1"));
}
