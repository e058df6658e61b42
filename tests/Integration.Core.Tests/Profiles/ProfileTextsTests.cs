using System.Globalization;
using Integration.Common;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Profiles.Lint;

namespace Integration.Core.Tests.Profiles;

public sealed class ProfileTextsTests
{
    [Theory]
    [InlineData(typeof(ProfileState))]
    [InlineData(typeof(ProfileStanding))]
    [InlineData(typeof(LintRule))]
    [InlineData(typeof(LintSeverity))]
    [InlineData(typeof(AuditAct))]
    [InlineData(typeof(ConsentPurpose))]
    [InlineData(typeof(ConsentMedium))]
    public void EveryMember_HasALabelInBothLanguages(Type type) =>
        Assert.All(Enum.GetValues(type).Cast<Enum>(), member =>
        {
            Assert.NotEmpty(member.Label(CultureInfo.GetCultureInfo("de")));
            Assert.NotEmpty(member.Label(CultureInfo.GetCultureInfo("en")));
        });

    [Fact]
    public void EveryRefusal_HasASentenceInBothLanguages()
    {
        var errors = typeof(ProfileErrors).GetProperties().Select(property => (Error)property.GetValue(null)!)
            .Append(ProfileErrors.OpenFindings(3)).Append(ProfileErrors.ConsentTooLong(new DateOnly(2027, 2, 1))).ToList();
        Assert.True(errors.Count > 15);
        Assert.All(errors, error => Assert.NotEqual(Texts.Of(error, CultureInfo.GetCultureInfo("de")), Texts.Of(error, CultureInfo.GetCultureInfo("en"))));
    }

    [Fact]
    public void LifeCycle_EndsInLockedFromEveryStateOfARelease()
    {
        ProfileState[] release =
            [ProfileState.Released, ProfileState.Printed, ProfileState.Shown, ProfileState.Requested, ProfileState.NameReleased, ProfileState.Declined, ProfileState.Expired];
        Assert.All(release, state => Assert.True(ProfileLifeCycle.Allows(state, ProfileState.Locked)));
        Assert.All(release, state => Assert.False(ProfileLifeCycle.Allows(ProfileState.Locked, state)));
        Assert.False(ProfileLifeCycle.Allows(ProfileState.Draft, ProfileState.Released));
        Assert.False(ProfileLifeCycle.Allows(ProfileState.Draft, ProfileState.Consented));
        Assert.False(ProfileLifeCycle.Allows(ProfileState.Checked, ProfileState.Released));
    }
}
