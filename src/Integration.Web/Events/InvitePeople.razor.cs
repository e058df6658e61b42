using Integration.Common;
using Integration.Documents;
using Integration.Invitations;
using Integration.Web.Documents;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>Invites the own people who are noted for an event: one, many or all of them.</summary>
public sealed partial class InvitePeople
{
    private InvitationStanding? _standing;
    private HashSet<RegistrationId> _left = [];
    private int? _read;
    private string? _problem;
    private bool _busy;

    /// <summary>The event.</summary>
    [Parameter, EditorRequired] public JobEventId Event { get; set; }

    /// <summary>How often the page has read its list; this one is read again with it, and the choice stays.</summary>
    [Parameter] public int Reads { get; set; }

    /// <summary>Called when people were invited, with a word about it.</summary>
    [Parameter] public EventCallback<string?> OnInvited { get; set; }

    [Inject] public required InvitationQueries Queries { get; init; }

    [Inject] public required SendInvitations Sending { get; init; }

    [Inject] public required LetterDesk Letters { get; init; }

    private List<RegistrationId> Chosen => [.. _standing!.Noted.Select(person => person.Id).Where(id => !_left.Contains(id))];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_read != Reads)
        {
            _read = Reads;
            _standing = await Queries.StandingAsync(Event, CancellationToken.None);
        }
    }

    private int Count(bool byMail) => _standing!.Noted.Count(person => person.ByMail == byMail && !_left.Contains(person.Id));

    private void ChooseAll(bool all) => _left = all ? [] : [.. _standing!.Noted.Select(person => person.Id)];

    private void Choose(RegistrationId id, bool chosen) => _ = chosen ? _left.Remove(id) : _left.Add(id);

    private async Task SendAsync()
    {
        _busy = true;
        var sent = await Sending.ExecuteAsync(Event, Chosen, CancellationToken.None);
        _busy = false;
        _problem = sent.Done ? null : Texts.Of(sent.Error);
        if (sent.Done)
        {
            await OnInvited.InvokeAsync(Format.Plural(sent.Value.Mailed, InvitationsTexts.OneSent, InvitationsTexts.ManySent));
        }
    }

    private void Print() => Letters.Print(new PrintInvitationLetters.Request { JobEventId = Event, Registrations = Chosen, OnlyWithoutMail = true });
}
