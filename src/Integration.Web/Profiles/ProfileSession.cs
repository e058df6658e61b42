using System.Text.Json;
using Integration.Common;
using Integration.Profiles;
using Integration.Profiles.Lint;
using Integration.Web.Resources;
using Integration.Web.Shared;

namespace Integration.Web.Profiles;

/// <summary>What the editor asks Core to do.</summary>
public sealed class ProfileActs(
    ShortProfileQueries queries, SaveShortProfile save, CheckProfile check, OverrideFinding letStand, ReleaseProfile release)
{
    public ShortProfileQueries Queries => queries;

    public SaveShortProfile Save => save;

    public CheckProfile Check => check;

    public OverrideFinding LetStand => letStand;

    public ReleaseProfile Release => release;
}

/// <summary>One person's short profile while it is open in the editor: the text as typed, what the lint says of it, how far it is.
/// Used by one page at a time.</summary>
public sealed class ProfileSession(ProfileActs acts, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private IReadOnlyList<ProfileCell> _others = [];
    private string _stored = "";
    private Guid? _version;

    /// <summary>Tells components that something has changed.</summary>
    public event EventHandler? Changed;

    /// <summary>What was opened.</summary>
    public ShortProfileQueries.Editor Editor { get; private set; } = null!;

    /// <summary>The event the profile is for; <see langword="null"/> when the person is registered for none.</summary>
    public ShortProfileQueries.AtEvent? Event { get; private set; }

    /// <summary>The text as typed.</summary>
    public ProfileForm Form { get; private set; } = new();

    /// <summary>The same as the sheet takes it.</summary>
    public ProfileContent Content { get; private set; } = new();

    /// <summary>What the lint says.</summary>
    public IReadOnlyList<ShortProfileQueries.SeenFinding> Findings { get; private set; } = [];

    /// <summary>All steps so far, oldest first.</summary>
    public IReadOnlyList<ShortProfileQueries.HistoryStep> History { get; private set; } = [];

    /// <summary>How far the text is.</summary>
    public ProfileProgress Progress { get; private set; } = null!;

    /// <summary>Revision that is stored; 0 before the first save.</summary>
    public int Revision { get; private set; }

    /// <summary>Whether the text may be typed in. A checked text is opened on purpose: changing it undoes the check and the consent.</summary>
    public bool Open { get; private set; }

    /// <summary>What went wrong last.</summary>
    public Error? Failure { get; private set; }

    /// <summary>Whether it is being saved.</summary>
    public bool Saving { get; private set; }

    /// <summary>When it was saved last on this page (UTC).</summary>
    public DateTime? SavedAt { get; private set; }

    /// <summary>Whether something is typed that is not stored.</summary>
    public bool Dirty => JsonSerializer.Serialize(Content) != _stored;

    /// <summary>Findings that the check waits for.</summary>
    public int Blocking => Findings.Count(finding => finding.Blocks);

    /// <summary>The quiet line about saving.</summary>
    public string Status => (Saving, Failure, Dirty, SavedAt) switch
    {
        (true, _, _, _) => ShellTexts.Saving,
        (_, not null, true, _) => ShellTexts.NotSaved,
        (_, _, true, _) => ShellTexts.Unsaved,
        (_, _, _, { } at) => Format.Fill(ShellTexts.Saved, Format.Time(at, clock)),
        _ => "",
    };

    /// <summary>Findings of a field or block, as <see cref="LintFinding.Field"/> names it.</summary>
    public IEnumerable<ShortProfileQueries.SeenFinding> At(string field) => Findings.Where(seen => seen.Finding.Field == field);

    /// <summary>Opens a person's profile for an event, or for their next one.</summary>
    public async Task<bool> OpenAsync(ParticipantId person, JobEventId? jobEvent)
    {
        if (!await ReadAsync(person, jobEvent))
        {
            return false;
        }

        (_version, Revision) = (Editor.Version, Editor.Revision);
        (SavedAt, Open) = (null, Editor.State == ProfileState.Draft);
        Form = ProfileForm.Of(Editor.Content);
        Look();
        // A draft from the record is a proposal until somebody works on it: opening a page writes nothing.
        _stored = JsonSerializer.Serialize(Content);
        return true;
    }

    /// <summary>Looks at the text anew after something was typed.</summary>
    public void Look()
    {
        Content = Form.ToContent();
        Findings = Editor.Findings(Content, Today, RareCombination.Find(Content, Editor.Subject, _others));
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Replaces the text.</summary>
    public void Write(ProfileContent content)
    {
        Form = ProfileForm.Of(content);
        Look();
    }

    /// <summary>Opens a checked text for typing.</summary>
    public void Unlock()
    {
        Open = true;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Saves what is typed; a text that is stored already costs nothing.</summary>
    public async Task<bool> SaveAsync()
    {
        await _one.WaitAsync();
        try
        {
            var content = Content;
            var typed = JsonSerializer.Serialize(content);
            if (Revision > 0 && typed == _stored)
            {
                return true;
            }

            Saving = true;
            Changed?.Invoke(this, EventArgs.Empty);
            var saved = await acts.Save.ExecuteAsync(
                new SaveShortProfile.Form { ParticipantId = Editor.ParticipantId, Content = content, Version = _version }, CancellationToken.None);
            (Saving, Failure) = (false, saved.Error);
            if (saved.Done)
            {
                var wasDraft = Editor.State == ProfileState.Draft && Revision > 0;
                (_stored, _version, Revision, SavedAt) = (typed, saved.Value.Version, saved.Value.Revision, clock.GetUtcNow().UtcDateTime);
                if (!wasDraft)
                {
                    await ReadAsync(Editor.ParticipantId, Event?.JobEventId);
                }
            }

            Changed?.Invoke(this, EventArgs.Empty);
            return saved.Done;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Puts a finding's mend into the text.</summary>
    public void Mend(LintFinding finding) => Write(ProfileLint.Mend(Content, finding));

    /// <summary>Lets a finding stand. It is stored with the text, so the text is stored first; its rows may have closed ranks by then.</summary>
    public async Task<bool> LetStandAsync(LintFinding finding, string reason)
    {
        if (!await SaveAsync())
        {
            return false;
        }

        await ReadAsync(Editor.ParticipantId, Event?.JobEventId);
        var stored = Editor.Findings(Editor.Content, Today, RareCombination.Find(Editor.Content, Editor.Subject, _others))
            .Select(seen => seen.Finding)
            .FirstOrDefault(found => found.Rule == finding.Rule && found.Key.Trim() == finding.Key.Trim() && ProfileLines.Block(found.Field) == ProfileLines.Block(finding.Field));
        var result = stored is null
            ? ProfileErrors.FindingGone
            : await acts.LetStand.ExecuteAsync(
                new OverrideFinding.Form
                {
                    ShortProfileId = Editor.Id!.Value,
                    Revision = Revision,
                    JobEventId = stored.Rule == LintRule.RareCombination ? Event?.JobEventId : null,
                    Field = stored.Field,
                    Rule = stored.Rule,
                    Key = stored.Key,
                    Reason = reason,
                },
                CancellationToken.None);
        return await AfterAsync(result);
    }

    /// <summary>Marks the text as checked.</summary>
    public async Task<bool> CheckAsync()
    {
        if (Blocking > 0)
        {
            Failure = ProfileErrors.OpenFindings(Blocking);
            Changed?.Invoke(this, EventArgs.Empty);
            return false;
        }

        return await SaveAsync() && await ReadAsync(Editor.ParticipantId, Event?.JobEventId)
            && await AfterAsync(await acts.Check.ExecuteAsync(Editor.Id!.Value, Revision, CancellationToken.None));
    }

    /// <summary>Releases the profile for the event.</summary>
    public async Task<bool> ReleaseAsync()
    {
        if (Event is not { } at)
        {
            return await AfterAsync(ProfileErrors.NotRegistered);
        }

        var released = await acts.Release.ExecuteAsync(Editor.ParticipantId, at.JobEventId, CancellationToken.None);
        return await AfterAsync(released.Done ? Result.Ok : released.Error);
    }

    /// <summary>What the record says today.</summary>
    public Task<Result<ProfileContent>> ProposeAsync() => acts.Queries.PrefillAsync(Editor.ParticipantId, CancellationToken.None);

    /// <summary>Reads anew what others may have changed, and keeps what is typed.</summary>
    public async Task<bool> RefreshAsync() => await AfterAsync(Result.Ok);

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    private async Task<bool> AfterAsync(Result result)
    {
        await ReadAsync(Editor.ParticipantId, Event?.JobEventId);
        Failure = result.Error;
        // A colleague's newer text keeps its own version: our next save must find out, not overwrite it.
        _version = Editor.Revision == Revision ? Editor.Version : _version;
        Open = Open && Editor.State == ProfileState.Draft;
        Look();
        return result.Done;
    }

    private async Task<bool> ReadAsync(ParticipantId person, JobEventId? jobEvent)
    {
        var opened = await acts.Queries.OpenAsync(person, CancellationToken.None);
        if (!opened.Done)
        {
            Failure = opened.Error;
            return false;
        }

        (Editor, Failure) = (opened.Value, null);
        Event = Editor.Events.FirstOrDefault(at => at.JobEventId == jobEvent)
            ?? Editor.Events.FirstOrDefault(at => at.Date >= Today) ?? (Editor.Events.Count > 0 ? Editor.Events[^1] : null);
        var history = Editor.Id is { } id ? await acts.Queries.HistoryAsync(id, CancellationToken.None) : new List<ShortProfileQueries.HistoryStep>();
        History = history.Done ? history.Value : [];
        Progress = ProfileProgress.Of(Editor, Event, History);
        var cells = Event is { } at ? await acts.Queries.OtherCellsAsync(at.JobEventId, person, CancellationToken.None) : new List<ProfileCell>();
        _others = cells.Done ? cells.Value : [];
        return true;
    }
}
