using Integration.Common;
using Integration.Data;
using Integration.Rivals;

// A portal in a process of its own, beside the test's or to be killed by it.
// Arguments: guarded, unguarded or desk; provider, connection string, event, organisation.
var database = new DatabaseOptions { Provider = Enum.Parse<DatabaseProvider>(args[1]), ConnectionString = args[2] };
var (jobEvent, organisation) = (JobEventId.From(Guid.Parse(args[3])), OrganisationId.From(Guid.Parse(args[4])));
await (args[0] == "desk" ? Desk.RunAsync(database, jobEvent, organisation) : Places.RunAsync(database, jobEvent, organisation, guarded: args[0] == "guarded"));
