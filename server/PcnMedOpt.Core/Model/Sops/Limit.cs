using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Model.Sops;

/// <summary>In the order of severity.</summary>
public enum Colour
{
    Green,
    Amber,
    Red,
}

/// <summary>What a result of a test means: bands that hold every value once, and changes that come on top. The most severe colour counts.</summary>
/// <param name="Name">Its name in the procedure.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Set">The code set whose latest result is looked at.</param>
/// <param name="Unit">The unit of its bands: as written, else that of the code set.</param>
/// <param name="Bands">In the order of the text.</param>
/// <param name="Changes">Rises and falls.</param>
/// <param name="Cites">What it cites.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Limit(
    string Name, string Title, string Set, Unit Unit, ImmutableArray<Band> Bands, ImmutableArray<ChangeBand> Changes, ImmutableArray<Citation> Cites, TextSpan Span);

/// <summary>Values from one to another, in the unit of the limit.</summary>
/// <param name="Colour">What it means.</param>
/// <param name="Low">Null for no lower end.</param>
/// <param name="HoldsLow">The lower end belongs to it.</param>
/// <param name="High">Null for no upper end.</param>
/// <param name="HoldsHigh">The upper end belongs to it.</param>
/// <param name="Action">What is done; null when it does not say.</param>
/// <param name="Cites">What it cites.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Band(
    Colour Colour, decimal? Low, bool HoldsLow, decimal? High, bool HoldsHigh, string? Action, ImmutableArray<Citation> Cites, TextSpan Span)
{
    public bool Holds(decimal value) =>
        (Low is not { } low || value > low || (HoldsLow && value == low)) && (High is not { } high || value < high || (HoldsHigh && value == high));
}

/// <summary>A change of the latest result against earlier ones in a window (as <c>rose by</c> and <c>fell by</c> of language §4).</summary>
public sealed record ChangeBand(Colour Colour, ChangeTest Change, string? Action, ImmutableArray<Citation> Cites, TextSpan Span);

/// <summary>The limits of another procedure, but for some.</summary>
public sealed record LimitsTaken(string Sop, ImmutableArray<string> Except, ImmutableArray<Citation> Cites, TextSpan Span);
