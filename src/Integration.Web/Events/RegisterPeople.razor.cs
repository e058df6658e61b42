using Integration.Common;
using Integration.Events;
using Integration.Reports;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>Searches while typing and registers one person at a time. What is typed never stands in the address.</summary>
public sealed partial class RegisterPeople : IDisposable
{
    private const int Most = 8;

    private CancellationTokenSource _typing = new();
    private Page<ParticipantRow>? _hits;
    private InvitationKind _kind;
    private string _text = "";
    private string? _said;
    private string? _problem;

    /// <summary>The event.</summary>
    [Parameter, EditorRequired] public JobEventId Event { get; set; }

    /// <summary>Who is registered already.</summary>
    [Parameter] public IReadOnlySet<ParticipantId> Registered { get; set; } = new HashSet<ParticipantId>();

    /// <summary>Somebody was registered.</summary>
    [Parameter] public EventCallback OnRegistered { get; set; }

    [Inject] public required ParticipantListQueries People { get; init; }

    [Inject] public required RegisterForEvent Registering { get; init; }

    /// <inheritdoc/>
    public void Dispose() => _typing.Dispose();

    private static string Name(ParticipantRow row) => row.GivenName.Length == 0 ? row.FamilyName : row.FamilyName + ", " + row.GivenName;

    private async Task TypeAsync(ChangeEventArgs e)
    {
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        (_text, _said) = (e.Value as string ?? "", null);
        try
        {
            await Task.Delay(200, _typing.Token);
            _hits = _text.Trim().Length < 2
                ? null
                : await People.ListAsync(new ParticipantFilter { Text = _text.Trim() }, ParticipantOrder.Name, 0, Most, _typing.Token);
        }
        catch (OperationCanceledException)
        {
            // A further key was pressed.
        }
    }

    private async Task RegisterAsync(ParticipantRow person)
    {
        var registered = await Registering.ExecuteAsync(Event, [person.Id], _kind, CancellationToken.None);
        _problem = registered.Done ? null : Texts.Of(registered.Error);
        if (registered.Done)
        {
            _said = Format.Fill(registered.Value.Waiting > 0 ? EventsTexts.WaitsNow : EventsTexts.RegisteredOne, Name(person));
            await OnRegistered.InvokeAsync();
        }
    }
}
