using Integration.Access;
using Integration.Common;
using Integration.Events;
using Integration.Participants;
using Integration.Web.Layout;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Participants;

/// <summary>Registers one person after another by keyboard alone. Similar people are shown, with the reasons, while typing.</summary>
public sealed partial class QuickRegistrationPage
{
    private RegisterParticipant.Form _form = new();
    private FormProblems _problems = new("quick-");
    private IReadOnlyList<DuplicateCandidate> _alike = [];
    private CodePicks? _codes;
    private ElementReference _element;
    private ParticipantId? _done;
    private string _doneName = "";
    private bool _register = true;
    private bool _busy;
    private bool _focus = true;

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required ChosenEvent Chosen { get; init; }

    [Inject] public required ParticipantListReads Reads { get; init; }

    [Inject] public required ParticipantQueries Queries { get; init; }

    [Inject] public required Registering Acts { get; init; }

    [Inject] public required Scripts Scripts { get; init; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _codes = await Reads.CodesAsync();
        await Chosen.LoadAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_codes is not null && _focus)
        {
            _focus = false;
            await Scripts.ShellAsync("focus", "f-quick-FamilyName");
        }
    }

    private async Task LookAsync() => _alike = _form.FamilyName.Trim().Length < 2 && _form.CustomerNumber.Length == 0
        ? []
        : await Queries.DuplicatesOfAsync(
            new PersonKey(_form.FamilyName.Trim(), _form.GivenName.Trim(), _form.BornOn, _form.CustomerNumber.Trim(), _form.Phone.Trim(), ""),
            except: null,
            CancellationToken.None);

    private async Task TakeDraftAsync(IReadOnlyDictionary<string, string[]> values)
    {
        FormDraft.Apply(_form, values);
        await LookAsync();
    }

    private async Task SaveAsync()
    {
        _busy = true;
        var registered = await Acts.Register.ExecuteAsync(_form, CancellationToken.None);
        _problems = _problems with { Failure = registered.Error };
        if (!registered.Done)
        {
            _busy = false;
            await LookAsync();
            StateHasChanged();
            await Scripts.ShellAsync("focusFirstError", _element);
            return;
        }

        if (_register && Chosen.Current is { } current && CurrentUser.Has(Permission.RegisterForEvents))
        {
            var noted = await Acts.ForEvent.ExecuteAsync(current.Id, [registered.Value], InvitationKind.Voluntary, CancellationToken.None);
            _problems = _problems with { Failure = noted.Error };
        }

        (_done, _doneName) = (registered.Value, (_form.GivenName + " " + _form.FamilyName).Trim());
        (_form, _alike, _busy, _focus) = (new(), [], false, true);
        await Scripts.DraftsAsync<object?>("forget", "quick");
    }
}

/// <summary>What quick registration does.</summary>
public sealed record Registering(RegisterParticipant Register, RegisterForEvent ForEvent);
