using Integration.Common;
using Integration.Data;
using Integration.EmployerAccess;
using Integration.TalkPlans;
using Integration.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Employer;

/// <summary>The planned talks at a company's own tables: when, at which table, under which Chiffre, in which language; the profile is one tap away.</summary>
public sealed partial class TalksPage
{
    private AdmittedEvent? _event;
    private IReadOnlyList<EmployerTalk> _talks = [];
    private CodeCatalog? _codes;

    /// <summary>The event.</summary>
    [Parameter] public Guid Id { get; set; }

    [Inject] public required EmployerEventQueries Events { get; init; }

    [Inject] public required TalkListQueries Talks { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    private JobEventId EventId => new(Id);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _event = (await Events.ListAsync(CancellationToken.None)).Value?.FirstOrDefault(row => row.Id == EventId && row.Open);
        if (_event is not null)
        {
            _codes = await Codes.GetAsync(CancellationToken.None);
            _talks = (await Talks.OfEmployerAsync(EventId, CancellationToken.None)).Value ?? [];
        }
    }

    private string Spoken(EmployerTalk talk) => talk.Language.Length == 0 ? EmployerTexts.TalkInGerman
        : string.Join(" · ", new[] { _codes!.Label("Languages", talk.Language, _event!.Date), talk.Interpreted ? EmployerTexts.InterpreterComes : EmployerTexts.AtYourTable });
}
