namespace Integration.Printing.Pdf;

/// <summary>The bookmarks, written as they come: an entry waits only for the number of the next.</summary>
internal sealed class Outline(ObjectFile file)
{
    private int root;
    private int first;
    private int count;
    private (int Number, int Previous, string Title, int Page, double X, double Y) last;

    public void Add(string title, int page, double x, double y)
    {
        if (root == 0)
        {
            root = file.Reserve();
        }

        var number = file.Reserve();
        if (first == 0)
        {
            first = number;
        }
        else
        {
            WriteLast(number);
        }

        last = (number, last.Number, title, page, x, y);
        count++;
    }

    /// <returns>The number of the outline; 0 if there are no bookmarks.</returns>
    public int Finish()
    {
        if (root == 0)
        {
            return 0;
        }

        WriteLast(0);
        file.Begin(root).Put("<</Type/Outlines/First "u8).Reference(first).Put("/Last "u8).Reference(last.Number)
            .Put("/Count "u8).Int(count).Put(">>"u8);
        file.End();
        return root;
    }

    private void WriteLast(int next)
    {
        var o = file.Begin(last.Number).Put("<</Title"u8).Text(last.Title).Put("/Parent "u8).Reference(root);
        if (last.Previous != 0)
        {
            o.Put("/Prev "u8).Reference(last.Previous);
        }

        if (next != 0)
        {
            o.Put("/Next "u8).Reference(next);
        }

        o.Put("/Dest["u8).Reference(last.Page).Put("/XYZ "u8).Number(last.X).Put((byte)' ').Number(last.Y).Put(" null]>>"u8);
        file.End();
    }
}
