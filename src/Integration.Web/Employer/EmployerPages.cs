using Integration.Access;
using Integration.Data;
using Integration.EmployerAccess;
using Integration.Employers;
using Integration.Talks;
using Integration.Web.Account;
using Integration.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Integration.Web.Employer;

/// <summary>What the employers' pages need.</summary>
public static class EmployerPages
{
    /// <summary>Name of the question for another language behind a printed code.</summary>
    public const string LanguageName = "language";

    /// <summary>Adds it.</summary>
    public static void AddEmployerPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddTransient<EmployerActs>();
        builder.Services.AddTransient<OfferActs>();
        builder.Services.AddHostedService<ClosedAccessKeeper>();
    }

    /// <summary>The start page of an employer's contact is the company's own: they work on a telephone and never load a staff page.</summary>
    public static void UseEmployerStart(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Request.Path == Links.Today && HttpMethods.IsGet(context.Request.Method)
            && (await context.AuthenticateAsync()).Principal is { } principal && SignInCode.IsFor(PortalClaims.UserOf(principal).Roles.ToArray()))
        {
            context.Request.Path = EmployerLinks.Start;
        }

        if (context.Request.Path.StartsWithSegments(EmployerLinks.Ask, StringComparison.OrdinalIgnoreCase)
            && context.Request.Query[LanguageName].ToString() is { Length: > 0 } wanted && PortalLanguages.All.Any(known => known.Name == wanted))
        {
            PortalLanguages.Remember(context, wanted);
            context.Response.Redirect(context.Request.PathBase + context.Request.Path);
            return;
        }

        AnswerStaleForms(context);
        await next(context);
    });

    // A form of a page left open since the morning: the sign-in or the access has ended meanwhile, or somebody else is signed in. Its address says what
    // holds now; "bad request" would say nothing.
    private static void AnswerStaleForms(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (HttpMethods.IsPost(request.Method) && (EmployerLinks.IsEmployers(request.Path) || request.Path.StartsWithSegments(AccountLinks.MailCodePath, StringComparison.OrdinalIgnoreCase)))
        {
            var address = request.PathBase + request.Path + request.QueryString;
            response.OnStarting(() =>
            {
                if (response.StatusCode == StatusCodes.Status400BadRequest)
                {
                    response.StatusCode = StatusCodes.Status303SeeOther;
                    response.Headers.Location = address;
                }

                return Task.CompletedTask;
            });
        }
    }
}

/// <summary>What a contact can do with a profile.</summary>
public sealed record EmployerActs(OpenProfiles Open, SaveEmployerNote Note, ShowInterest Interest, RequestContact Request, RecordTalk Talk, EmployerContactQueries Contacts);

/// <summary>What a contact can do with the own company's offers.</summary>
public sealed record OfferActs(EmployerQueries Queries, SaveJobOffer Save, ChangeOfferState State, CopyJobOffers Copy);

/// <summary>Deletes what companies noted once their access is closed, forgets void codes, and the texts that were read for employers.</summary>
public sealed class ClosedAccessKeeper(IDbContextFactory<AppDbContext> contexts, ReleasedContents contents, TimeProvider clock, ILogger<ClosedAccessKeeper> log)
    : HourlyRound(clock, log)
{
    /// <inheritdoc/>
    public override Task RunOnceAsync(CancellationToken ct)
    {
        contents.Forget();
        return contexts.ClearAsync(Clock, ct);
    }
}
