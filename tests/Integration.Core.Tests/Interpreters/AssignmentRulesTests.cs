using Integration.Common;
using Integration.Interpreters;

namespace Integration.Core.Tests.Interpreters;

public sealed class AssignmentRulesTests
{
    // A Monday.
    private static readonly DateOnly Day = new(2027, 3, 1);

    [Fact]
    public void NothingSpeaksAgainst_PossibleWithReasons()
    {
        var judged = Judge(Task("ara"), Speaker("ara"));
        Assert.True(judged.Possible);
        Assert.Equal([AssignmentReason.ExactLanguage, AssignmentReason.Qualified, AssignmentReason.SameTown, AssignmentReason.Available], judged.Reasons);
        Assert.Empty(judged.Warnings);
    }

    [Theory]
    [InlineData("ckb", "kmr")]
    [InlineData("ukr", "rus")]
    public void OtherLanguage_IsAnObstacle(string wanted, string spoken) =>
        Assert.Equal([AssignmentObstacle.WrongLanguage], Judge(Task(wanted), Speaker(spoken)).Obstacles);

    [Fact]
    public void RelatedOrDeclined_IsAnObstacle_ThatDoesNotSayWhich() =>
        Assert.Equal([AssignmentObstacle.NotForThisPerson], AssignmentRules.Judge(Task("ara"), Speaker("ara"), [], refused: true, conflictAtEvent: false).Obstacles);

    [Fact]
    public void LegalInstruction_NeedsASwornInterpreter()
    {
        var task = Task("ara") with { LegallyBinding = true };
        Assert.Equal([AssignmentObstacle.NotSworn], Judge(task, Speaker("ara", i => i.Qualification = InterpreterQualification.Degree)).Obstacles);
        Assert.True(Judge(task, Speaker("ara")).Possible);
    }

    [Fact]
    public void OneDirection_IsEnoughForALectureAlone()
    {
        var fromGerman = Speaker("ara", i => i.Languages[0].Direction = InterpretingDirection.FromGerman);
        Assert.Equal([AssignmentObstacle.WrongDirection], Judge(Task("ara"), fromGerman).Obstacles);
        Assert.True(Judge(Task("ara") with { Kind = AssignmentKind.Lecture }, fromGerman).Possible);
    }

    [Fact]
    public void AnotherAssignment_ThatOverlapsIsAnObstacle_OneThatTouchesIsNot()
    {
        Assert.Equal([AssignmentObstacle.Overlaps], Judge(Task("ara", "10:00", "11:00"), Speaker("ara"), Busy("10:59", "11:30")).Obstacles);
        Assert.True(Judge(Task("ara", "10:00", "11:00"), Speaker("ara"), Busy("11:00", "11:30")).Possible);
    }

    [Fact]
    public void Grid_HasToCoverAllPartsOfTheDay_AndExceptionDaysComeFirst()
    {
        var mornings = Speaker("ara", i => i.Availability = [new WeeklyTime(DayOfWeek.Monday, DayPart.Morning)]);
        Assert.True(Judge(Task("ara", "09:00", "12:00"), mornings).Possible);
        Assert.Equal([AssignmentObstacle.NotAvailable], Judge(Task("ara", "11:00", "13:00"), mornings).Obstacles);

        mornings.Exceptions = [new ExceptionDay { Day = Day, Available = true }];
        Assert.True(Judge(Task("ara", "11:00", "13:00"), mornings).Possible);
        mornings.Exceptions = [new ExceptionDay { Day = Day, Available = false }];
        Assert.Equal([AssignmentObstacle.NotAvailable], Judge(Task("ara", "09:00", "10:00"), mornings).Obstacles);
    }

    [Fact]
    public void EveningOverMidnight_IsOneEvening()
    {
        var evenings = Speaker("ara", i => i.Availability = [new WeeklyTime(DayOfWeek.Monday, DayPart.Evening)]);
        Assert.True(Judge(Task("ara", "22:00", "01:00"), evenings).Possible);
        Assert.Equal([(Day, DayPart.Afternoon), (Day, DayPart.Evening), (Day.AddDays(1), DayPart.Morning)],
            Availability.Parts(new Stretch(Day.ToDateTime(new TimeOnly(16, 0)), Day.AddDays(1).ToDateTime(new TimeOnly(6, 0)))));
    }

