using Integration.Access;
using Integration.Common;
using Integration.Events;
using Integration.Reports;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Participants;

/// <summary>What can be done with the people selected in the list; says how many.</summary>
public sealed partial class BulkBar
{
    private string _event = "";
    private InvitationKind _kind;
    private string? _done;
    private string? _problem;
    private bool _busy;

    /// <summary>The selected people.</summary>
    [Parameter, EditorRequired] public IReadOnlySet<ParticipantId> Selected { get; set; } = new HashSet<ParticipantId>();

    /// <summary>People in the list.</summary>
    [Parameter] public int Total { get; set; }

    /// <summary>Events to register for.</summary>
    [Parameter] public IReadOnlyList<EventChoice> Events { get; set; } = [];

    /// <summary>The event that is worked on; proposed.</summary>
    [Parameter] public JobEventId? Current { get; set; }

    /// <summary>All of the list shall be selected.</summary>
    [Parameter] public EventCallback OnSelectAll { get; set; }

    /// <summary>Nobody shall be selected.</summary>
    [Parameter] public EventCallback OnClear { get; set; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required RegisterForEvent Register { get; init; }

    /// <inheritdoc/>
    protected override void OnInitialized() => _event = Current?.ToString() ?? "";

    private async Task RegisterAsync()
    {
        if (!Guid.TryParse(_event, out var id))
        {
            return;
        }

        (_busy, _done, _problem) = (true, null, null);
        var people = Selected.ToList();
        var registered = await Register.ExecuteAsync(new JobEventId(id), people, _kind, CancellationToken.None);
        _busy = false;
        if (registered.Done)
        {
            var done = registered.Value;
            _done = Format.Fill(done.Waiting == 0 ? ParticipantsTexts.Registered : ParticipantsTexts.RegisteredSomeWait,
                Format.Count(done.WithPlace), Format.Count(done.Known), Format.Count(done.Waiting));
        }
        else
        {
            _problem = Texts.Of(registered.Error);
        }
    }
}
