using System.Globalization;
using Integration.Common;
using Integration.Documents.Sheets;
using Integration.Privacy;
using Integration.Profiles;
using Integration.Web.Jobs;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Profiles;

/// <summary>Records a consent and prints its form. What is proposed (language, days) is what is right nearly always; who explained it is not guessed
/// where an interpreter may have done it.</summary>
public sealed partial class ConsentPanel
{
    private RecordConsent.Form _form = new();
    private FormProblems _problems = new("consent-");
    private IReadOnlyList<Choice> _recipients = [];
    private bool _release = true;
    private bool _busy;
    private (ParticipantId, JobEventId?, OrganisationId?)? _for;

    /// <summary>Whose consent.</summary>
    [Parameter, EditorRequired] public ParticipantId Participant { get; set; }

    /// <summary>The event that is meant; it can be chosen where <see cref="Choices"/> are given.</summary>
    [Parameter] public ShortProfileQueries.AtEvent? Event { get; set; }

    /// <summary>Revision of the short profile that the person has read.</summary>
    [Parameter] public int Revision { get; set; }

    /// <summary>The person's first language, a code of the list Languages.</summary>
    [Parameter] public string FirstLanguage { get; set; } = "";

    /// <summary>Events to choose from; with them all purposes can be chosen, without them it is the short profile at <see cref="Event"/>.</summary>
    [Parameter] public IReadOnlyList<ShortProfileQueries.AtEvent>? Choices { get; set; }

    /// <summary>The company that may have the name; with it the consent is for that, and <see cref="Event"/> says for which event.</summary>
    [Parameter] public OrganisationId? Recipient { get; set; }

    /// <summary>What the page calls it and does with it, where it is more than recording.</summary>
    [Parameter] public string? SubmitText { get; set; }

    /// <summary>It was recorded; says whether the release is to follow at once.</summary>
    [Parameter] public EventCallback<bool> OnRecorded { get; set; }

    [CascadingParameter] public CodePicks Codes { get; set; } = null!;

    [Inject] public required ConsentDesk Desk { get; init; }

    [Inject] public required Scripts Scripts { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private bool AllPurposes => Choices is not null;

    private bool MayReleaseNow => !AllPurposes && Recipient is null && Desk.MayRelease;

    private bool NamesSomebody => _form.Purpose is ConsentPurpose.NameToEmployer or ConsentPurpose.PassToPartner;

    private DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    private IReadOnlyList<Choice> Languages => ConsentLanguages.All(Codes, ConsentLanguages.Of(Codes, FirstLanguage));

    private IEnumerable<Choice> Events => (Choices ?? []).Select(at => new Choice(at.JobEventId.ToString(), $"{at.Title}, {Format.Day(at.Date)}"));

    private static IEnumerable<Choice> Purposes => Enum.GetValues<ConsentPurpose>().Select(purpose => new Choice(purpose.ToString(), purpose.Label()));

    private string TextHint => FormTexts.Of(_form.Language) is not { } texts ? ""
        : Format.Fill(texts.Reviewed ? ProfilesTexts.TextVersion : ProfilesTexts.TextVersionDraft, texts.Version);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_for == (Participant, Event?.JobEventId, Recipient))
        {
            return;
        }

        _for = (Participant, Event?.JobEventId, Recipient);
        _problems = new FormProblems("consent-");
        var language = ConsentLanguages.Of(Codes, FirstLanguage);
        _form = new RecordConsent.Form
        {
            ParticipantId = Participant,
            Purpose = Recipient is null ? ConsentPurpose.ProfileAtEvent : ConsentPurpose.NameToEmployer,
            RecipientId = Recipient,
            JobEventId = Event?.JobEventId,
            Language = language,
            // Where somebody interprets, the colleague at the screen is not the one who explains.
            ExplainedBy = language == "de" ? Desk.Colleague : "",
            GivenOn = Today,
            ValidUntil = Event?.Date.AddMonths(RecordConsent.ProposedMonths),
        };
    }

    private async Task RecordAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        _form.TextVersion = FormTexts.Of(_form.Language)?.Version ?? "";
        _form.ProfileRevision = _form.Purpose == ConsentPurpose.ProfileAtEvent && Revision > 0 ? Revision : null;
        var recorded = await Desk.Record.ExecuteAsync(_form, CancellationToken.None);
        _busy = false;
        _problems = _problems with { Failure = recorded.Error };
        if (recorded.Done)
        {
            _for = null;
            await OnRecorded.InvokeAsync(MayReleaseNow && _release);
        }
    }

    private void Print()
    {
        if (_form.JobEventId is { } jobEvent)
        {
            Desk.PrintForm(Participant, jobEvent, _form.Language, _form.Purpose, _form.RecipientId);
        }
    }

    private Task FetchAsync(BackgroundJob job) =>
        job.File is { } file ? Scripts.ShellAsync("download", Links.JobFile(job.Id.ToString()), file.Name) : Task.CompletedTask;

    private void ChooseLanguage(string tag) => _form.Language = tag;

    private void ChooseRecipient(string id) =>
        _form.RecipientId = Guid.TryParse(id, CultureInfo.InvariantCulture, out var recipient) ? new OrganisationId(recipient) : null;

    private async Task ChoosePurposeAsync(string purpose)
    {
        _form.Purpose = Enum.Parse<ConsentPurpose>(purpose);
        _form.RecipientId = null;
        _recipients = NamesSomebody ? await Desk.RecipientsAsync(_form.JobEventId, _form.Purpose) : [];
    }

    private async Task ChooseEventAsync(string id)
    {
        var chosen = (Choices ?? []).FirstOrDefault(at => at.JobEventId.ToString() == id);
        (_form.JobEventId, _form.ValidUntil) = (chosen?.JobEventId, chosen?.Date.AddMonths(RecordConsent.ProposedMonths));
        await ChoosePurposeAsync(_form.Purpose.ToString());
    }
}
