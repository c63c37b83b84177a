namespace PcnMedOpt.Core.Comparing;

/// <summary>Effects in words: the classes that every report uses.</summary>
public static class Effects
{
    public static string Word(this Effect effect) => effect switch
    {
        Effect.WordingOnly => "wording only",
        Effect.Same => "the same people",
        Effect.More => "finds more people",
        Effect.Fewer => "finds fewer people",
        Effect.Other => "finds other people",
        _ => "not known",
    };

    public static string Word(this Basis basis) => basis switch { Basis.Proved => "proved", Basis.Counted => "counted on patients, not proved", _ => "not proved" };

    /// <summary>The class, and how it is known where that says something.</summary>
    public static string Words(Verdict verdict) => verdict.Effect == Effect.WordingOnly ? verdict.Effect.Word()
        : verdict is { Effect: Effect.Other, Basis: Basis.Counted } ? $"{verdict.Effect.Word()} (shown by patients)"
        : $"{verdict.Effect.Word()} ({verdict.Basis.Word()})";
}
