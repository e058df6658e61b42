using System.Globalization;
using System.Text.Encodings.Web;
using System.Threading.RateLimiting;
using Integration.Access;
using Integration.Web.Account;
using Integration.Web.Employer;
using Integration.Web.Resources;

namespace Integration.Web.Hosting;

/// <summary>How often one address of the net may try passwords, codes and links. Lockout protects one account against many passwords;
/// this protects many accounts against one password.</summary>
public static class SignInLimit
{
    /// <summary>Attempts a minute and address, where <c>SignIn:AttemptsPerMinute</c> says nothing else: enough for a whole office behind one
    /// address that starts its day, too few for guessing.</summary>
    public const int AttemptsPerMinute = 60;

    /// <summary>Codes by mail that one address may ask for and type a minute: a hall of contacts signs in within a few minutes. A code of
    /// <see cref="SignInCode.Digits"/> digits takes <see cref="SignInCode.MaxAttempts"/> guesses, from the browser that asked for it alone.</summary>
    public const int CodesPerMinute = 120;

    /// <summary>Links of printed sheets that one address may open a minute: a whole hall stands behind one address, and still nobody can try numbers by
    /// the thousand.</summary>
    public const int SheetsPerMinute = 1200;

    // No trailing slash: it is a segment.
    private static readonly string[] AnsweredByLink = ["/interpreting", "/feedback"];

    private static readonly string[] Guessable =
    [
        Links.SignIn, "/account/second-step", "/account/forgotten-password", "/account/reset-password", "/account/invitation", "/account/first-setup",
        .. AnsweredByLink,
    ];

    /// <summary>Adds the limit.</summary>
    public static void AddSignInLimit(this WebApplicationBuilder builder)
    {
        var limit = builder.Configuration.GetValue("SignIn:AttemptsPerMinute", AttemptsPerMinute);
        var codes = builder.Configuration.GetValue("SignIn:CodesPerMinute", CodesPerMinute);
        var sheets = builder.Configuration.GetValue("SignIn:SheetsPerMinute", SheetsPerMinute);
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsAttempt(context.Request) ? AMinute("", context, limit)
                : IsCode(context.Request) ? AMinute("codes ", context, codes)
                : IsSheet(context.Request) ? AMinute("sheets ", context, sheets)
                : RateLimitPartition.GetNoLimiter(""));

            // A person gets a sentence on the page they know.
            options.OnRejected = (rejected, ct) =>
            {
                var request = rejected.HttpContext.Request;
                if (IsSheet(request))
                {
                    return SayBusyAsync(rejected.HttpContext.Response, ct);
                }

                if (IsCode(request))
                {
                    rejected.HttpContext.Response.Redirect(request.PathBase + request.Path + request.QueryString.Add("busy", "true"));
                    return ValueTask.CompletedTask;
                }

                rejected.HttpContext.Response.Redirect(Array.Exists(AnsweredByLink, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)) ? request.PathBase + request.Path + "?busy=true" : Links.SignInBusy);
                return ValueTask.CompletedTask;
            };
        });
    }

    private static RateLimitPartition<string> AMinute(string what, HttpContext context, int most) => RateLimitPartition.GetFixedWindowLimiter(
        what + context.Connection.RemoteIpAddress, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) });

    // Nothing is read for it: this is said when too much is asked.
    private static async ValueTask SayBusyAsync(HttpResponse response, CancellationToken ct)
    {
        response.Headers.RetryAfter = "60";
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(
            $"<!DOCTYPE html><html lang=\"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{HtmlEncoder.Default.Encode(EmployerTexts.Busy)}</title><h1>{HtmlEncoder.Default.Encode(EmployerTexts.Busy)}</h1><p>{HtmlEncoder.Default.Encode(EmployerTexts.BusyText)}</p></html>",
            ct);
    }

    private static bool IsCode(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments(AccountLinks.MailCodePath, StringComparison.OrdinalIgnoreCase);

    private static bool IsSheet(HttpRequest request) => request.Path.StartsWithSegments(EmployerLinks.Ask, StringComparison.OrdinalIgnoreCase);

    private static bool IsAttempt(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && Array.Exists(Guessable, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
