using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Identity;

namespace Integration.Web.Account;

/// <summary>Brings the portal's password rules into Identity.</summary>
internal sealed class PasswordValidator(AppDbContext db) : IPasswordValidator<AppUser>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password)
    {
        var organisation = await db.Organisations.FindAsync(user.OrganisationId);
        var broken = PasswordRules.Check(password ?? "", user.DisplayName, user.Email ?? "", organisation?.Name ?? "");
        return broken is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = broken.Code, Description = Texts.Of(broken) });
    }
}

/// <summary>What a page says about a refused password or link.</summary>
internal static class PasswordProblems
{
    public static IEnumerable<string> Of(IdentityResult result) => result.Errors.Select(error => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordMismatch) => AccountTexts.PasswordWrong,
        nameof(IdentityErrorDescriber.InvalidToken) => AccountTexts.LinkVoid,
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => Texts.Of(Errors.Conflict),
        _ when error.Code.StartsWith("Password_", StringComparison.Ordinal) => error.Description,
        _ => AccountTexts.Failed,
    }).Distinct();
}
