using Integration.Benchmarks.Printing;

if (args is ["printing", ..])
{
    return PrintingMeasurement.Run();
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
