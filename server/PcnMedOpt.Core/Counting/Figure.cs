using System.Globalization;

namespace PcnMedOpt.Core.Counting;

/// <summary>How much of a number is published.</summary>
public enum FigureKind
{
    /// <summary>The number itself.</summary>
    Exact,

    /// <summary>That it is 1 or more, and less than the limit.</summary>
    Small,

    /// <summary>That it is the limit or more: with the number itself, a small one could be worked out.</summary>
    Large,

    /// <summary>Nothing, for the same reason.</summary>
    Withheld,
}

/// <summary>A number as it is published.</summary>
/// <param name="Kind">How much of it.</param>
/// <param name="Number">The number; the limit where it is small or large; 0 where it is withheld.</param>
public readonly record struct Figure(FigureKind Kind, long Number)
{
    public static Figure Withheld { get; } = new(FigureKind.Withheld, 0);

    /// <summary>The number; null where it is not published.</summary>
    public long? Value => Kind == FigureKind.Exact ? Number : null;

    /// <summary>For people: <c>1,234</c>, <c>&lt;6</c>, <c>≥6</c>, <c>*</c>.</summary>
    public string Text => Kind switch
    {
        FigureKind.Exact => Number.ToString("N0", CultureInfo.InvariantCulture),
        FigureKind.Small => string.Create(CultureInfo.InvariantCulture, $"<{Number}"),
        FigureKind.Large => string.Create(CultureInfo.InvariantCulture, $"≥{Number}"),
        _ => "*",
    };

    public static Figure Exact(long number) => new(FigureKind.Exact, number);
}
