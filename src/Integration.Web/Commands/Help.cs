using System.Text;
using Integration.Web.Resources;

namespace Integration.Web.Commands;

/// <summary>What <c>--help</c> says. Each command and option has a text under its own name.</summary>
internal static class Help
{
    public static string All(IEnumerable<Command> commands)
    {
        var text = new StringBuilder(CommandTexts.Intro).AppendLine().AppendLine();
        foreach (var command in commands)
        {
            text.Append("  ").AppendLine(command.Usage);
            text.Append("      ").AppendLine(Text("Command_" + Key(command.Name)));
        }

        return text.AppendLine().Append(Options(Command.Common)).AppendLine(CommandTexts.ExitCodes).ToString();
    }

    public static string Of(Command command) =>
        new StringBuilder(command.Usage).AppendLine().AppendLine()
            .AppendLine(Text("Command_" + Key(command.Name))).AppendLine()
            .Append(Options(command.Options.Concat(Command.Common)))
            .AppendLine(CommandTexts.ExitCodes).ToString();

    private static string Options(IEnumerable<Option> options)
    {
        var text = new StringBuilder();
        foreach (var option in options)
        {
            text.Append("  ").Append($"{option.Name} {option.Value}".PadRight(24)).AppendLine(Text("Option_" + Key(option.Name.TrimStart('-'))));
        }

        return text.ToString();
    }

    private static string Key(string name) => name.Replace(' ', '_').Replace('-', '_');

    private static string Text(string key) =>
        CommandTexts.ResourceManager.GetString(key, CommandTexts.Culture) ?? throw new InvalidOperationException($"No text for '{key}'.");
}
