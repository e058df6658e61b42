using System.Diagnostics;
using System.Text;
using Integration.Testing;

namespace Integration.Browser.Tests;

/// <summary>Reads the QR code of a printed page as a telephone does, from the drawn dots alone: three finders, the grid between them, mask, codewords
/// (ISO/IEC 18004, versions 2 to 6). The picture is clean, so the check words are not needed.</summary>
internal static class QrReader
{
    // Blocks and data codewords a block at level L and M, by version.
    private static readonly (int Blocks, int Words)[] L = [(1, 34), (1, 55), (1, 80), (1, 108), (2, 68)];
    private static readonly (int Blocks, int Words)[] M = [(1, 28), (1, 44), (2, 32), (2, 43), (4, 27)];

    /// <summary>The text of the code on a page, counted from 1.</summary>
    public static async Task<string> ReadAsync(byte[] pdf, int page = 1)
    {
        var folder = Directory.CreateTempSubdirectory("qr-");
        try
        {
            var (file, picture) = (Path.Combine(folder.FullName, "sheet.pdf"), Path.Combine(folder.FullName, "sheet"));
            await File.WriteAllBytesAsync(file, pdf);
            var number = page.ToString(System.Globalization.CultureInfo.InvariantCulture);
            using var process = Start("pdftoppm", "-r", "400", "-gray", "-f", number, "-singlefile", file, picture);
            await process.WaitForExitAsync();
            return Decode(Sample(Grey.Of(await File.ReadAllBytesAsync(picture + ".pgm"))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(string program, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments))!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.SkipUnless(TestDatabase.RequiresAll, $"{program} is not installed.");
            throw;
        }
    }

    private static bool[,] Sample(Grey page)
    {
        var finders = Finders(page);
        Assert.Equal(3, finders.Count);
        var corner = finders.MinBy(found => found.X + found.Y);
        var right = finders.MaxBy(found => found.X - found.Y);
        var size = (int)Math.Round((right.X - corner.X) / corner.Module) + 7;
        Assert.Equal(1, size % 4);
        var step = (right.X - corner.X) / (size - 7);
        var dark = new bool[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                dark[row, column] = page.Dark((int)(corner.X + ((column - 3) * step)), (int)(corner.Y + ((row - 3) * step)));
            }
        }

        return dark;
    }

    /// <summary>Dark, light, dark, light, dark in the proportions 1:1:3:1:1, across and down.</summary>
    private static List<(double X, double Y, double Module)> Finders(Grey page)
    {
        var found = new List<(double X, double Y, double Module, int Rows)>();
        for (var y = 0; y < page.Height; y++)
        {
            foreach (var (x, module) in Crossings(page.Width, at => page.Dark(at, y)))
            {
                var down = Crossings(page.Height, at => page.Dark((int)x, at)).FirstOrDefault(cross => Math.Abs(cross.Middle - y) < module && Math.Abs(cross.Module - module) < module / 3);
                if (down == default)
                {
                    continue;
                }

                var known = found.FindIndex(one => Math.Abs(one.X - x) < 3 * module && Math.Abs(one.Y - down.Middle) < 3 * module);
                if (known < 0)
                {
                    found.Add((x, down.Middle, module, 1));
                }
                else
                {
                    found[known] = found[known] with { Rows = found[known].Rows + 1 };
                }
            }
        }

        return [.. found.Where(one => one.Rows >= 3).OrderByDescending(one => one.Rows).Take(3).Select(one => (one.X, one.Y, one.Module))];
    }

    private static IEnumerable<(double Middle, double Module)> Crossings(int length, Func<int, bool> dark)
    {
        var runs = new List<(int From, int Length, bool Dark)>();
        for (var (at, from) = (1, 0); at <= length; at++)
        {
            if (at == length || dark(at) != dark(from))
            {
                runs.Add((from, at - from, dark(from)));
                from = at;
            }
        }

        for (var i = 0; i + 4 < runs.Count; i++)
        {
            var module = (runs[i].Length + runs[i + 1].Length + runs[i + 2].Length + runs[i + 3].Length + runs[i + 4].Length) / 7.0;
            bool Is(int run, int modules) => Math.Abs(runs[run].Length - (modules * module)) < module * 0.6;
            if (runs[i].Dark && module >= 3 && Is(i, 1) && Is(i + 1, 1) && Is(i + 2, 3) && Is(i + 3, 1) && Is(i + 4, 1))
            {
                yield return (runs[i + 2].From + (runs[i + 2].Length / 2.0), module);
            }
        }
    }

