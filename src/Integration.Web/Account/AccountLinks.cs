using Microsoft.AspNetCore.WebUtilities;

namespace Integration.Web.Account;

/// <summary>Addresses of the account pages.</summary>
public static class AccountLinks
{
    /// <summary>An address of this portal: anything else, that somebody may have put into a link, becomes the start page.</summary>
    public static string Local(string? returnUrl) =>
        returnUrl is ['/', ..] && returnUrl is not (['/', '/' or '\\', ..]) && !returnUrl.Any(char.IsControl) ? returnUrl : "/";

    /// <summary>Where contacts of employers sign in.</summary>
    public const string MailCodePath = "/account/mail-code";

    /// <summary>Asking for a code by mail.</summary>
    public static string MailCode(string? returnTo) => With(MailCodePath, returnTo);

    /// <summary>Typing the code that was sent.</summary>
    public static string MailCodeSent(string? returnTo) => With(MailCodePath + "?sent=true", returnTo);

    /// <summary>The code was wrong; another guess.</summary>
    public static string MailCodeWrong(string? returnTo) => With(MailCodePath + "?sent=true&wrong=true", returnTo);

    /// <summary>Signing in with a password or a passkey.</summary>
    public static string SignIn(string? returnTo) => With(Links.SignIn, returnTo);

    private static string With(string path, string? returnTo) => returnTo is null ? path : QueryHelpers.AddQueryString(path, "returnUrl", Local(returnTo));
}
