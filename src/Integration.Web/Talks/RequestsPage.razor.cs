using Integration.Common;
using Integration.Data;
using Integration.Talks;
using Integration.Web.Resources;
using Integration.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Integration.Web.Talks;

/// <summary>What companies ask about the own people: who waits longest stands first. One is answered at a time.</summary>
public sealed partial class RequestsPage
{
    /// <summary>How many stand there at first, and how many more each time.</summary>
    public const int Page = 50;

    private IReadOnlyList<ContactDeskRow>? _rows;
    private CodePicks? _codes;
    private (ContactId Id, ContactStep What)? _open;
    private bool? _read;
    private Error? _failure;
    private string? _said;
    private int _most = Page;

    /// <summary>Also those of people whom colleagues have in charge.</summary>
    [SupplyParameterFromQuery(Name = "all")] public bool All { get; set; }

    [Inject] public required ContactDeskQueries Queries { get; init; }

    [Inject] public required ContactActs Acts { get; init; }

    [Inject] public required CodeCatalogSource Codes { get; init; }

    [Inject] public required TimeProvider Clock { get; init; }

    private List<ContactDeskRow> Waiting => [.. _rows!.Where(row => row.State.Waits() && row.Open)];

    // What can still be told to a company, and what is over: event too long ago, profile locked, voucher taken back.
    private List<ContactDeskRow> Current => [.. _rows!.Where(row => !row.State.Waits() && row.Open)];

    private List<ContactDeskRow> Over => [.. _rows!.Where(row => !row.Open)];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_read != All)
        {
            (_read, _open, _said, _failure) = (All, null, null, null);
            _codes ??= new CodePicks(await Codes.GetAsync(CancellationToken.None), Clock.Today());
            await ReadAsync();
        }
    }

    private async Task ReadAsync() => _rows = (await Queries.ListAsync(!All, CancellationToken.None)).Value ?? [];

    private void Choose(ContactDeskRow row, ContactStep? what) => (_open, _said, _failure) = (what is { } step ? (row.Id, step) : null, null, null);

    private async Task AskAsync(ContactDeskRow row) =>
        await SayAsync(await Acts.Ask.ExecuteAsync(row.Id, CancellationToken.None), Format.Fill(TalksTexts.AskedNow, row.Name));

    private async Task ReleaseAsync(ContactDeskRow row) =>
        await SayAsync(await Acts.Release.ExecuteAsync(row.Id, CancellationToken.None), Format.Fill(TalksTexts.ReleasedNow, row.Name, row.Employer));

    private async Task RefuseAsync(ContactDeskRow row) =>
        await SayAsync(await Acts.Refuse.ExecuteAsync(row.Id, CancellationToken.None), Format.Fill(TalksTexts.RefusedNow, row.Employer));

    private async Task ReopenAsync(ContactDeskRow row) =>
        await SayAsync(await Acts.Reopen.ExecuteAsync(row.Id, CancellationToken.None), Format.Fill(TalksTexts.ReopenedNow, row.Name));

    private async Task SayAsync(Result done, string said)
    {
        (_failure, _said, _open) = (done.Error, done.Done ? said : null, null);
        await ReadAsync();
    }
}
