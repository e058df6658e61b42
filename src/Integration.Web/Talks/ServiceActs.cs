using Integration.Common;
using Integration.Talks;

namespace Integration.Web.Talks;

/// <summary>What the employer service does for a company at the stand or on the telephone.</summary>
public sealed record ServiceActs(ShowInterestForEmployer Interest, RequestContactForEmployer Request, RecordTalk Talk, ServiceContactQueries Queries)
{
    /// <summary>Does it.</summary>
    public Task<Result> DoAsync(ServiceAct act, JobEventId jobEvent, string token, OrganisationId employer) => act switch
    {
        ServiceAct.Want => Interest.ExecuteAsync(jobEvent, token, employer, wanted: true, CancellationToken.None),
        ServiceAct.TakeBack => Interest.ExecuteAsync(jobEvent, token, employer, wanted: false, CancellationToken.None),
        ServiceAct.Request => Request.ExecuteAsync(jobEvent, token, employer, CancellationToken.None),
        ServiceAct.Talk => Talk.ExecuteAsync(jobEvent, token, employer, CancellationToken.None),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    /// <summary>What makes sense next, the likeliest first.</summary>
    public static IReadOnlyList<ServiceAct> Next(ServedProfile profile) =>
    [
        .. profile is { State: ContactState.Interest, Wanted: false } ? [ServiceAct.Want] : Array.Empty<ServiceAct>(),
        .. profile is { State: ContactState.Interest, Wanted: true } ? [ServiceAct.Request] : Array.Empty<ServiceAct>(),
        .. profile is { Talked: false } and ({ Wanted: true } or { PersonInterested: true }) ? [ServiceAct.Talk] : Array.Empty<ServiceAct>(),
        .. profile is { Wanted: true, State: ContactState.Interest or ContactState.Requested or ContactState.Asked } ? [ServiceAct.TakeBack] : Array.Empty<ServiceAct>(),
    ];

    /// <summary>The words on the button.</summary>
    public static string Verb(ServiceAct act) => act switch
    {
        ServiceAct.Want => Resources.TalksTexts.ServeWant,
        ServiceAct.Request => Resources.TalksTexts.ServeRequest,
        ServiceAct.Talk => Resources.TalksTexts.ServeTalk,
        ServiceAct.TakeBack => Resources.TalksTexts.ServeTakeBack,
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };
}

/// <summary>An act for a company.</summary>
public enum ServiceAct
{
    /// <summary>It wants a talk.</summary>
    Want,

    /// <summary>It asks for name and telephone number.</summary>
    Request,

    /// <summary>The talk took place.</summary>
    Talk,

    /// <summary>It no longer wants one.</summary>
    TakeBack,
}
