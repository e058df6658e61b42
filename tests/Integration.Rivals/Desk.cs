using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Door;

namespace Integration.Rivals;

/// <summary>A portal's desk that a test can kill. Each line of the input is a message of a device: a number, then its scans as
/// nonce,ticket,ticks of the scan,device. Each line of the output is an answer: the number, then nonce,outcome of each scan. It is written after
/// the commit, like an answer over the net.</summary>
internal static class Desk
{
    public static async Task RunAsync(DatabaseOptions database, JobEventId jobEvent, OrganisationId organisation)
    {
        // Connections are kept open as in the portal; tests alone do without.
        database.ConnectionString = database.ConnectionString.Replace("Pooling=False", "Pooling=True", StringComparison.OrdinalIgnoreCase);
        var contexts = database.Contexts();
        var reception = new FixedUser(UserId.New(), organisation, new HashSet<Role> { Role.Reception }, "Empfang");
        await using var desk = new CheckInDesk(contexts);
        var merge = new MergeScans(contexts, reception, TimeProvider.System, desk);
        var output = TextWriter.Synchronized(Console.Out);
        var answers = new List<Task>();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            answers.Add(Task.Run(() => AnswerAsync(merge, jobEvent, line, output)));
        }

        await Task.WhenAll(answers);
    }

    private static async Task AnswerAsync(MergeScans merge, JobEventId jobEvent, string line, TextWriter output)
    {
        var parts = line.Split(' ');
        var result = await merge.ExecuteAsync(jobEvent, parts.Skip(1).Select(Read).ToList(), CancellationToken.None);
        await output.WriteLineAsync(parts[0] + " " + (result.Done
            ? string.Join(' ', result.Value.Select(answer => $"{answer.Nonce},{answer.Outcome}"))
            : result.Error.Code));
        await output.FlushAsync();
    }

    private static Scan Read(string text)
    {
        var values = text.Split(',');
        return new Scan
        {
            Nonce = Guid.Parse(values[0]), Ticket = values[1], Device = "Tür " + values[3],
            ScannedAt = new DateTime(long.Parse(values[2], CultureInfo.InvariantCulture), DateTimeKind.Utc),
        };
    }
}
