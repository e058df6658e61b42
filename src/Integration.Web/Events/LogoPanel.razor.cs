using Integration.Common;
using Integration.Events;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Integration.Web.Events;

/// <summary>The logos of an event.</summary>
public sealed partial class LogoPanel
{
    private IReadOnlyList<EventLogoRow> _logos = [];
    private JobEventId? _read;
    private LogoKind _kind;
    private string _alt = "";
    private string? _problem;
    private string? _said;
    private bool _busy;

    /// <summary>The event.</summary>
    [Parameter, EditorRequired] public JobEventId Event { get; set; }

    [Inject] public required EventLogoQueries Queries { get; init; }

    [Inject] public required SaveEventLogo Saving { get; init; }

    [Inject] public required RemoveEventLogo Removing { get; init; }

    private static IEnumerable<Choice> Kinds => Enum.GetValues<LogoKind>().Select(kind => new Choice(kind.ToString(), kind.Label()));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_read != Event)
        {
            _read = Event;
            _logos = await Queries.ListAsync(Event, CancellationToken.None);
        }
    }

    private async Task UploadAsync(InputFileChangeEventArgs e)
    {
        (_problem, _said) = (null, null);
        if (e.File.Size > EventLogo.MaxBytes)
        {
            _problem = Texts.Of(EventErrors.LogoTooLarge);
            return;
        }

        _busy = true;
        try
        {
            using var bytes = new MemoryStream();
            await using var file = e.File.OpenReadStream(EventLogo.MaxBytes);
            await file.CopyToAsync(bytes);
            var saved = await Saving.ExecuteAsync(Event, new SaveEventLogo.Form { Kind = _kind, AlternativeText = _alt, Image = bytes.ToArray() }, CancellationToken.None);
            _problem = saved.Done ? null : Texts.Of(saved.Error);
            if (saved.Done)
            {
                (_said, _alt) = (Format.Fill(LogoTexts.Saved, _alt.Trim()), "");
                _logos = await Queries.ListAsync(Event, CancellationToken.None);
            }
        }
        catch (IOException)
        {
            _problem = StandTexts.NotRead;
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task RemoveAsync(EventLogoRow logo)
    {
        var removed = await Removing.ExecuteAsync(logo.Id, CancellationToken.None);
        _problem = removed.Done ? null : Texts.Of(removed.Error);
        _said = removed.Done ? Format.Fill(LogoTexts.Removed, logo.AlternativeText) : null;
        _logos = await Queries.ListAsync(Event, CancellationToken.None);
    }
}
