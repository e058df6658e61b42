using Integration.Benchmarks;
using Integration.Benchmarks.Printing;

if (args is ["printing", ..])
{
    return PrintingMeasurement.Run();
}

if (args is ["print600", ..])
{
    return await Print600.RunAsync();
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
