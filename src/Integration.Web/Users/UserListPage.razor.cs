using Integration.Access;
using Integration.Common;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Users;

/// <summary>The organisation's users: invite, give roles, take access away and give it back.</summary>
public sealed partial class UserListPage
{
    private IReadOnlyList<UserRow>? _users;
    private IReadOnlyList<InvitationRow> _invitations = [];
    private UserRow? _changing;
    private UserRow? _asked;
    private Error? _failure;
    private string? _said;
    private bool _inviting;

    [Inject] public required UserQueries Queries { get; init; }

    [Inject] public required RevokeUser Revoke { get; init; }

    [Inject] public required RestoreUser Restore { get; init; }

    [Inject] public required RevokeInvitation RevokeInvitation { get; init; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var users = await Queries.ListAsync(CancellationToken.None);
        var invitations = await Queries.InvitationsAsync(CancellationToken.None);
        _failure ??= users.Error;
        (_users, _invitations) = (users.Value ?? [], invitations.Value ?? []);
    }

    private void Change(UserRow row) => (_changing, _asked, _said, _failure) = (row, null, null, null);

    private void Ask(UserRow row) => (_asked, _changing, _said, _failure) = (row, null, null, null);

    private Task InvitedAsync(string email)
    {
        _inviting = false;
        return DoneAsync(null, Format.Fill(UsersTexts.Invited, email));
    }

    private Task RolesChangedAsync()
    {
        var name = _changing?.DisplayName;
        _changing = null;
        return DoneAsync(null, Format.Fill(UsersTexts.RolesChanged, name));
    }

    private async Task RevokeAsync()
    {
        // A second click on the button finds nothing left to ask.
        if (_asked is not { } asked)
        {
            return;
        }

        _asked = null;
        await DoneAsync((await Revoke.ExecuteAsync(asked.Id, CancellationToken.None)).Error, Format.Fill(UsersTexts.Revoked, asked.DisplayName));
    }

    private async Task RestoreAsync(UserRow row) =>
        await DoneAsync((await Restore.ExecuteAsync(row.Id, CancellationToken.None)).Error, Format.Fill(UsersTexts.Restored, row.DisplayName));

    private async Task TakeBackAsync(InvitationRow row) =>
        await DoneAsync((await RevokeInvitation.ExecuteAsync(row.Id, CancellationToken.None)).Error, Format.Fill(UsersTexts.TakenBack, row.DisplayName));

    private async Task DoneAsync(Error? failure, string said)
    {
        (_failure, _said) = (failure, failure is null ? said : null);
        await ReadAsync();
    }
}
