using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>
/// A list that is older than the release holds identifiers that were replaced, and not the ones that replace them, so that it misses more patients
/// every month. dm+d names the earlier identifier of a product (VPIDPREV); SNOMED CT has historical associations.
/// </summary>
public sealed class SuccessorMissing : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2133", "successor-missing", Severity.Warning, "A code list lacks the codes that replace some of its own");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Facts.Codes is not { } set || declaration.CodeSet(set.Name) is not { } resolved) yield break;
        foreach (var (list, codes) in NamedCodes.Listed(declaration))
        {
            var replaced = codes.Where(c => resolved.Contains(c.Id) && !c.Successors.IsEmpty && !c.Successors.Any(s => resolved.Contains(s.Id))).ToList();
            if (replaced.Count == 0) continue;
            var later = replaced.SelectMany(c => c.Successors).DistinctBy(s => s.Id).OrderBy(s => s.Id).ToList();
            var certain = later.Where(s => s.How is CodeFacts.ByDmd or "SAME AS" or "REPLACED BY" && NamedCodes.CanBeWritten(s.Term)).ToList();
            yield return Kind.At(
                list.PathSpan,
                $"{Listing.Count(replaced.Count, "code")} of this list {(replaced.Count == 1 ? "has" : "have")} been replaced, and '{set.Name}' lacks what replaces {(replaced.Count == 1 ? "it" : "them")}: {NamedCodes.Some([.. later.Select(s => (s.Id, s.Term))])}.",
                "Take a newer edition of the list, or name the later codes beside it. Who is recorded with them is missed.",
                certain.Count == 0 ? [] : [Fix.Changes($"Name {Listing.Count(certain.Count, "later code")} beside the list", new TextEdit(new TextSpan(list.Span.End, 0), Lines(set.System, certain)))]);
        }
    }

    private static string Lines(CodeSystem system, IEnumerable<Successor> codes) =>
        string.Concat(codes.Select(s => $"\n  {(system == CodeSystem.Dmd ? "only " : "")}{s.Id} |{s.Term}|"));
}
