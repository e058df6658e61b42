using Integration.Access;
using Integration.Common;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Users;

/// <summary>The organisation's users: invite, give roles, lock and unlock. What is shown stands in the address.</summary>
public sealed partial class UserListPage
{
    private IReadOnlyList<UserRow>? _users;
    private IReadOnlyList<InvitationRow> _invitations = [];
    private UserFilter _filter = new();
    private UserFilter? _read;
    private UserRow? _changing;
    private UserRow? _asked;
    private Error? _failure;
    private string? _said;
    private bool _inviting;

    [Inject] public required UserQueries Queries { get; init; }

    [Inject] public required RestoreUser Restore { get; init; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required Scripts Scripts { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery(Name = "q")] private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "role")] private string? AskedRole { get; set; }

    [SupplyParameterFromQuery(Name = "state")] private string? AskedState { get; set; }

    [SupplyParameterFromQuery(Name = "invite")] private string? Inviting { get; set; }

    private static IEnumerable<Choice> Roles => Enum.GetValues<Role>().Select(role => new Choice(role.ToString(), role.Label()));

    private static IEnumerable<Choice> States => [new(UserLinks.State(false), UsersTexts.InUse), new(UserLinks.State(true), UsersTexts.Locked)];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _filter = UserLinks.Filter(Text, AskedRole, AskedState);
        _inviting |= Inviting is not null;
        if (_read != _filter)
        {
            _read = _filter;
            await ReadAsync();
        }
    }

    private static string RowId(UserRow row) => "user-" + row.Id;

    private async Task ReadAsync()
    {
        var users = await Queries.ListAsync(_filter, CancellationToken.None);
        var invitations = await Queries.InvitationsAsync(CancellationToken.None);
        _failure ??= users.Error;
        (_users, _invitations) = (users.Value ?? [], invitations.Value ?? []);
    }

    private void Show(UserFilter filter) => Navigation.NavigateTo(UserLinks.List(filter), replace: true);

    private void StartInviting() => (_inviting, _changing, _asked, _said, _failure) = (true, null, null, null, null);

    private void StopInviting()
    {
        _inviting = false;
        Navigation.NavigateTo(UserLinks.List(_filter), replace: true);
    }

    private void Change(UserRow row) => (_changing, _asked, _inviting, _said, _failure) = (row, null, false, null, null);

    private void Ask(UserRow row) => (_asked, _changing, _inviting, _said, _failure) = (row, null, false, null, null);

    private async Task CloseAsync(UserRow row)
    {
        (_asked, _changing) = (null, null);
        // Back to where the keyboard was.
        await Scripts.ShellAsync("focus", RowId(row));
    }

    private async Task InvitedAsync(string email)
    {
        StopInviting();
        await SaidAsync(Format.Fill(UsersTexts.Invited, email));
    }

    private async Task RolesChangedAsync(UserRow row)
    {
        await CloseAsync(row);
        await SaidAsync(Format.Fill(UsersTexts.RolesChanged, row.DisplayName));
    }

    private async Task RevokedAsync(UserRow row)
    {
        (_asked, _changing) = (null, null);
        await SaidAsync(Format.Fill(UsersTexts.Revoked, row.DisplayName));
        await Scripts.ShellAsync("focus", RowId(row));
    }

    private async Task RestoreAsync(UserRow row)
    {
        var restored = await Restore.ExecuteAsync(row.Id, CancellationToken.None);
        await (restored.Error is { } failure ? FailedAsync(failure) : SaidAsync(Format.Fill(UsersTexts.Restored, row.DisplayName)));
    }

    private Task SaidAsync(string said)
    {
        (_failure, _said) = (null, said);
        return ReadAsync();
    }

    private Task FailedAsync(Error failure)
    {
        (_failure, _said) = (failure, null);
        return ReadAsync();
    }
}
