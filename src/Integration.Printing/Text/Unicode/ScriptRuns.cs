using System.Globalization;

namespace Integration.Printing.Text.Unicode;

/// <summary>A stretch of text in one script.</summary>
/// <param name="Start">Its first UTF-16 code unit.</param>
/// <param name="Length">How many code units it has.</param>
/// <param name="Script">Its script as a code of ISO 15924; <see cref="ScriptTable.Common"/> only when the whole text has no
/// character of a script of its own.</param>
public readonly record struct ScriptRun(int Start, int Length, string Script);

/// <summary>Splits a text into runs of one script for shaping: <c>foreach (var run in new ScriptRuns(text))</c>.</summary>
/// <remarks>
/// Common and inherited characters take the script in front of them, at the beginning of the text that behind them; a closing
/// bracket takes the script of its opening one (UAX #24, 5.1). A mark is never parted from its base, and a common base takes
/// the script of its marks (5.2). Paragraph separators are common characters: split paragraphs before.
/// </remarks>
public readonly ref struct ScriptRuns(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Begins at the text's first run.</summary>
    public Enumerator GetEnumerator() => new(_text);

    /// <summary>Goes through the runs in the order of the text.</summary>
    public ref struct Enumerator
    {
        private const int BracketDepth = 64;

        private readonly ReadOnlySpan<char> _text;
        private (int Pair, string Script)[]? _open;
        private int _depth;
        private int _position;

        internal Enumerator(ReadOnlySpan<char> text)
        {
            _text = text;
        }

        /// <summary>The run reached by <see cref="MoveNext"/>.</summary>
        public ScriptRun Current { get; private set; }

        /// <summary>Goes to the next run; <see langword="false"/> at the end of the text.</summary>
        public bool MoveNext()
        {
            if (_position >= _text.Length) return false;
            var start = _position;
            var script = ScriptTable.Common;
            while (_position < _text.Length)
            {
                var own = ReadCluster(_position, out var length);
                var bracket = UnicodeData.BracketOf(_text[_position]);
                if (bracket < 0 && !ScriptTable.IsSpecific(own)) own = ScriptOfOpen(-bracket);
                if (ScriptTable.IsSpecific(own))
                {
                    if (!ScriptTable.IsSpecific(script))
                    {
                        script = own;
                        SettleOpen(own);
                    }
                    else if (!string.Equals(script, own, StringComparison.Ordinal))
                    {
                        break;
                    }
                }

                if (bracket > 0) Open(bracket, script);
                else if (bracket < 0) Close(-bracket);
                _position += length;
            }

            Current = new ScriptRun(start, _position - start, script);
            return true;
        }

        private readonly string ReadCluster(int start, out int length)
        {
            var script = ScriptTable.ScriptOf(UnicodeData.CodePointAt(_text, start, out length));
            while (start + length < _text.Length)
            {
                var codePoint = UnicodeData.CodePointAt(_text, start + length, out var width);
                if (!IsMark(codePoint)) break;
                length += width;
                if (!ScriptTable.IsSpecific(script)) script = ScriptTable.ScriptOf(codePoint);
            }

            return script;
        }

        private static bool IsMark(int codePoint)
            => codePoint >= 0x300 && CharUnicodeInfo.GetUnicodeCategory(codePoint)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

        private void Open(int pair, string script)
        {
            _open ??= new (int, string)[BracketDepth];
            if (_depth < BracketDepth) _open[_depth++] = (pair, script);
        }

        /// <summary>Brackets at the very beginning belong to the first script that follows.</summary>
        private readonly void SettleOpen(string script)
        {
            for (var i = 0; i < _depth; i++)
            {
                if (!ScriptTable.IsSpecific(_open![i].Script)) _open[i].Script = script;
            }
        }

        private readonly string ScriptOfOpen(int pair)
        {
            var index = FindOpen(pair);
            return index < 0 ? ScriptTable.Common : _open![index].Script;
        }

        private void Close(int pair)
        {
            var index = FindOpen(pair);
            if (index >= 0) _depth = index;
        }

        private readonly int FindOpen(int pair)
        {
            var index = _depth - 1;
            while (index >= 0 && _open![index].Pair != pair) index--;
            return index;
        }
    }
}
