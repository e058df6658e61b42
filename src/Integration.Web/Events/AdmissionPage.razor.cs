using Integration.Access;
using Integration.Common;
using Integration.EmployerAccess;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>The access of one employer to an event: until when, who signs in, and inviting somebody.</summary>
public sealed partial class AdmissionPage
{
    private readonly SetAdmission.Form _days = new();
    private InviteEmployerContact.Form _form = new();
    private AdmissionView? _view;
    private string? _missing;
    private string? _done;
    private Error? _failure;
    private Error? _wrongDay;
    private bool _busy;

    /// <summary>The event.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>The employer.</summary>
    [Parameter] public Guid Employer { get; set; }

    [Inject] public required AdmissionQueries Queries { get; init; }

    [Inject] public required InviteEmployerContact Invite { get; init; }

    [Inject] public required SetAdmission Set { get; init; }

    [Inject] public required RevokeEmployerContact Revoke { get; init; }

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    private JobEventId EventId => new(Id);

    private string State => _view! switch
    {
        { VouchedAt: null } => AdmissionTexts.NotVouched,
        { Open: true } => AdmissionTexts.Open,
        { Closed: true } => AdmissionTexts.Closed,
        _ => AdmissionTexts.NotYet,
    };

    private string WindowText
    {
        get
        {
            var (first, last) = (Format.Day(_view!.OpensOn ?? _view.EventDate), Format.Day(_view.LastDay));
            return _view.Closed ? Format.Fill(AdmissionTexts.ClosedText, last) : Format.Fill(_view.VouchedAt is null ? AdmissionTexts.NotVouchedText : AdmissionTexts.WindowText, first, last);
        }
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var read = await Queries.OpenAsync(EventId, new OrganisationId(Employer), CancellationToken.None);
        (_view, _missing) = (read.Value, read.Done ? null : Texts.Of(read.Error));
        (_days.JobEventId, _days.EmployerId, _days.OpensOn) = (EventId, new OrganisationId(Employer), _view?.OpensOn);
    }

    private async Task SetAsync()
    {
        var saved = await Set.ExecuteAsync(_days, CancellationToken.None);
        (_wrongDay, _done) = (saved.Error, saved.Done ? AdmissionTexts.Saved : null);
        if (saved.Done)
        {
            await ReadAsync();
        }
    }

    private async Task RevokeAsync(EmployerContactRow contact)
    {
        var revoked = await Revoke.ExecuteAsync(EventId, new OrganisationId(Employer), contact.Email, CancellationToken.None);
        (_failure, _done) = (revoked.Error, revoked.Done ? Format.Fill(AdmissionTexts.Revoked, contact.DisplayName) : null);
        if (revoked.Done)
        {
            await ReadAsync();
        }
    }

    private async Task InviteAsync()
    {
        _busy = true;
        (_form.JobEventId, _form.EmployerId) = (EventId, new OrganisationId(Employer));
        var sent = await Invite.ExecuteAsync(_form, CancellationToken.None);
        (_busy, _failure) = (false, sent.Error);
        _done = sent.Done ? Format.Fill(sent.Value ? AdmissionTexts.Sent : AdmissionTexts.Told, _form.Email.Trim()) : null;
        if (sent.Done)
        {
            _form = new InviteEmployerContact.Form { Language = _form.Language };
            await ReadAsync();
        }
    }
}
