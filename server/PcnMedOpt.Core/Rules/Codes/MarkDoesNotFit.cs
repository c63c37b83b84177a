using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>Levels (VTM, VMP, AMP, VMPP, AMPP) and "only" belong to dm+d; SNOMED CT has concepts and their descendants.</summary>
public sealed class MarkDoesNotFit : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2116", "mark-does-not-fit", Severity.Error, "What precedes a code belongs to dm+d");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Facts.Codes is not { System: CodeSystem.Snomed } set || !set.Entries.Concat(set.Excepted).Any(e => e.Only || e.Mark >= CodeMark.Vtm)) return [];
        return
            from node in declaration.Nodes
            let word = Word(node)
            where word is not null
            select About(word);
    }

    private static Token? Word(SyntaxNode node) => node switch
    {
        EntrySyntax entry => entry.Only,
        MarkedCodeSyntax { Mark: { } mark } when IsLevel(mark.Kind) => mark,
        _ => null,
    };

    private static bool IsLevel(TokenKind word) => word is TokenKind.VtmWord or TokenKind.VmpWord or TokenKind.AmpWord or TokenKind.VmppWord or TokenKind.AmppWord;

    private Diagnostic About(Token word) => Kind.At(
        word.Span,
        word.Kind == TokenKind.OnlyWord
            ? "'only' belongs to dm+d entries, and this is a SNOMED CT set: a code stands for itself alone."
            : $"'{word.Text}' is a level of dm+d, and this is a SNOMED CT set.",
        word.Kind == TokenKind.OnlyWord ? "Remove it." : "Remove it, or make this a dm+d set.",
        Fix.Keeps($"Remove '{word.Text}'", new TextEdit(TextSpan.FromBounds(word.Start, word.Next.Start), "")));
}
