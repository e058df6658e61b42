namespace Integration.Web.Hosting;

/// <summary>Held by a running portal, so that a second one, or a restore, leaves its data folder alone.</summary>
public static class FolderLock
{
    /// <summary>Takes the lock of a data folder.</summary>
    /// <returns>Dispose it to give it back; <see langword="null"/> while somebody else has it.</returns>
    public static IDisposable? TryTake(DataFolder data)
    {
        Directory.CreateDirectory(data.Folder);
        try
        {
            return new FileStream(Path.Combine(data.Folder, "portal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
