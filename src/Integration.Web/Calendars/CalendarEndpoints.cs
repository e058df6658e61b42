using System.Text;
using Integration.Access;
using Integration.Calendars;
using Integration.Common;
using Integration.Web.Hosting;
using Microsoft.Net.Http.Headers;

namespace Integration.Web.Calendars;

/// <summary>Calendar files: for a click, and for programs that ask by a secret address every hour.</summary>
public static class CalendarEndpoints
{
    /// <summary>Maps them. What is unknown, revoked or foreign is not found.</summary>
    public static void MapCalendars(this WebApplication app)
    {
        app.MapGet(Links.Events + "/{id:guid}/calendar.ics", async (Guid id, HttpContext context, CalendarQueries queries, CancellationToken ct) =>
            Answer(context, await queries.EventAsync(new JobEventId(id), ct))).RequireAuthorization(nameof(Permission.ViewEvents));
        app.MapGet(Links.MyAssignments + "/{id:guid}/calendar.ics", async (Guid id, HttpContext context, CalendarQueries queries, CancellationToken ct) =>
            Answer(context, await queries.AssignmentAsync(new InterpreterAssignmentId(id), ct))).RequireAuthorization(PortalSignIn.SignedIn);
        app.MapGet("/interpreting/{token}/calendar.ics", async (string token, HttpContext context, CalendarLinkQueries queries, CancellationToken ct) =>
            Answer(context, await queries.AssignmentAsync(token, ct))).AllowAnonymous();
        app.MapGet("/t/{ticket}/calendar.ics", async (string ticket, HttpContext context, CalendarLinkQueries queries, CancellationToken ct) =>
            Answer(context, await queries.TicketAsync(ticket, ct))).AllowAnonymous();
        app.MapGet("/calendar/{token}.ics", async (string token, HttpContext context, CalendarLinkQueries queries, CancellationToken ct) =>
            Answer(context, await queries.FeedAsync(token, ct))).AllowAnonymous();
    }

    private static IResult Answer(HttpContext context, Result<string> calendar)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return calendar.Done
            ? Results.Text(calendar.Value, EventCalendar.MediaType, Encoding.UTF8)
            // With a body of its own: calendar programs read no pages.
            : Results.Problem(Texts.Of(calendar.Error), statusCode: StatusCodes.Status404NotFound);
    }
}
