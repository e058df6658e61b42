using Integration.Common;
using Integration.Participants;
using Integration.Web.Shared;

namespace Integration.Web.Tests.Shared;

public sealed class FormDraftTests
{
    [Fact]
    public void ScalarsAndRows_ComeBack()
    {
        var section = new QualificationSection { Experience = [new WorkExperience { Occupation = "Lager" }] };
        var others = FormDraft.Apply(section, new Dictionary<string, string[]>
        {
            ["Schooling"] = ["MSA"],
            ["SchoolYears"] = ["9"],
            ["RecognitionOn"] = ["2026-03-01"],
            ["Experience[0].Years"] = ["6"],
            ["Experience[1].Occupation"] = ["Näherin"],
            ["Experience[1].InGermany"] = ["true"],
        });

        Assert.Empty(others);
        Assert.Equal(("MSA", 9, new DateOnly(2026, 3, 1)), (section.Schooling, section.SchoolYears, section.RecognitionOn));
        Assert.Equal(("Lager", 6), (section.Experience[0].Occupation, section.Experience[0].Years));
        Assert.Equal(("Näherin", true), (section.Experience[1].Occupation, section.Experience[1].InGermany));
    }

    [Fact]
    public void TicksAndEmptiedFields_ComeBack()
    {
        var section = new WishesSection { WorkForms = ["EQ"], WeeklyHours = 20, Start = StartKind.NotStated };
        FormDraft.Apply(section, new Dictionary<string, string[]> { ["WorkForms"] = ["MAG", "HELFER"], ["WeeklyHours"] = [""], ["Start"] = ["AtOnce"] });

        Assert.Equal(["MAG", "HELFER"], section.WorkForms);
        Assert.Null(section.WeeklyHours);
        Assert.Equal(StartKind.AtOnce, section.Start);
    }

    [Fact]
    public void UnknownNamesAndValues_ChangeNothing()
    {
        var section = new QualificationSection { SchoolYears = 9 };
        var others = FormDraft.Apply(section, new Dictionary<string, string[]>
        {
            ["SchoolYears"] = ["nine"],
            ["WorkTimes:VZ"] = ["Yes"],
            ["Experience[999].Years"] = ["1"],
            ["Experience[0]"] = ["x"],
            ["Nothing.Such"] = ["x"],
        });

        Assert.Equal(9, section.SchoolYears);
        Assert.Empty(section.Experience);
        Assert.Equal(5, others.Count);
    }
}
