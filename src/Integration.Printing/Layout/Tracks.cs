using Integration.Printing.Blocks;

namespace Integration.Printing.Layout;

/// <summary>Shares a width among columns.</summary>
internal static class Tracks
{
    /// <returns>For each track, in reading order, its left edge and its width in points.</returns>
    public static (double[] Lefts, double[] Widths) Resolve(ReadOnlySpan<TrackWidth> tracks, double width, double gap, bool mirrored)
    {
        double fixedSum = 0;
        double shares = 0;
        foreach (var track in tracks)
        {
            fixedSum += track.Points;
            shares += track.Share;
        }

        var room = Math.Max(0, width - (gap * (tracks.Length - 1)));

        // Fixed widths that do not fit shrink together: nothing may stand over its neighbour.
        var factor = fixedSum > room ? room / fixedSum : 1;
        var free = Math.Max(0, room - (fixedSum * factor));
        var lefts = new double[tracks.Length];
        var widths = new double[tracks.Length];
        double x = 0;
        for (var i = 0; i < tracks.Length; i++)
        {
            widths[i] = (tracks[i].Points * factor) + (shares > 0 ? free * tracks[i].Share / shares : 0);
            lefts[i] = mirrored ? width - x - widths[i] : x;
            x += widths[i] + gap;
        }

        return (lefts, widths);
    }
}
