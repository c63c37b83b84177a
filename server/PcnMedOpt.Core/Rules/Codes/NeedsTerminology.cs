using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>What only a terminology release can expand is not guessed, so that a count without one is too low (language §3).</summary>
public sealed class NeedsTerminology : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2120", "needs-terminology", Severity.Info, "A code set needs a terminology release to be complete");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Facts.Codes is not { } set || declaration.CodeSet(set.Name) is not { } resolved) yield break;
        var own = resolved.Opaque.Where(o => o.Kind == OpaqueKind.Ecl ? o.Text == set.Ecl : set.Entries.Any(e => e.Code.Text == o.Text)).ToLookup(o => o.Kind);
        string?[] parts =
        [
            Part("the members of", own[OpaqueKind.Refset].Count(), "reference set"),
            Part("the descendants of", own[OpaqueKind.Descendants].Count(), "code"),
            Part("what is below", own[OpaqueKind.Below].Count(), "dm+d code"),
            own[OpaqueKind.Ecl].Any() ? "what its ECL expression finds" : null,
            set.HasHistory && resolved.LacksHistory ? "the retired codes of the past" : null,
        ];
        if (Listing.And(parts.OfType<string>()) is { Length: > 0 } missing)
            yield return Kind.At(
                declaration.Facts.NameSpan,
                declaration.Pinned is null ? $"Without a terminology release '{set.Name}' lacks {missing}." : $"The terminology release cannot tell all of '{set.Name}': it lacks {missing}.",
                declaration.Pinned is { Lacks: { IsEmpty: false } lacks }
                    ? $"{char.ToUpperInvariant(lacks[0].Reason[0])}{lacks[0].Reason[1..]}. Until then every count with this set is too low."
                    : "Import a release: medopt terminology import. Until then every count with this set is too low.");
    }

    private static string? Part(string what, int count, string noun) => count == 0 ? null : $"{what} {Listing.Count(count, noun)}";
}
