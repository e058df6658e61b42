using Integration.Common;
using Integration.Participants;

namespace Integration.Web.Participants;

/// <summary>A record while its page is open. Its sections save into it and no other: a form that outlives the page's step to the next person still
/// means the person it was read from.</summary>
#pragma warning disable CA1001 // The semaphore holds no handle until somebody waits on it by one; a form may still save after the page is gone.
internal sealed class OpenRecord(Participant person, SaveParticipantSection saving, Func<Participant, IParticipantSection, Task> saved)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private Guid _version = person.Version;

    /// <summary>Saves a section, one after the other: each passes on the version that the one before has made.</summary>
    public async Task<Result<Saved>> SaveAsync(IParticipantSection section)
    {
        await _one.WaitAsync();
        try
        {
            var result = await saving.ExecuteAsync(person.Id, _version, section, CancellationToken.None);
            if (result.Done)
            {
                _version = result.Value.Version;
                section.ApplyTo(person);
                await saved(person, section);
            }

            return result;
        }
        finally
        {
            _one.Release();
        }
    }
}
