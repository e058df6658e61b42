using Integration.Talks;

namespace Integration.Web.Talks;

/// <summary>What a case manager does about contacts.</summary>
public sealed record ContactActs(AskPerson Ask, ReleaseName Release, RefuseContact Refuse, ReopenContact Reopen, ShowPersonInterest Interest);
