using Integration.Invitations;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Events;

/// <summary>The planned talks of the reader's own people at an event, and who of them has to be told by somebody.</summary>
public sealed partial class OurTalksPage
{
    private const string Tell = "tell", Mine = "mine";

    private OurTalks? _list;
    private bool _missing;

    /// <summary>Which of them.</summary>
    [SupplyParameterFromQuery(Name = "show")] public string? Show { get; set; }

    [Inject] public required TalkLetterQueries Queries { get; init; }

    private IEnumerable<PersonTalks> Shown => _list!.People.Where(row => Show switch
    {
        Tell => !row.ByMail,
        Mine => row.Mine,
        _ => true,
    });

    private IEnumerable<(string? Key, string Text)> Choices =>
    [
        (null, Format.Fill(TalksTexts.EverybodyOfOurs, Format.Count(_list!.People.Count))),
        (Tell, Format.Fill(TalksTexts.ToTell, Format.Count(_list.People.Count(row => !row.ByMail)))),
        (Mine, Format.Fill(TalksTexts.OfMine, Format.Count(_list.People.Count(row => row.Mine)))),
    ];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (await FollowAsync())
        {
            await ReadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var read = await Queries.ListAsync(EventId, CancellationToken.None);
        (_list, _missing) = (read.Value, !read.Done);
    }
}
