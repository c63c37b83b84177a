namespace PcnMedOpt.Core.Units;

/// <summary>
/// A UCUM unit that was understood. Two units convert into each other when their dimensions and the text in their braces agree
/// (language §3: mL/min and mL/min/{1.73_m2} never do).
/// </summary>
public sealed record Unit(string Text, Ratio Size, string Dimensions, string Annotation)
{
    /// <summary>A bare number: INR, scores, counts.</summary>
    public static readonly Unit None = new("", Ratio.One, "", "");

    public bool ConvertsTo(Unit other) => Dimensions == other.Dimensions && Annotation == other.Annotation && IsNone == other.IsNone;

    /// <summary>Nothing is written: neither a unit nor a percentage.</summary>
    public bool IsNone => Text.Length == 0;

    /// <summary>Compares a number in this unit with a number in another that it converts to, exactly.</summary>
    public int Compare(decimal value, decimal otherValue, Unit other) =>
        Size == other.Size ? value.CompareTo(otherValue) : (Ratio.Of(value) * Size).CompareTo(Ratio.Of(otherValue) * other.Size);

    public override string ToString() => Text;
}
