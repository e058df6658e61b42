using Integration.Common;
using Integration.Employers;

namespace Integration.Core.Tests.Employers;

/// <summary>Random facts for properties.</summary>
internal static class RandomFit
{
    private static readonly string[] Groups = ["", "11", "24", "25", "29", "32", "33", "51", "52", "54", "62", "81", "82"];
    private static readonly string[] Forms = ["HOSPITATION", "MAG", "EQ", "AUSB_DUAL", "HELFER", "FACHKRAFT", "MINIJOB", "ZEITARBEIT", "BFD_FSJ"];
    private static readonly string[] Times = ["VZ", "TZ", "FRUEH", "SPAET", "NACHT", "WOCHENENDE"];
    private static readonly string[] Towns = ["Haren (Ems)", "Meppen", "Lingen (Ems)", "Papenburg", ""];
    private static readonly string[] Ways = ["ZU_FUSS", "FAHRRAD", "OEPNV", "AUTO_EIGEN", "AUTO_MIT", "WERKSBUS"];
    private static readonly string[] Classes = ["B", "BE", "C", "CE", "T"];

    public static FitProfile Profile(Random random) => new(
        One(random, Groups), Some(random, Groups[1..]), Level(random), Some(random, Forms), Some(random, Times), Maybe(random, () => random.Next(10, 40)), Maybe(random, () => Day(random)),
        One(random, Towns), Some(random, Ways), Maybe(random, () => random.Next(5, 60)), Maybe(random, () => Time(random)), Some(random, Classes));

    public static FitOffer Offer(Random random) => new(
        One(random, Groups[1..]), One(random, Forms), Level(random), Some(random, Times), Maybe(random, () => random.Next(10, 40)), Maybe(random, () => Day(random)),
        One(random, Towns), Maybe(random, () => Time(random)), Maybe(random, () => Time(random)), random.Next(4) == 0, random.Next(3) == 0, Some(random, Classes));

    private static string One(Random random, string[] of) => of[random.Next(of.Length)];

    private static string[] Some(Random random, string[] of) => [.. of.Where(_ => random.Next(4) == 0)];

    private static LanguageLevel Level(Random random) => (LanguageLevel)random.Next(8);

    private static DateOnly Day(Random random) => new DateOnly(2027, 1, 1).AddDays(random.Next(400));

    private static TimeOnly Time(Random random) => new(random.Next(4, 10), random.Next(60));

    private static T? Maybe<T>(Random random, Func<T> make)
        where T : struct => random.Next(2) == 0 ? null : make();
}
