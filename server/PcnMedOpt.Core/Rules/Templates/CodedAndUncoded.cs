using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Templates;

/// <summary>A code, and a reason to have none: whichever counted, half of the readers would be wrong.</summary>
public sealed class CodedAndUncoded : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8002", "coded-and-uncoded", Severity.Error, "An answer has a code, and a reason to have none");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from node in declaration.ConditionNodes
        let attributes = node switch { FieldSyntax field => field.Attributes, OptionSyntax option => option.Attributes, _ => ImmutableArray<AttributeSyntax>.Empty }
        let coded = attributes.OfType<CodedSyntax>().FirstOrDefault()
        let uncoded = attributes.OfType<UncodedSyntax>().FirstOrDefault()
        where coded is not null && uncoded is not null
        select Kind.At(
            uncoded.Keyword.Span,
            $"This is recorded with the code {coded.Code.Id.Text}, and said to have no code.",
            "Keep one of them.",
            Fix.Changes("Keep the code", Edits.Remove(declaration.Text, uncoded.Span)),
            Fix.Changes("Keep uncoded", Edits.Remove(declaration.Text, coded.Span)));
}
