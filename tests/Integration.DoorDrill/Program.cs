using System.Globalization;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Door;
using Integration.DoorDrill;

// A portal's desk as a process of its own, so that a test can kill it. Arguments: provider, connection string, event, organisation.
// Each line of the input is a message of a device: a number, then its scans as nonce,ticket,ticks of the scan,device.
// Each line of the output is an answer: the number, then nonce,outcome of each scan. It is written after the commit, like an answer over the net.
// Connections are kept open as in the portal; tests alone do without.
var connection = args[1].Replace("Pooling=False", "Pooling=True", StringComparison.OrdinalIgnoreCase);
var database = new DatabaseOptions { Provider = Enum.Parse<DatabaseProvider>(args[0]), ConnectionString = connection };
var contexts = new Contexts(database);
var reception = new FixedUser(UserId.New(), new OrganisationId(Guid.Parse(args[3])), new HashSet<Role> { Role.Reception }, "Empfang");
await using var desk = new CheckInDesk(contexts);
var merge = new MergeScans(contexts, reception, TimeProvider.System, desk);
var jobEvent = new JobEventId(Guid.Parse(args[2]));
var output = TextWriter.Synchronized(Console.Out);
var answers = new List<Task>();
while (await Console.In.ReadLineAsync() is { } line)
{
    answers.Add(Task.Run(() => AnswerAsync(line)));
}

await Task.WhenAll(answers);
return 0;

async Task AnswerAsync(string line)
{
    var parts = line.Split(' ');
    var result = await merge.ExecuteAsync(jobEvent, parts.Skip(1).Select(Read).ToList(), CancellationToken.None);
    await output.WriteLineAsync(parts[0] + " " + (result.Done
        ? string.Join(' ', result.Value.Select(answer => $"{answer.Nonce},{answer.Outcome}"))
        : result.Error.Code));
    await output.FlushAsync();
}

static Scan Read(string text)
{
    var values = text.Split(',');
    return new Scan
    {
        Nonce = Guid.Parse(values[0]), Ticket = values[1], Device = "Tür " + values[3],
        ScannedAt = new DateTime(long.Parse(values[2], CultureInfo.InvariantCulture), DateTimeKind.Utc),
    };
}
