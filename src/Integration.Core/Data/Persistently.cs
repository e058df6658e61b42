using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Integration.Data;

/// <summary>Repeats an act from its first reading when somebody else's save came between. Unique indexes and concurrency tokens refuse the
/// second writer; reading again tells what to do now.</summary>
internal static class Persistently
{
    private const int Attempts = 6;

    /// <summary>Runs the act until it saves.</summary>
    /// <exception cref="DbUpdateException">It was refused every time: not a race but a bug.</exception>
    public static async Task<T> RunAsync<T>(Func<Task<T>> act)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await act();
            }
            catch (Exception failure) when (attempt < Attempts && CameBetween(failure))
            {
                // The next attempt opens a context of its own and reads what the other one wrote.
            }
        }
    }

    // Two that wait for each other's rows: the server ends one of them, and EF Core tells it as "likely due to a transient failure".
    private static bool CameBetween(Exception failure) =>
        failure is DbUpdateException || failure is InvalidOperationException { InnerException: DbUpdateException or DbException { IsTransient: true } };
}
