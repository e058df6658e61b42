using System.Globalization;
using Integration.Common;
using Integration.Participants;

namespace Integration.Profiles;

/// <summary>Writes the first draft of a short profile from the record, in German sentences that the case manager then edits.</summary>
/// <remarks>Takes only what may reach an employer: no residence paper, legal sphere, course name, dates of proofs, childcare or readiness to move.
/// Occupations are written so that they do not tell the sex. Of the address only the town; of the other languages only those the person wants to be read.</remarks>
public static class ProfilePrefill
{
    private const int FilledStrengths = 3;

    /// <summary>The draft.</summary>
    /// <param name="person">The record.</param>
    /// <param name="german">German label of a code (list, code); <see langword="null"/> for an unknown code and for one that employers may not see.</param>
    /// <param name="today">Decides what is over: courses, cards, start dates.</param>
    public static ProfileContent From(Participant person, Func<string, string, string?> german, DateOnly today)
    {
        var wishes = person.Wishes.Take(ProfileContent.MaxOccupations)
            .Select(wish => wish.Wording.Trim() is { Length: > 0 } wording ? wording : german("OccupationGroups", wish.OccupationGroup) ?? "")
            .Select(OccupationTitles.Neutral)
            .ToList();
        var evidence = Licences(person, german).Concat(Certificates(person, german, today)).ToList();
        return new ProfileContent
        {
            Occupation = wishes.FirstOrDefault() ?? "",
            OccupationGroup = person.Wishes.FirstOrDefault()?.OccupationGroup ?? "",
            Alternatives = [.. wishes.Skip(1).Where(wish => wish.Length > 0)],
            AlternativeGroups =
            [
                .. person.Wishes.Skip(1).Take(ProfileContent.MaxOccupations - 1).Select(wish => wish.OccupationGroup)
                    .Where(group => group.Length > 0 && german("OccupationGroups", group) is not null).Distinct(),
            ],
            Forms = [.. person.WorkForms.Where(form => german("WorkForms", form) is not null)],
            Start = Start(person, today),
            StartsFrom = StartsFrom(person, today),
            Strengths = Strengths(person, evidence),
            Experience = [.. person.Experience.OrderByDescending(work => work.Years ?? 0).Take(ProfileContent.MaxExperience).Select(Experience)],
            Schooling = Schooling(person, german),
            Training = Training(person, german),
            Recognition = person.Training is "" or "OHNE" ? "" : german("Recognition", person.Recognition) ?? "",
            SpokenGerman = person.SpokenGerman,
            WrittenGerman = person.WrittenGerman,
            GermanProof = person.GermanProof,
            GermanCertificate = person.GermanCertificate,
            Course = Course(person, today),
            OtherLanguages = string.Join(", ", person.Languages.Where(language => language.OnProfile).Select(language => Language(language, german)).Where(text => text.Length > 0)),
            Evidence = evidence,
            LicenceClasses = [.. person.Licences.Where(licence => licence.Status is "DE_EU" or "AUSL_6M").Select(licence => licence.Class).Distinct()],
            WorkTimes = [.. person.WorkTimes.Select(time => WorkTime(person, time, german)).OfType<string>()],
            WorkTimeCodes = [.. person.WorkTimes.Where(time => time.Answer != Answer.No && german("WorkTimes", time.Code) is not null).Select(time => time.Code)],
            WeeklyHours = person.WorkTimes.Exists(time => time is { Code: "TZ", Answer: not Answer.No }) ? person.WeeklyHours : null,
            Area = person.Town,
            Mobility = Mobility(person, german),
            MobilityCodes = [.. person.Mobility.Where(way => german("Mobility", way) is not null)],
            RadiusKm = person.RadiusKm,
            EarliestByBus = person.EarliestArrival,
            WorkAccess = person.WorkAccess,
            Support = [.. person.Support.Where(code => german("Support", code) is not null).Take(ProfileContent.MaxSupport)],
        };
    }

    private static string Month(DateOnly day) => day.ToString("MM/yyyy", CultureInfo.InvariantCulture);

    private static string Start(Participant person, DateOnly today) => person.Start switch
    {
        StartKind.AtOnce => GermanText.Of("Prefill_AtOnce"),
        StartKind.FromDate when person.AvailableFrom is { } day => day <= today ? GermanText.Of("Prefill_AtOnce") : GermanText.Of("Prefill_From", Month(day)),
        StartKind.AfterCourse => person.CourseEndsOn is { } end && end >= today
            ? GermanText.Of("Prefill_AfterCourseOn", Month(end))
            : GermanText.Of("Prefill_AfterCourse"),
        _ => "",
    };

    // The sheet says the month; the code says no more.
    private static DateOnly? StartsFrom(Participant person, DateOnly today) =>
        (person.Start switch { StartKind.FromDate => person.AvailableFrom, StartKind.AfterCourse => person.CourseEndsOn, _ => null }) is { } day && day > today
            ? day.AddDays(1 - day.Day)
            : null;

    private static List<string> Strengths(Participant person, List<string> evidence) =>
    [
        .. person.Experience.Where(work => work.Occupation.Trim().Length > 0).OrderByDescending(work => work.Years ?? 0)
            .Select(work => work.Years is { } years
                ? GermanText.Of("Prefill_ExperienceYears", Years(years), OccupationTitles.Neutral(work.Occupation.Trim()))
                : GermanText.Of("Prefill_Experience", OccupationTitles.Neutral(work.Occupation.Trim())))
            .Concat(evidence)
            .Where(line => line.Length <= ProfileContent.StrengthMaxLength)
            .Take(FilledStrengths),
    ];

