using Integration.Access;
using Integration.Common;
using Integration.Participants.Import;
using Integration.Web.Layout;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Integration.Web.Participants.Import;

/// <summary>First step: the file. It is kept in memory only until its rows are staged; its name, which may hold names, is not read.</summary>
public sealed partial class ImportUploadPage
{
    private const int Chunk = 64 * 1024;

    private string _event = "";
    private string? _problem;
    private bool _busy;
    private int _read;

    [Inject] public required ICurrentUser CurrentUser { get; init; }

    [Inject] public required ChosenEvent Chosen { get; init; }

    [Inject] public required StageImport Stage { get; init; }

    [Inject] public required ImportQueries Queries { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await Chosen.LoadAsync();
        _event = Chosen.Current?.Id.ToString() ?? "";
    }

    private async Task StageAsync(InputFileChangeEventArgs e)
    {
        if (e.File.Size > ImportFile.MaxBytes)
        {
            _problem = Texts.Of(ImportProblems.TooLarge);
            return;
        }

        (_busy, _problem, _read) = (true, null, 0);
        try
        {
            var content = await ReadAsync(e.File);
            _read = 100;
            StateHasChanged();
            var jobEvent = Guid.TryParse(_event, out var id) && CurrentUser.Has(Permission.RegisterForEvents) ? new JobEventId(id) : (JobEventId?)null;
            var staged = await Task.Run(() => Stage.ExecuteAsync(new StageImport.Form { Content = content, JobEventId = jobEvent }, CancellationToken.None));
            if (staged.Done)
            {
                await GoOnAsync(staged.Value);
            }
            else
            {
                _problem = Texts.Of(staged.Error);
            }
        }
        catch (IOException)
        {
            // The browser lost the file or the connection while it was read.
            _problem = ImportTexts.ReadingBroke;
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task<byte[]> ReadAsync(IBrowserFile file)
    {
        await using var stream = file.OpenReadStream(ImportFile.MaxBytes);
        var content = new byte[file.Size];
        var done = 0;
        while (done < content.Length)
        {
            var got = await stream.ReadAsync(content.AsMemory(done, Math.Min(Chunk, content.Length - done)));
            if (got == 0)
            {
                throw new EndOfStreamException();
            }

            done += got;
            _read = (int)(99L * done / content.Length);
            StateHasChanged();
        }

        return content;
    }

    // A file whose columns are all known needs no word about them.
    private async Task GoOnAsync(ImportBatchId id)
    {
        var found = await Queries.FindAsync(id, CancellationToken.None);
        var known = found.Done && found.Value.MissingColumns.Length == 0 && found.Value.Columns.All(column => column.Column is not null || column.LeftOut);
        Navigation.NavigateTo(known ? Links.ImportCheck(id) : Links.ImportColumns(id));
    }
}
