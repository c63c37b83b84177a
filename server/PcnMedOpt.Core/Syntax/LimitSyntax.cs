using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

/// <summary><c>limit white_cells "White cell count" of white_cell_count in 10*9/L { … }</c></summary>
public sealed class LimitSyntax(Token keyword, Token name, Token title, Token set, Token? unit, Body body) : ClauseSyntax, IBlockSyntax
{
    public Token Keyword => keyword;

    public Token Name => name;

    public Token Title => title;

    public Token Set => set;

    public Token? Unit => unit;

    public Token Open => body.Open;

    /// <summary>Bands, and what could not be read.</summary>
    public ImmutableArray<ClauseSyntax> Bands => body.Clauses;

    public Token? Close => body.Close;

    protected internal override void AddChildren(NodeList to) => to.All(Bands);
}

/// <summary>A band of a limit: its colour, what falls into it, and what is done.</summary>
public abstract class BandSyntax(Token colour, Token? action) : ClauseSyntax
{
    /// <summary>red, amber or green</summary>
    public Token Colour => colour;

    public Token? Action => action;
}

/// <summary><c>red below 3.5</c>, <c>green 3.5 and above</c>, <c>amber 3.5 to below 4</c>, <c>red above 5 to 8</c>, <c>green 5 and below</c></summary>
/// <param name="colour">red, amber or green.</param>
/// <param name="low">Its lower end; null when it has none.</param>
/// <param name="lowWord">above, when the lower end does not belong to it.</param>
/// <param name="high">Its upper end; null when it has none.</param>
/// <param name="highWord">below, when the upper end does not belong to it.</param>
/// <param name="action">What is done.</param>
public sealed class RangeBandSyntax(Token colour, QuantitySyntax? low, Token? lowWord, QuantitySyntax? high, Token? highWord, Token? action) : BandSyntax(colour, action)
{
    public QuantitySyntax? Low => low;

    public bool HoldsLow => lowWord is null;

    public QuantitySyntax? High => high;

    public bool HoldsHigh => highWord is null;

    protected internal override void AddChildren(NodeList to) => to.Add(low).Add(high);
}

/// <summary><c>amber rise of more than 30 % in last 12 months</c></summary>
public sealed class ChangeBandSyntax(Token colour, Token direction, Token? more, QuantitySyntax amount, WindowSyntax window, Token? action) : BandSyntax(colour, action)
{
    /// <summary>rise or fall</summary>
    public Token Direction => direction;

    public Token? More => more;

    public QuantitySyntax Amount => amount;

    public WindowSyntax Window => window;

    protected internal override void AddChildren(NodeList to) => to.Add(amount).Add(window);
}