    private static string Decode(bool[,] dark)
    {
        var size = dark.GetLength(0);
        var version = (size - 17) / 4;
        Assert.InRange(version, 2, 6);
        var format = 0;
        foreach (var (row, column) in new[] { (8, 0), (8, 1), (8, 2), (8, 3), (8, 4), (8, 5), (8, 7), (8, 8), (7, 8), (5, 8), (4, 8), (3, 8), (2, 8), (1, 8), (0, 8) })
        {
            format = (format << 1) | (dark[row, column] ? 1 : 0);
        }

        format ^= 0x5412;
        var blocks = (format >> 13) switch { 0 => M, 1 => L, var level => throw new NotSupportedException($"Level {level}.") };
        var bits = Bits(dark, size, version, (format >> 10) & 7).ToList();
        var words = Enumerable.Range(0, bits.Count / 8).Select(i => bits.Skip(8 * i).Take(8).Aggregate(0, (word, bit) => (word << 1) | (bit ? 1 : 0))).ToList();
        var (count, each) = blocks[version - 2];
        var data = Enumerable.Range(0, count).SelectMany(block => Enumerable.Range(0, each).Select(i => words[(i * count) + block])).ToList();
        return Text(data);
    }

    // Segments of digits, of capitals and signs, or of bytes, one after the other until four zeros.
    private static string Text(List<int> words)
    {
        const string Signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        var (at, text) = (0, new StringBuilder());
        int Take(int bits)
        {
            var value = 0;
            for (var end = at + bits; at < end; at++)
            {
                value = (value << 1) | ((words[at / 8] >> (7 - (at % 8))) & 1);
            }

            return value;
        }

        while (at + 4 <= words.Count * 8 && Take(4) is > 0 and var mode)
        {
            var left = Take(mode switch { 1 => 10, 2 => 9, 4 => 8, _ => throw new NotSupportedException($"Mode {mode}.") });
            while (left > 0)
            {
                var taken = Math.Min(left, mode switch { 1 => 3, 2 => 2, _ => 1 });
                var value = Take((mode, taken) switch { (1, 3) => 10, (1, 2) => 7, (1, _) => 4, (2, 2) => 11, (2, _) => 6, _ => 8 });
                text.Append(mode switch
                {
                    1 => value.ToString("D" + taken, System.Globalization.CultureInfo.InvariantCulture),
                    2 => taken == 2 ? $"{Signs[value / 45]}{Signs[value % 45]}" : Signs[value].ToString(),
                    _ => ((char)value).ToString(),
                });
                left -= taken;
            }
        }

        return text.ToString();
    }

    private static IEnumerable<bool> Bits(bool[,] dark, int size, int version, int mask)
    {
        var up = true;
        for (var right = size - 1; right > 0; right -= 2, up = !up)
        {
            right -= right == 6 ? 1 : 0;
            for (var i = 0; i < size; i++)
            {
                var row = up ? size - 1 - i : i;
                foreach (var column in new[] { right, right - 1 })
                {
                    if (!IsFixed(row, column, size, version))
                    {
                        yield return dark[row, column] ^ Masked(mask, row, column);
                    }
                }
            }
        }
    }

    private static bool IsFixed(int row, int column, int size, int version)
    {
        var middle = (4 * version) + 10;
        return (row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9) || row == 6 || column == 6
            || (Math.Abs(row - middle) <= 2 && Math.Abs(column - middle) <= 2);
    }

    private static bool Masked(int mask, int i, int j) => mask switch
    {
        0 => (i + j) % 2 == 0,
        1 => i % 2 == 0,
        2 => j % 3 == 0,
        3 => (i + j) % 3 == 0,
        4 => ((i / 2) + (j / 3)) % 2 == 0,
        5 => (i * j % 2) + (i * j % 3) == 0,
        6 => ((i * j % 2) + (i * j % 3)) % 2 == 0,
        _ => (((i + j) % 2) + (i * j % 3)) % 2 == 0,
    };

    private sealed record Grey(int Width, int Height, byte[] Bytes, int From)
    {
        public bool Dark(int x, int y) => Bytes[From + (y * Width) + x] < 128;

        public static Grey Of(byte[] pgm)
        {
            var (at, numbers) = (2, new List<int>());
            while (numbers.Count < 3)
            {
                for (; pgm[at] <= ' '; at++)
                {
                }

                var start = at;
                for (; pgm[at] > ' '; at++)
                {
                }

                numbers.Add(int.Parse(Encoding.ASCII.GetString(pgm, start, at - start), System.Globalization.CultureInfo.InvariantCulture));
            }

            return new Grey(numbers[0], numbers[1], pgm, at + 1);
        }
    }
}
