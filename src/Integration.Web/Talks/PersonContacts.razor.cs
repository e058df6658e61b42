using System.Globalization;
using Integration.Common;
using Integration.Talks;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Talks;

/// <summary>A person's contacts on their record, and noting at the stand or in the office whom they want to talk with.</summary>
public sealed partial class PersonContacts
{
    private IReadOnlyList<ContactDeskRow> _rows = [];
    private IReadOnlyList<TalkChoice> _choices = [];
    private ParticipantId? _read;
    private string _chosen = "";
    private string? _said;
    private Error? _failure;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public ParticipantId Person { get; set; }

    [Inject] public required ContactDeskQueries Queries { get; init; }

    [Inject] public required ContactActs Acts { get; init; }

    private IEnumerable<Choice> Options => _choices.Select((choice, i) => new Choice(
        i.ToString(CultureInfo.InvariantCulture), $"{choice.Employer} · {choice.EventTitle}"));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_read != Person)
        {
            (_read, _said, _failure) = (Person, null, null);
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        _rows = (await Queries.OfPersonAsync(Person, CancellationToken.None)).Value ?? [];
        _choices = (await Queries.ChoicesAsync(Person, CancellationToken.None)).Value ?? [];
        _chosen = "";
    }

    private async Task NoteAsync()
    {
        var choice = _choices[int.Parse(_chosen, CultureInfo.InvariantCulture)];
        await WantAsync(choice.JobEventId, choice.EmployerId, true, TalksTexts.NotedNow);
    }

    private Task TakeBackAsync(ContactDeskRow row) => WantAsync(row.JobEventId, row.EmployerId, false, Format.Fill(TalksTexts.TakenBackNow, row.Employer));

    private async Task WantAsync(JobEventId jobEvent, OrganisationId employer, bool wanted, string said)
    {
        var done = await Acts.Interest.ExecuteAsync(Person, jobEvent, employer, wanted, CancellationToken.None);
        (_said, _failure) = (done.Done ? said : null, done.Error);
        await ReadAsync();
    }
}
