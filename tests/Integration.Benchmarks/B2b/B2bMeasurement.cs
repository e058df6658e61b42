using System.Globalization;
using Integration.Benchmarks.Talks;
using Integration.Planning.Talks;

namespace Integration.Benchmarks.B2b;

/// <summary>Solves the B2B meeting-scheduling data of a folder, file by file, with one worker, and prints what was found: the sum of breaks, the proven bound
/// and the seconds.</summary>
internal static class B2bMeasurement
{
    public static int Run(IEnumerable<string> words)
    {
        var arguments = TalkArguments.Of(words, [], seconds: 60);
        if (arguments.Names is not [var folder] || !Directory.Exists(folder))
        {
            Console.Error.WriteLine("b2b needs one folder with .dzn files: b2b DIR [--seconds N] [--seed N].");
            return 2;
        }

        var files = Directory.GetFiles(folder, "*.dzn").Order(StringComparer.Ordinal).ToArray();
        if (files.Length == 0)
        {
            Console.Error.WriteLine($"There is no .dzn file in {folder}.");
            return 2;
        }

        Print($"{"name",-20} {"status",-10} {"objective",9} {"bound",5} {"seconds",7}");
        var (kept, seconds, proven) = (true, 0.0, 0);
        foreach (var file in files)
        {
            var solved = Solve(file, arguments);
            kept &= solved is not null;
            seconds += solved?.Elapsed.TotalSeconds ?? 0;
            proven += solved?.Status is PlanStatus.Optimal or PlanStatus.Infeasible ? 1 : 0;
        }

        Print($"{files.Length} files, {proven} proven, {seconds:F1} s");
        return kept ? 0 : 1;
    }

    /// <summary>One file; nothing if it cannot be read or the plan is refused.</summary>
    private static TalkResult? Solve(string file, TalkArguments arguments)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        try
        {
            var problem = B2bReader.Read(File.ReadAllText(file));
            var result = TalkPlanner.Solve(problem, new SearchOptions { Limit = arguments.Limit, Seed = arguments.Seed });
            var planned = result.Status is PlanStatus.Optimal or PlanStatus.Feasible;
            var breaks = planned ? Breaks(-result.Value) : "-";
            Print($"{name,-20} {result.Status,-10} {breaks,9} {Breaks(-result.Bound),5} {result.Elapsed.TotalSeconds,7:F1}");
            var breaches = planned ? TalkChecker.Check(problem, result.Plan) : [];
            foreach (var breach in breaches.Take(5))
            {
                Console.Error.WriteLine($"{name}: the plan breaks a rule: {breach}");
            }

            return breaches.Count == 0 ? result : null;
        }
        catch (FormatException error)
        {
            Console.Error.WriteLine($"{name}: {error.Message}");
            return null;
        }
    }

    // Gaps are the only aim, and one costs one point.
    private static string Breaks(long points) => points.ToString(CultureInfo.InvariantCulture);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
