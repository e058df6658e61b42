using System.Text;
using Bunit;
using Integration.Access;
using Integration.Common;
using Integration.Data;
using Integration.TalkPlans;
using Integration.Testing;
using Integration.Web.Shared;
using Integration.Web.TalkPlans;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Web.Tests.TalkPlans;

public sealed class BoardGridTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private PageContext _context = null!;
    private CodePicks _codes = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _context = new PageContext(_database, TestUser.With(OrganisationId.New(), Role.Organiser));
        _codes = new CodePicks(await _context.Services.GetRequiredService<CodeCatalogSource>().GetAsync(Xunit.TestContext.Current.CancellationToken), new DateOnly(2026, 11, 24));
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public void LargeFair_StaysSmallOnThePage()
    {
        var board = Boards.Full(employers: 60, tables: 2, slots: 12);
        var pages = BoardPages.Of(board.Hosts, board.Slots.Count);
        Assert.Equal(board.Hosts, pages.SelectMany(page => page));
        var largest = pages.Max(page => Size(board, page));
        Assert.True(largest < 50_000, $"{largest} bytes");
        // The control: all employers at once would be far beyond.
        Assert.True(Size(board, board.Hosts) > 200_000);
    }

    [Fact]
    public void GroupsAtTables_MakeThePagesShorter()
    {
        var single = BoardPages.Of(Boards.Full(10, 2, 12).Hosts, 12);
        var groups = BoardPages.Of(Boards.Full(10, 2, 12, groupSize: 4).Hosts, 12);
        Assert.True(groups.Count > single.Count);
        // An employer larger than a page still has one.
        Assert.All(groups, page => Assert.NotEmpty(page));
    }

    [Fact]
    public async Task PutDownElsewhere_TellsTimeAndTable()
    {
        var board = Boards.Full(2, 2, 3);
        BoardMove? moved = null;
        var grid = Render(board, board.Hosts, editable: true, move => moved = move);
        var seat = board.Sittings[0].Seats[0];
        await grid.InvokeAsync(() => grid.Instance.MovedTo(Boards.IdOf(seat.Id), 3, 2));
        Assert.Equal(new BoardMove(seat.Id, board.Hosts[1], board.Slots[2].StartsAt, 2), moved);
        moved = null;
        await grid.InvokeAsync(() => grid.Instance.MovedTo(Boards.IdOf(seat.Id), 99, 2));
        Assert.Null(moved);
    }

    [Fact]
    public async Task PublishedPlan_IsNotMoved()
    {
        var board = Boards.Full(1, 1, 3);
        BoardMove? moved = null;
        var grid = Render(board, board.Hosts, editable: false, move => moved = move);
        await grid.InvokeAsync(() => grid.Instance.MovedTo(Boards.IdOf(board.Sittings[0].Seats[0].Id), 0, 1));
        Assert.Null(moved);
        Assert.Empty(grid.FindAll("[draggable]"));
    }

    [Fact]
    public async Task Talk_IsChosenAndMarked()
    {
        var board = Boards.Full(1, 1, 2);
        ScheduledTalkId? chosen = null;
        var grid = _context.Render<BoardGrid>(p => p.Add(x => x.Board, board).Add(x => x.Hosts, board.Hosts).Add(x => x.Codes, _codes).Add(x => x.Editable, true)
            .Add(x => x.Warned, new HashSet<ScheduledTalkId> { board.Sittings[1].Seats[0].Id })
            .Add(x => x.Selected, board.Sittings[0].Seats[0].Id)
            .Add(x => x.OnSelect, (ScheduledTalkId id) => chosen = id));
        Assert.Equal(board.Sittings[0].Seats[0].Chiffre, grid.Find("[aria-current=true]").TextContent);
        Assert.Equal(board.Sittings[1].Seats[0].Chiffre, grid.Find(".talk.warn").TextContent);
        await grid.Find(".talk.warn").ClickAsync(new MouseEventArgs());
        Assert.Equal(board.Sittings[1].Seats[0].Id, chosen);
    }

    private int Size(TalkBoard board, IReadOnlyList<TalkHostRow> hosts) => Encoding.UTF8.GetByteCount(Render(board, hosts, editable: true, _ => { }).Markup);

    private IRenderedComponent<BoardGrid> Render(TalkBoard board, IReadOnlyList<TalkHostRow> hosts, bool editable, Action<BoardMove> moved) =>
        _context.Render<BoardGrid>(p => p.Add(x => x.Board, board).Add(x => x.Hosts, hosts).Add(x => x.Codes, _codes).Add(x => x.Editable, editable).Add(x => x.OnMove, moved));
}
