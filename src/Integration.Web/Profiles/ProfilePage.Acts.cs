using Integration.Common;
using Integration.Profiles;
using Integration.Web.Shared;

namespace Integration.Web.Profiles;

/// <summary>What the editor's buttons do.</summary>
public sealed partial class ProfilePage
{
    private async Task CheckAsync()
    {
        await _pause.CancelAsync();
        if (await Session.CheckAsync())
        {
            await Scripts.DraftsAsync<object?>("forget", DraftKey);
            await Scripts.ShellAsync("focus", "consent");
        }
        else if (Session.Findings.FirstOrDefault(seen => seen.Blocks) is { } first)
        {
            await GoToAsync(first.Finding.Field);
        }
    }

    private Task ReleaseAsync() => Session.ReleaseAsync();

    private async Task ConsentedAsync(bool release)
    {
        await Session.RefreshAsync();
        if (release && Session.Progress.Step == ProfileStep.Consented)
        {
            await Session.ReleaseAsync();
        }

        // The consent's form is gone: the cursor goes to what comes next.
        await Scripts.ShellAsync("focus", Done && Neighbour(1) is not null ? "next-person" : "profile-state");
    }

    private void ChooseEventAsync(JobEventId id) => Navigation.NavigateTo(Links.ShortProfile(_shown, _list, id));

    private Task GoToAsync(string field) => Scripts.ShellAsync("focusField", ProfileForm.InputOf(field), field);

    private async Task ReopenAsync()
    {
        await Session.OpenAsync(_shown, Session.Event?.JobEventId);
        _reopened++;
    }

    private async Task ProposeAsync()
    {
        var proposed = await Session.ProposeAsync();
        if (proposed.Done)
        {
            (_proposed, _proposals) = (proposed.Value, ProfileBlocks.Differences(Session.Content, proposed.Value, _codes!));
            StateHasChanged();
            await Scripts.ShellAsync("focus", "proposals");
        }
    }

    private void TakeProposals(IReadOnlySet<string> blocks)
    {
        _proposals = null;
        Session.Write(ProfileBlocks.Take(Session.Content, _proposed, blocks));
        Touch();
    }

    private void TakeDraft(IReadOnlyDictionary<string, string[]> values)
    {
        var form = new ProfileForm();
        FormDraft.Apply(form, values);
        Session.Unlock();
        Session.Write(form.ToContent());
        Touch();
    }
}
