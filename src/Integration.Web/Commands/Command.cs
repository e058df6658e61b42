using Microsoft.Extensions.Configuration;

namespace Integration.Web.Commands;

/// <summary>An option of a command.</summary>
/// <param name="Name">With its two hyphens.</param>
/// <param name="Value">What stands after it in the help, for example <c>KEY</c>; <see langword="null"/> for a switch.</param>
/// <param name="Required">Whether the command cannot do without it.</param>
internal sealed record Option(string Name, string? Value = null, bool Required = false);

/// <summary>One command of the command line.</summary>
/// <param name="Name">Its words, for example <c>import participants</c>.</param>
/// <param name="File">Whether a file name follows the words.</param>
/// <param name="Options">Options beside those that every command has.</param>
/// <param name="RunAsync">Runs it and returns the exit code.</param>
internal sealed record Command(string Name, bool File, IReadOnlyList<Option> Options, Func<CommandInput, CancellationToken, Task<int>> RunAsync)
{
    /// <summary>Options of every command.</summary>
    public static IReadOnlyList<Option> Common { get; } = [new("--data", "DIR"), new("--json"), new("--help")];

    public int Words { get; } = Name.Split(' ').Length;

    public string Usage =>
        string.Join(' ', new[] { Name }
            .Concat(File ? ["FILE"] : [])
            .Concat(Options.Select(option => option.Required ? Show(option) : $"[{Show(option)}]")));

    private static string Show(Option option) => option.Value is null ? option.Name : $"{option.Name} {option.Value}";
}

/// <summary>What a command was called with.</summary>
internal sealed class CommandInput
{
    public required string? File { get; init; }

    public required IReadOnlyDictionary<string, string?> Options { get; init; }

    /// <summary>Settings given as <c>--Section:Key value</c>, ready to be passed on to the host.</summary>
    public required IReadOnlyList<string> Settings { get; init; }

    public required CommandOutput Output { get; init; }

    public string? this[string option] => Options.GetValueOrDefault(option);

    public bool Has(string option) => Options.ContainsKey(option);

    /// <summary>Development, Production…, as the web host reads it.</summary>
    public static string EnvironmentName => Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Production;

    /// <summary>The configuration as the portal sees it: files beside the program, environment, settings of the command line.</summary>
    public IConfigurationRoot Configuration()
    {
        return new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{EnvironmentName}.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine([.. Settings])
            .Build();
    }
}
