using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>In "not asthma recorded and copd recorded" the reader cannot see how far "not" reaches, so that it always has brackets.</summary>
public sealed class NotWithoutBrackets : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3105", "not-without-brackets", Severity.Error, "'not' stands without brackets");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from not in declaration.All<NotSyntax>()
        where not.Operand is not BracketSyntax && !NotOfValue.AsksForValue(not)
        select Kind.At(
            not.Span,
            "'not' does not show how far it reaches.",
            $"Put brackets around what is not to hold: not ({not.Operand.OneLine}).",
            [.. Readings(declaration, not)]);

    /// <summary>Alone it has one reading; before "and" or "or" it may also be meant for the rest of the row.</summary>
    private static IEnumerable<Fix> Readings(DeclarationMeaning declaration, NotSyntax not)
    {
        var nearest = Rewriting.InBrackets(not.Operand.Span.Start, not.Operand.Span.End);
        var title = $"not ({not.Operand.OneLine})";
        var row = declaration.All<JoinedSyntax>().FirstOrDefault(j => j.Operands.Contains(not));
        if (row is null || row.Operands[^1] == not) return [Fix.Keeps(title, nearest)];
        var rest = TextSpan.FromBounds(not.Operand.Span.Start, row.Span.End);
        return [Fix.Changes(title, nearest), Fix.Changes($"not ({row.TextBetween(rest)})", Rewriting.InBrackets(rest.Start, rest.End))];
    }
}