    [Fact]
    public void NothingSaidAboutTime_IsAWarning() =>
        Assert.Equal([AssignmentWarning.AvailabilityUnknown], Judge(Task("ara"), Speaker("ara", i => i.Availability = [])).Warnings);

    [Fact]
    public void TooLongWithoutABreak_IsAWarning_NotAnObstacle()
    {
        Assert.Equal([AssignmentWarning.BreakMissing], Judge(Task("ara", "09:00", "11:30"), Speaker("ara")).Warnings);
        Assert.Equal([AssignmentWarning.SecondInterpreterNeeded], Judge(Task("ara", "11:00", "12:30"), Speaker("ara"), Busy("09:00", "10:50")).Warnings);
        Assert.Empty(Judge(Task("ara", "11:05", "12:30"), Speaker("ara"), Busy("09:00", "10:50")).Warnings);
        // What is too long elsewhere on that day is not this task's warning.
        Assert.Empty(Judge(Task("ara", "15:00", "16:00"), Speaker("ara"), Busy("08:00", "12:00")).Warnings);
    }

    [Fact]
    public void MoreHoursThanWanted_OtherGender_MissingPapers_AreWarnings()
    {
        var task = Task("ara", "14:00", "15:30") with { PreferredGender = Gender.Female };
        var judged = Judge(task, Speaker("ara", i => (i.MaxHoursPerDay, i.Gender, i.PledgeOn) = (2, Gender.Male, null)), Busy("09:00", "10:00"));
        Assert.True(judged.Possible);
        Assert.Equal([AssignmentWarning.OverHours, AssignmentWarning.OtherGender, AssignmentWarning.PapersMissing], judged.Warnings);
        Assert.Contains(AssignmentReason.GenderAsked, Judge(task, Speaker("ara", i => i.Gender = Gender.Female)).Reasons);
    }

    [Fact]
    public void BetterLanguage_OutranksEverythingElse()
    {
        var task = Task("prs") with { Wish = new LanguageWish("prs", ["eng"]) };
        var exact = Judge(task, Speaker("prs", i => (i.Qualification, i.Municipality, i.PledgeOn) = (InterpreterQualification.Volunteer, "Emden", null)));
        var mutual = Judge(task, Speaker("pes"));
        var bridge = Judge(task, Speaker("eng"));
        Assert.True(exact.Rank > mutual.Rank && mutual.Rank > bridge.Rank);
    }

    private static Judgement Judge(InterpretingTask task, Interpreter interpreter, params InterpreterAssignment[] others) =>
        AssignmentRules.Judge(task, interpreter, others, refused: false, conflictAtEvent: false);

    private static InterpretingTask Task(string language, string from = "09:00", string to = "10:00") =>
        new(AssignmentKind.Talk, new LanguageWish(language), Stretch.Of(Day, Clock(from), Clock(to)), "Haren (Ems)", LegallyBinding: false, PreferredGender: null);

    private static InterpreterAssignment Busy(string from, string to) => new() { Day = Day, StartsAt = Clock(from), EndsAt = Clock(to) };

    private static TimeOnly Clock(string time) => TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    private static Interpreter Speaker(string language, Action<Interpreter>? change = null)
    {
        var interpreter = new Interpreter
        {
            Languages = [new InterpreterLanguage { Code = language }],
            Qualification = InterpreterQualification.Sworn,
            Municipality = "Haren (Ems)",
            Availability = [.. Enum.GetValues<DayPart>().Select(part => new WeeklyTime(DayOfWeek.Monday, part))],
            ConductCertificateOn = Day.AddYears(-1),
            PledgeOn = Day.AddYears(-1),
        };
        change?.Invoke(interpreter);
        return interpreter;
    }
}
