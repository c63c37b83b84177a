using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>What is counted with an unfinished code set is counted too low, and whoever reads the number should know.</summary>
public sealed class UsesAwaitingSet : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2121", "uses-awaiting-set", Severity.Warning, "A code set that is not finished is used");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Facts.Kind is DeclarationKind.Codes or DeclarationKind.Example) return [];
        return
            from use in declaration.Facts.Uses.Where(u => u.Role == NameRole.CodeSet).DistinctBy(u => u.Name, StringComparer.Ordinal)
            let awaited = declaration.CodeSet(use.Name)?.Awaiting
            where awaited is not null
            select Kind.At(
                use.Span,
                $"The code set '{use.Name}' is not finished, so that '{declaration.Facts.Name}' misses records. It awaits: {awaited}",
                "Read every number with that in mind until the codes are there.");
    }
}
