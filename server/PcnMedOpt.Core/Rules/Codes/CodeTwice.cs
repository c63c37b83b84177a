using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>An entry that another one already stands for. It does no harm until one of the two is changed.</summary>
public sealed class CodeTwice : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2106", "code-twice", Severity.Warning, "A code stands twice in a code set");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Facts.Codes is not { } set || !HoldsOneTwice(set)) return [];
        return
            from same in set.Entries.Where(e => e.Code.Id is not null).GroupBy(e => e.Code.Id)
            where same.Skip(1).Any()
            from needless in same
            let kept = same.FirstOrDefault(e => IsKeptInsteadOf(e, needless, set.System))
            where kept is not null
            select About(declaration, needless, kept, !needless.Covers(kept, set.System));
    }

    private static bool HoldsOneTwice(CodeSetDefinition set)
    {
        var seen = new HashSet<long>(set.Entries.Length);
        foreach (var entry in set.Entries)
            if (entry.Code.Id is { } id && !seen.Add(id)) return true;
        return false;
    }

    /// <summary>The wider of two entries is kept, and of two that stand for the same the first.</summary>
    private static bool IsKeptInsteadOf(CodeEntry entry, CodeEntry needless, CodeSystem system) =>
        !ReferenceEquals(entry, needless) && entry.Covers(needless, system) && (entry.Span.Start < needless.Span.Start || !needless.Covers(entry, system));

    private Diagnostic About(DeclarationMeaning declaration, CodeEntry needless, CodeEntry kept, bool isWider) => Kind.At(
        needless.Span,
        isWider
            ? $"Another entry of '{declaration.Facts.Name}' stands for {needless.Code.Text} too."
            : $"{needless.Code.Text} stands in '{declaration.Facts.Name}' already.",
        "Remove this entry.",
        Fix.Keeps("Remove this entry", Edits.Remove(declaration.Text, needless.Span))) with
    {
        Related = new Related(declaration.Facts.Name ?? "", kept.Span, "stands here"),
    };
}
