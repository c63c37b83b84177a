using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>
/// A published safety indicator read "(age and ACE inhibitor) or loop diuretic" where "age and (ACE inhibitor or loop diuretic)" was meant, and
/// counted patients of every age. Which binds first is for the author to say.
/// </summary>
public sealed class MixedAndOr : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3101", "mixed-and-or", Severity.Error, "'and' and 'or' stand in one row without brackets");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from row in declaration.All<JoinedSyntax>()
        where row.IsMixed
        select Kind.At(
            row.Span,
            "'and' and 'or' stand in one row, so that this can be read in two ways.",
            "Put brackets around what belongs together.",
            Bracketed(row, TokenKind.AndWord),
            Bracketed(row, TokenKind.OrWord));

    /// <summary>Brackets around each run of operands that one word joins.</summary>
    private static Fix Bracketed(JoinedSyntax row, TokenKind binds)
    {
        var edits = new List<TextEdit>();
        var title = "";
        for (var first = 0; first < row.Operands.Length;)
        {
            var last = first;
            while (last < row.Operators.Length && row.Operators[last].Kind == binds) last++;
            var run = string.Join($" {TokenText.Of(binds)} ", row.Operands[first..(last + 1)].Select(o => o.OneLine));
            if (last > first) edits.AddRange(Rewriting.InBrackets(row.Operands[first].Span.Start, row.Operands[last].Span.End));
            title += (first > 0 ? $" {row.Operators[first - 1].Text} " : "") + (last > first ? $"({run})" : run);
            first = last + 1;
        }
        return Fix.Changes(title, [.. edits]);
    }
}
