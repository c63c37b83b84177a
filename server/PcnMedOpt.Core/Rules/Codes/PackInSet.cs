using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A pack where a product is meant: what is prescribed is recorded as a product (VMP or AMP), whatever the size of its pack.</summary>
public sealed class PackInSet : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2137", "pack-in-set", Severity.Warning, "A pack stands where a product is meant");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        foreach (var (entry, known) in NamedCodes.Entries(declaration))
            if (IsPack(known) && entry.Mark is not (CodeMark.Vmpp or CodeMark.Ampp))
                yield return Kind.At(
                    entry.Span,
                    $"{NamedCodes.Shown(known.Id, known.Term)} is a pack ({known.Level?.ToString().ToUpperInvariant()}); an issue is recorded with its product.",
                    "Name the product. If the pack is meant, say so: write its level before it.");
        foreach (var (list, packs) in NamedCodes.Listed(declaration, IsPack))
            yield return Kind.At(
                list.PathSpan,
                $"{Listing.Count(packs.Count, "code")} of this list {(packs.Count == 1 ? "is a pack" : "are packs")}: {NamedCodes.Some(packs)}. An issue is recorded with its product.",
                "Make sure that the list names the products too.");
    }

    private static bool IsPack(PinnedCode code) => code.Level is DmdLevel.Vmpp or DmdLevel.Ampp;
}
