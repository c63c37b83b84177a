using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A term that is none of the code's descriptions: the code, or the term, is of something else.</summary>
public sealed class TermNotOfCode : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2135", "term-not-of-code", Severity.Warning, "A term is none of its code's descriptions");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from named in NamedCodes.Written(declaration)
        let closest = named.Known.Closest
        where closest is not null && named.Code.Term is not null
        select Kind.At(
            named.Code.TermSpan ?? named.Code.Span,
            $"'{named.Code.Term}' is no description of {named.Code.Text} in the terminology release; the closest is '{closest}'.",
            "Make sure that the code is the one that is meant; then write one of its descriptions.",
            named.Code.TermSpan is { } span && NamedCodes.CanBeWritten(closest) ? [Fix.Keeps($"Write |{closest}|", new TextEdit(span, $"|{closest}|"))] : []);
}
