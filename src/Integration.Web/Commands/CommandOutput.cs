using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integration.Web.Commands;

/// <summary>Where a command writes: sentences for people, or with <c>--json</c> one JSON object for programs. Failures go to stderr.</summary>
internal sealed class CommandOutput(TextWriter stdout, TextWriter stderr, bool json)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        // The reader is a program or a terminal, never a browser.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public bool Json => json;

    /// <summary>Writes the result.</summary>
    public void Result(object result, params string[] sentences)
    {
        if (json)
        {
            stdout.WriteLine(JsonSerializer.Serialize(result, Format));
            return;
        }

        foreach (var sentence in sentences)
        {
            stdout.WriteLine(sentence);
        }
    }

    /// <summary>A line on the way, for people only.</summary>
    public void Note(string sentence)
    {
        if (!json)
        {
            stdout.WriteLine(sentence);
        }
    }

    /// <summary>Says on stderr why the exit code is not 0 although a result was written.</summary>
    public int Refuse(string sentence)
    {
        stderr.WriteLine(sentence);
        return CommandLine.Failed;
    }

    /// <summary>Called wrongly.</summary>
    public int Misuse(string sentence)
    {
        stderr.WriteLine(sentence);
        return CommandLine.WrongUsage;
    }

    /// <summary>Refused or failed.</summary>
    public int Fail(string sentence)
    {
        stderr.WriteLine(sentence);
        if (json)
        {
            stdout.WriteLine(JsonSerializer.Serialize(new { error = sentence }, Format));
        }

        return CommandLine.Failed;
    }
}
