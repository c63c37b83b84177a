using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>"It" is the record that a measure over records is at. Anywhere else it stands for nothing.</summary>
public sealed class ItOutsideRecords : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3110", "it-outside-records", Severity.Error, "'it' stands for no record");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (!declaration.All<AnchorSyntax>().Any(a => a.Word.Kind == TokenKind.ItWord)) return [];
        var known = declaration.All<OfEachSyntax>().Any() ? Its(declaration.All<CountWhenSyntax>()) : [];
        var own = Its(declaration.All<OfEachSyntax>());
        return
            from it in Its([declaration.Syntax])
            where !known.Contains(it)
            select own.Contains(it)
                ? Kind.At(
                    it.Span,
                    "'it' is the record that 'of each' is choosing here, and cannot be placed by itself.",
                    "Place it by a date, or by another record, such as latest asthma recorded.")
                : Kind.At(
                    it.Span,
                    "'it' stands for the record that a measure 'of each …' counts, and there is none here.",
                    "Name the record, such as latest asthma recorded, or count records: of each … for ….");
    }

    private static HashSet<AnchorSyntax> Its(IEnumerable<SyntaxNode> nodes) =>
        [.. nodes.SelectMany(n => n.DescendantsAndSelf()).OfType<AnchorSyntax>().Where(a => a.Word.Kind == TokenKind.ItWord)];
}
