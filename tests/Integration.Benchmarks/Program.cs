using Integration.Benchmarks;
using Integration.Benchmarks.B2b;
using Integration.Benchmarks.Door;
using Integration.Benchmarks.Import;
using Integration.Benchmarks.Printing;
using Integration.Benchmarks.Talks;

// Long measurements have a word of their own; everything else is BenchmarkDotNet's.
switch (args)
{
    case ["printing", ..]:
        return PrintingMeasurement.Run();
    case ["print600", ..]:
        return await Print600.RunAsync();
    case ["people", ..]:
        return await PeopleList.RunAsync(args.ElementAtOrDefault(1));
    case ["import", ..]:
        return await ImportMeasurement.RunAsync();
    case ["warnings", ..]:
        return await WarningsMeasurement.RunAsync();
    case ["fit", ..]:
        return await FitMeasurement.RunAsync();
    case ["pack", ..]:
        return await PackMeasurement.RunAsync();
    case ["door", ..]:
        return await DoorMeasurement.RunAsync(args.ElementAtOrDefault(1));
    case ["stand", ..]:
        return await StandMeasurement.RunAsync();
    case ["tours", ..]:
        return ToursMeasurement.Run(args.ElementAtOrDefault(1));
    case ["b2b", ..]:
        return B2bMeasurement.Run(args[1..]);
    case ["talks", ..]:
        return TalkMeasurement.Run(args[1..]);
    case ["repair", ..]:
        return RepairMeasurement.Run(args[1..]);
    case ["check", var problem, var plan]:
        return TalkMeasurement.Check(problem, plan);
    default:
        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
