using System.Threading.RateLimiting;

namespace Integration.Web.Hosting;

/// <summary>How often one address of the net may try passwords, codes and links. Lockout protects one account against many passwords;
/// this protects many accounts against one password.</summary>
public static class SignInLimit
{
    /// <summary>Attempts a minute and address, where <c>SignIn:AttemptsPerMinute</c> says nothing else: enough for a whole office behind one
    /// address that starts its day, too few for guessing.</summary>
    public const int AttemptsPerMinute = 60;

    // No trailing slash: it is a segment.
    private const string AnsweredByLink = "/interpreting";

    private static readonly string[] Guessable =
    [
        Links.SignIn, "/account/second-step", "/account/forgotten-password", "/account/reset-password", "/account/invitation", "/account/first-setup",
        AnsweredByLink,
    ];

    /// <summary>Adds the limit.</summary>
    public static void AddSignInLimit(this WebApplicationBuilder builder)
    {
        var limit = builder.Configuration.GetValue("SignIn:AttemptsPerMinute", AttemptsPerMinute);
        builder.Services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsAttempt(context.Request)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));

            // A person gets a sentence on the page they know.
            options.OnRejected = (rejected, _) =>
            {
                var request = rejected.HttpContext.Request;
                rejected.HttpContext.Response.Redirect(request.Path.StartsWithSegments(AnsweredByLink, StringComparison.OrdinalIgnoreCase) ? request.PathBase + request.Path + "?busy=true" : Links.SignInBusy);
                return ValueTask.CompletedTask;
            };
        });
    }

    private static bool IsAttempt(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && Array.Exists(Guessable, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
