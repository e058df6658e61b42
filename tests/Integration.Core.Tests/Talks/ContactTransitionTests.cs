using Integration.Talks;

namespace Integration.Core.Tests.Talks;

public sealed class ContactTransitionTests
{
    private static readonly (ContactState From, ContactStep Step, ContactState To)[] Allowed =
    [
        (ContactState.Interest, ContactStep.Request, ContactState.Requested),
        (ContactState.Requested, ContactStep.TakeBack, ContactState.Interest),
        (ContactState.Requested, ContactStep.Ask, ContactState.Asked),
        (ContactState.Requested, ContactStep.Release, ContactState.Released),
        (ContactState.Requested, ContactStep.Refuse, ContactState.Refused),
        (ContactState.Asked, ContactStep.TakeBack, ContactState.Interest),
        (ContactState.Asked, ContactStep.Release, ContactState.Released),
        (ContactState.Asked, ContactStep.Refuse, ContactState.Refused),
        (ContactState.Released, ContactStep.Withdraw, ContactState.Withdrawn),
        (ContactState.Refused, ContactStep.Reopen, ContactState.Requested),
        (ContactState.Withdrawn, ContactStep.Reopen, ContactState.Requested),
    ];

    [Fact]
    public void Steps_LeadWhereTheTableSaysAndNowhereElse()
    {
        foreach (var from in Enum.GetValues<ContactState>())
        {
            foreach (var step in Enum.GetValues<ContactStep>())
            {
                var row = Allowed.Where(allowed => allowed.From == from && allowed.Step == step).Select(allowed => (ContactState?)allowed.To).SingleOrDefault();
                Assert.Equal(row, ContactTransitions.After(from, step));
            }
        }
    }

    [Fact]
    public void Released_IsReachedByNoOtherStepThanTheRelease()
    {
        var leading = from state in Enum.GetValues<ContactState>()
                      from step in Enum.GetValues<ContactStep>()
                      where ContactTransitions.After(state, step) == ContactState.Released
                      select step;
        Assert.Equal([ContactStep.Release], leading.Distinct());
    }

    /// <summary>After a no a company cannot ask again by itself.</summary>
    [Theory]
    [InlineData(ContactState.Refused)]
    [InlineData(ContactState.Withdrawn)]
    public void AfterANo_OnlyTheCaseManagerOpensAgain(ContactState state) =>
        Assert.Equal([ContactStep.Reopen], Enum.GetValues<ContactStep>().Where(step => ContactTransitions.After(state, step) is not null));
}
