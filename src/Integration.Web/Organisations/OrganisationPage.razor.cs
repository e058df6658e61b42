using Integration.Access;
using Integration.Common;
using Integration.Organisations;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Organisations;

/// <summary>One organisation: who it is, whom employers ask, how its profiles are checked, where it works.</summary>
public sealed partial class OrganisationPage
{
    private SaveOrganisation.Form? _form;
    private Error? _failure;
    private ElementReference _element;
    private string _name = "";
    private string _kind = "";
    private string? _said;
    private string? _saved;
    private bool _mayEdit;
    private bool _hasUsers;
    private bool _inviting;
    private bool _missing;
    private bool _busy;

    /// <summary>The organisation; none for a new one.</summary>
    [Parameter] public Guid? Id { get; set; }

    [Inject] public required OrganisationQueries Queries { get; init; }

    [Inject] public required SaveOrganisation Save { get; init; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required Scripts Scripts { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private bool CanInvite => _form?.Id is { } id && id != CurrentUser.OrganisationId && !_hasUsers
        && CurrentUser.Has(Permission.EditOrganisations) && CurrentUser.Has(Permission.ManageUsers);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_form is null || _form.Id?.Value != Id)
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        if (Id is not { } id)
        {
            _mayEdit = CurrentUser.Has(Permission.EditOrganisations);
            (_form, _missing) = (new SaveOrganisation.Form { Kind = OrganisationKind.Employer }, !_mayEdit);
            return;
        }

        var found = await Queries.FindAsync(new OrganisationId(id), CancellationToken.None);
        _missing = !found.Done;
        if (found.Done)
        {
            (_form, _mayEdit, _hasUsers) = (found.Value.Form, found.Value.MayEdit, found.Value.HasUsers);
            (_name, _kind) = (_form.Name, _form.Kind.Label());
        }
    }

    private async Task SaveAsync()
    {
        _busy = true;
        var saved = await Save.ExecuteAsync(_form!, CancellationToken.None);
        _busy = false;
        (_failure, _said, _saved) = (saved.Error, null, saved.Done ? Format.Fill(ShellTexts.Saved, Format.Time(Clock.GetUtcNow().UtcDateTime, Clock)) : null);
        if (!saved.Done)
        {
            StateHasChanged();
            await Scripts.ShellAsync("focusFirstError", _element);
            return;
        }

        if (_form!.Id is null)
        {
            Navigation.NavigateTo(Links.Organisation(saved.Value));
            return;
        }

        await ReadAsync();
    }

    private void Invited(string email) => (_inviting, _said) = (false, Format.Fill(UsersTexts.Invited, email));
}
