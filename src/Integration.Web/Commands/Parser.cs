using System.Globalization;
using Integration.Web.Resources;

namespace Integration.Web.Commands;

/// <summary>Reads the words after a command.</summary>
internal static class Parser
{
    public static CommandInput? Parse(Command command, string[] words, TextWriter stdout, TextWriter stderr, out string problem)
    {
        var options = new Dictionary<string, string?>(StringComparer.Ordinal);
        var settings = new List<string>();
        string? file = null;
        for (var i = 0; i < words.Length; i++)
        {
            var (name, inline) = words[i].StartsWith("--", StringComparison.Ordinal) && words[i].IndexOf('=', StringComparison.Ordinal) is > 0 and var at
                ? (words[i][..at], words[i][(at + 1)..])
                : (words[i], null);
            var known = command.Options.Concat(Command.Common).FirstOrDefault(option => option.Name == name);
            // --Smtp:Host and the like reach the configuration as they are.
            var setting = known is null && name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':', StringComparison.Ordinal);
            if (known is null && !setting)
            {
                if (command.File && file is null && !name.StartsWith('-'))
                {
                    file = words[i];
                    continue;
                }

                problem = Say(CommandTexts.UnknownOption, words[i]);
                return null;
            }

            var value = inline;
            if (value is null && (setting || known!.Value is not null) && ++i < words.Length)
            {
                value = words[i];
            }

            if (value is null && (setting || known!.Value is not null))
            {
                problem = Say(CommandTexts.ValueMissing, name);
                return null;
            }

            if (setting || name == "--data")
            {
                settings.AddRange([name == "--data" ? "--Data" : name, value!]);
            }

            options[name] = value;
        }

        if (command.File && file is null)
        {
            problem = CommandTexts.FileMissing;
            return null;
        }

        if (command.Options.FirstOrDefault(option => option.Required && !options.ContainsKey(option.Name)) is { } missing)
        {
            problem = Say(CommandTexts.OptionMissing, missing.Name);
            return null;
        }

        problem = "";
        return new CommandInput
        {
            File = file,
            Options = options,
            Settings = settings,
            Output = new CommandOutput(stdout, stderr, options.ContainsKey("--json")),
        };
    }

    private static string Say(string format, string word) => string.Format(CultureInfo.CurrentCulture, format, word);
}