    private static ProfileExperience Experience(WorkExperience work)
    {
        var duration = work.Years is { } years ? Years(years) : "";
        return new ProfileExperience(OccupationTitles.Neutral(work.Occupation.Trim()), work.Industry.Trim(), (work.InGermany, duration) switch
        {
            (true, "") => GermanText.Of("Prefill_InGermanyAlone"),
            (false, "") => GermanText.Of("Prefill_AbroadAlone"),
            (true, _) => GermanText.Of("Prefill_InGermany", duration),
            (false, _) => GermanText.Of("Prefill_Abroad", duration),
            _ => duration,
        });
    }

    private static string Years(int years) => years switch
    {
        <= 0 => GermanText.Of("Prefill_UnderOneYear"),
        1 => GermanText.Of("Prefill_OneYear"),
        _ => GermanText.Of("Prefill_Years", years),
    };

    private static string Schooling(Participant person, Func<string, string, string?> german) => person.Schooling switch
    {
        "UNBEKANNT" => "",
        "KEIN" or "SCHULBESUCH" or "" when person.SchoolYears is { } years and > 0 => GermanText.Of("Prefill_SchoolYears", Years(years)),
        // Without the years the label asks for them.
        "SCHULBESUCH" => "",
        var code => german("Schooling", code) ?? "",
    };

    private static string Training(Participant person, Func<string, string, string?> german)
    {
        var label = person.Training == "OHNE" ? "" : german("Training", person.Training) ?? "";
        var subject = OccupationTitles.Neutral(person.TrainingSubject.Trim());
        return label.Length == 0 ? subject : subject.Length == 0 ? label : GermanText.Of("Prefill_TrainingIn", label, subject);
    }

    private static string Course(Participant person, DateOnly today)
    {
        if (person.Course is "" or "KEIN" || person.CourseEndsOn < today)
        {
            return "";
        }

        return (person.CourseEndsOn, person.CourseTarget) switch
        {
            ({ } end, { } target and not LanguageLevel.None) => GermanText.Of("Prefill_CourseToWithTarget", Month(end), target),
            ({ } end, _) => GermanText.Of("Prefill_CourseTo", Month(end)),
            (null, { } target and not LanguageLevel.None) => GermanText.Of("Prefill_CourseWithTarget", target),
            _ => GermanText.Of("Prefill_Course"),
        };
    }

    private static string Language(SpokenLanguage language, Func<string, string, string?> german) =>
        german("Languages", language.Code) is not { } name ? "" : language.Spoken switch
        {
            null or LanguageLevel.None => name,
            LanguageLevel.Native => GermanText.Of("Prefill_FirstLanguage", name),
            var level => $"{name} {level}",
        };

    private static IEnumerable<string> Licences(Participant person, Func<string, string, string?> german) =>
        person.Licences.Where(licence => licence.Class.Length > 0 && licence.Status != "KEIN").Select(licence => licence.Status switch
        {
            "" => GermanText.Of("Prefill_Licence", licence.Class),
            "DE_EU" => GermanText.Of("Prefill_LicenceStatus", licence.Class, GermanText.Of("Prefill_LicenceHere")),
            "AUSL_6M" => GermanText.Of("Prefill_LicenceStatus", licence.Class, GermanText.Of("Prefill_LicenceAbroad")),
            "AUSL_UNGEKLAERT" => GermanText.Of("Prefill_LicenceStatus", licence.Class, GermanText.Of("Prefill_LicenceAbroadOpen")),
            var status => GermanText.Of("Prefill_LicenceStatus", licence.Class, german("LicenceStatus", status) ?? ""),
        });

    private static IEnumerable<string> Certificates(Participant person, Func<string, string, string?> german, DateOnly today)
    {
        foreach (var certificate in person.Certificates.Where(certificate => certificate.ValidUntil is null || certificate.ValidUntil >= today))
        {
            if ((german("Certificates", certificate.Code) ?? german("LicenceExtras", certificate.Code)) is not { } label)
            {
                continue;
            }

            var line = certificate.Detail.Trim() is { Length: > 0 } detail ? GermanText.Of("Prefill_TrainingIn", label, detail) : label;
            yield return certificate.ValidUntil is { } end ? GermanText.Of("Prefill_ValidUntil", line, Month(end)) : line;
        }
    }

    private static string? WorkTime(Participant person, WorkTimeAnswer time, Func<string, string, string?> german)
    {
        if (german("WorkTimes", time.Code) is not { } label)
        {
            return null;
        }

        var answer = GermanText.Of("Prefill_Answer_" + time.Answer, label);
        return time is { Code: "TZ", Answer: not Answer.No } && person.WeeklyHours is { } hours
            ? $"{answer}, {GermanText.Of("Prefill_WeeklyHours", hours)}"
            : answer;
    }

    private static string Mobility(Participant person, Func<string, string, string?> german)
    {
        var parts = person.Mobility.Select(way => german("Mobility", way)).OfType<string>().ToList();
        if (person.RadiusKm is { } radius)
        {
            parts.Add(GermanText.Of("Prefill_Radius", radius));
        }

        if (person.EarliestArrival is { } earliest)
        {
            parts.Add(GermanText.Of("Prefill_Earliest", earliest.ToString("HH:mm", CultureInfo.InvariantCulture)));
        }

        return string.Join(", ", parts);
    }
}
