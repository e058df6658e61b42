using System.Globalization;
using Integration.Web.Hosting;
using Integration.Web.Resources;

namespace Integration.Web.Commands;

/// <summary>The portal's command line: finds the command, checks its words, runs it.</summary>
public static class CommandLine
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused or failed, with a sentence on stderr.</summary>
    public const int Failed = 1;

    /// <summary>Called wrongly.</summary>
    public const int WrongUsage = 2;

    private static readonly Command[] Commands =
    [
        ServeCommand.Command,
        MigrateCommand.Command,
        SeedCommand.Demo,
        SeedCommand.Load,
        ImportCommand.Command,
        PrintCommand.Command,
        PlanCommands.Talks,
        PlanCommands.Check,
        BackupCommands.Backup,
        BackupCommands.Restore,
    ];

    /// <summary>Runs the command that <paramref name="args"/> name.</summary>
    /// <returns>0 done, 1 refused or failed with a message on stderr, 2 wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter stdout, TextWriter stderr, CancellationToken ct = default)
    {
        if (args is ["--help" or "-h" or "help", ..])
        {
            stdout.WriteLine(Help.All(Commands));
            return Done;
        }

        // Starting with an option, or with nothing, means serving.
        var command = args is [] or [['-', ..], ..] ? Commands[0] : Find(args);
        if (command is null)
        {
            stderr.WriteLine(string.Format(CultureInfo.CurrentCulture, CommandTexts.UnknownCommand, args[0]));
            return WrongUsage;
        }

        var rest = args is [] or [['-', ..], ..] ? args : args[command.Words..];
        if (rest.Contains("--help") || rest.Contains("-h"))
        {
            stdout.WriteLine(Help.Of(command));
            return Done;
        }

        var input = Parser.Parse(command, rest, stdout, stderr, out var problem);
        if (input is null)
        {
            stderr.WriteLine(problem);
            stderr.WriteLine(command.Usage);
            return WrongUsage;
        }

        try
        {
            return await command.RunAsync(input, ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or System.Data.Common.DbException or WrongSettingException)
        {
            return input.Output.Fail(failure.Message);
        }
    }

    private static Command? Find(string[] args) =>
        Commands.Where(command => command.Name.Split(' ').SequenceEqual(args.Take(command.Words), StringComparer.Ordinal))
            .MaxBy(command => command.Words);
}
