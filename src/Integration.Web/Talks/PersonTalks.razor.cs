using Integration.Common;
using Integration.Data;
using Integration.TalkPlans;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Talks;

/// <summary>When and where a person talks with whom, on their record: what the case manager tells them.</summary>
public sealed partial class PersonTalks
{
    private IReadOnlyList<OwnTalk> _talks = [];
    private CodeCatalog? _codes;
    private ParticipantId? _read;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public ParticipantId Person { get; set; }

    [Inject] public required TalkListQueries Queries { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_read != Person)
        {
            _read = Person;
            _codes ??= await Codes.GetAsync(CancellationToken.None);
            _talks = (await Queries.OfPersonAsync(Person, CancellationToken.None)).Value ?? [];
        }
    }

    private string Where(OwnTalk talk) => string.Join(" · ", new[]
    {
        Format.Fill(TalksTexts.TableOf, talk.Table),
        talk.Stand.Length > 0 ? Format.Fill(TalksTexts.StandOf, talk.Stand) : "",
        talk.Zone,
        talk.Language.Length > 0 ? _codes!.Label("Languages", talk.Language, talk.Date) : "",
        talk.Interpreter.Length > 0 ? Format.Fill(TalksTexts.InterpretedBy, talk.Interpreter) : "",
    }.Where(part => part.Length > 0));
}
