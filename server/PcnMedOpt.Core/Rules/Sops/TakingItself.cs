using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules.Conditions;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>"Also taking" is about another medicine. Everybody who is monitored takes the one that the procedure is about.</summary>
public sealed class TakingItself : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8112", "taking-itself", Severity.Error, "A procedure treats its own medicine as another one");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        var own = declaration.All<DrugSyntax>().Select(d => CodeSetReader.NameOf(d.Set)).FirstOrDefault();
        return
            from taking in declaration.All<AlsoSyntax>().Select(a => a.Taking).OfType<Token>()
            where CodeSetReader.NameOf(taking) == own
            select Kind.At(
                taking.Span,
                $"Everybody in this procedure takes '{own}'.",
                "Name the other medicine, or put the tests into the phases.");
    }
}
