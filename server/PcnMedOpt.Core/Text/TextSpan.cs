namespace PcnMedOpt.Core.Text;

/// <summary>A stretch of text: where it starts and how many UTF-16 units it has.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    public TextSpan Shift(int by) => new(Start + by, Length);

    public bool Contains(int offset) => offset >= Start && offset <= End;

    public string Of(string text) => text.Substring(Start, Length);
}
