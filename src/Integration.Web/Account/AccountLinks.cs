namespace Integration.Web.Account;

/// <summary>Addresses of the account pages.</summary>
public static class AccountLinks
{
    /// <summary>An address of this portal: anything else, that somebody may have put into a link, becomes the start page.</summary>
    public static string Local(string? returnUrl) =>
        returnUrl is ['/', ..] && returnUrl is not (['/', '/' or '\\', ..]) && !returnUrl.Any(char.IsControl) ? returnUrl : "/";
}
