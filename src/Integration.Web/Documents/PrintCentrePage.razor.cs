using Integration.Common;
using Integration.Data;
using Integration.Documents;
using Integration.Documents.Sheets;
using Integration.Profiles;
using Integration.Reports;
using Integration.Web.Layout;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Documents;

/// <summary>The print centre: every product of an event with its count, what was printed, and what has to come back.</summary>
public sealed partial class PrintCentrePage
{
    private EventChoice? _event;
    private PrintCentreView? _view;
    private EmployerProfile? _example;
    private SheetLabels? _labels;
    private ProfileLayout _layout;
    private int _copies = 1;
    private int _folderCopies = 1;
    private bool _onlyUnprinted = true;
    private string _employer = "";
    private bool _loaded;

    /// <summary>Id of the event; the chosen one when nothing is said.</summary>
    [SupplyParameterFromQuery(Name = "event")] public Guid? EventId { get; set; }

    [Inject] public required PrintDesk Desk { get; init; }

    [Inject] public required ChosenEvent Chosen { get; init; }

    [Inject] public required EmployerProfileQueries Employers { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    private bool Due => _onlyUnprinted && _view!.Counts.NeverPrinted > 0;

    private int ToPrint => (Due ? _view!.Counts.NeverPrinted : _view!.Counts.Profiles) * Math.Clamp(_copies, 1, PrintProfiles.MaxCopies);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        await Chosen.LoadAsync();
        var wanted = EventId is { } id ? Chosen.Events.FirstOrDefault(known => known.Id.Value == id) : Chosen.Current;
        if (!_loaded || wanted?.Id != _event?.Id)
        {
            _event = wanted;
            await ReadAsync();
            _loaded = true;
        }
    }

    private async Task ReadAsync()
    {
        _view = _event is null ? null : await Desk.ReadAsync(_event.Id, CancellationToken.None);
        if (_view?.Example is { } chiffre && _example?.Chiffre != chiffre)
        {
            _example = (await Employers.FindAsync(chiffre, CancellationToken.None)).Value;
            _labels = _example is null ? null : new SheetLabels(await Codes.GetAsync(), _example.AsOf);
        }
    }

    private void ChooseEvent(string id) => Navigation.NavigateTo(Links.PrintCentreOf(new JobEventId(Guid.Parse(id))));

    private void PrintProfilesNow() => Desk.Profiles(
        new PrintProfiles.Request { JobEventId = _event!.Id, Layout = _layout, Copies = _copies, OnlyUnprinted = Due },
        Format.Fill(DocumentsPagesTexts.JobProfiles, ToPrint, _layout.Label()));

    private void PrintFolders() => Desk.Profiles(
        new PrintProfiles.Request
        {
            JobEventId = _event!.Id,
            Layout = ProfileLayout.Folder,
            Copies = _folderCopies,
            EmployerId = Guid.TryParse(_employer, out var employer) ? new OrganisationId(employer) : null,
        },
        _view!.Employers.FirstOrDefault(choice => choice.Value == _employer) is { } one
            ? Format.Fill(DocumentsPagesTexts.JobFolder, one.Label)
            : DocumentsPagesTexts.JobFolders);
}
