namespace Integration.Printing.Pdf;

/// <summary>A balanced tree written from its leaves up while they come: of pages, of structure, of numbers.
/// It holds one open node a level, whatever the number of leaves.</summary>
/// <param name="file">Where nodes are written.</param>
/// <param name="write">Writes a node: number, parent (0 at the root), kids, leaves below it, whether it is the root.</param>
internal sealed class Tree(ObjectFile file, Action<Tree.Node, int> write)
{
    private const int Fanout = 64;
    private readonly List<Node> levels = [];

    /// <summary>A node while it is filled.</summary>
    internal sealed class Node(int number, int level)
    {
        public int Number { get; } = number;

        public int Level { get; } = level;

        public List<int> Kids { get; } = new(8);

        /// <summary>The keys of the leaves, at the lowest level.</summary>
        public List<int> Keys { get; } = new(8);

        public int Leaves { get; set; }

        /// <summary>The first and last key below, for number trees.</summary>
        public int First { get; set; } = -1;

        public int Last { get; set; }
    }

    /// <summary>The number of the node that the next leaf will belong to.</summary>
    public int Parent(int level = 0)
    {
        while (levels.Count <= level)
        {
            levels.Add(new Node(file.Reserve(), levels.Count));
        }

        if (levels[level].Kids.Count == Fanout)
        {
            Close(level);
        }

        return levels[level].Number;
    }

    /// <summary>Adds a leaf below <see cref="Parent"/>.</summary>
    public void Add(int leaf, int key = 0)
    {
        Parent();
        levels[0].Keys.Add(key);
        Attach(levels[0], leaf, 1, key, key);
    }

    /// <summary>Writes all open nodes.</summary>
    /// <returns>The root's number.</returns>
    public int Finish()
    {
        if (levels.Count == 0)
        {
            Parent();
        }

        for (var level = 0; level < levels.Count - 1; level++)
        {
            if (levels[level].Kids.Count > 0)
            {
                Close(level, reopen: false);
            }
        }

        write(levels[^1], 0);
        return levels[^1].Number;
    }

    private static void Attach(Node node, int kid, int leaves, int first, int last)
    {
        node.Kids.Add(kid);
        node.Leaves += leaves;
        node.First = node.First < 0 ? first : node.First;
        node.Last = last;
    }

    private void Close(int level, bool reopen = true)
    {
        var node = levels[level];
        var parent = Parent(level + 1);
        write(node, parent);
        Attach(levels[level + 1], node.Number, node.Leaves, node.First, node.Last);
        if (reopen)
        {
            levels[level] = new Node(file.Reserve(), level);
        }
    }
}
