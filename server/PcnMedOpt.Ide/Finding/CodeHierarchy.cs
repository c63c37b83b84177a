using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Ide.Finding;

/// <summary>A code among those around it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Below">How many codes are below it, at any depth.</param>
public sealed record CodeNode(OfferedCode Code, int Below);

/// <summary>What stands around a code in its release.</summary>
/// <param name="Node">The code itself.</param>
/// <param name="Broader">What is directly above it; in dm+d the wider levels too.</param>
/// <param name="Narrower">What is directly below it, by their terms; in dm+d the narrower levels too.</param>
/// <param name="LeftOut">How many of the narrower are left out.</param>
/// <param name="Instead">What history names in the place of a retired code.</param>
public sealed record CodeSurroundings(CodeNode Node, ImmutableArray<CodeNode> Broader, ImmutableArray<CodeNode> Narrower, int LeftOut, ImmutableArray<Successor> Instead);

/// <summary>From a code to what is broader and narrower, a step at a time.</summary>
public static class CodeHierarchy
{
    private const int MostNarrower = 200;

    /// <summary>Null where no release is at hand, or it does not hold the code.</summary>
    public static CodeSurroundings? Of(Compilation compilation, long id)
    {
        if (compilation.Knowledge.Release is not { } release || CodeFacts.Of(release, id, null) is not { Status: CodeStatus.Active or CodeStatus.Inactive } facts || CodeOffers.Of(compilation, id) is not { } code) return null;
        var entry = release.Dmd(id);
        ImmutableArray<long> above = [.. release.Parents(id).Concat(entry?.Above ?? []).Distinct()];
        ImmutableArray<long> below = [.. release.Children(id).Concat(entry?.Below ?? []).Distinct()];
        var narrower = below.Take(MostNarrower).Select(c => Node(compilation, release, c)).OfType<CodeNode>().OrderBy(n => n.Code.Term, StringComparer.OrdinalIgnoreCase).ThenBy(n => n.Code.Id);
        return new CodeSurroundings(
            new CodeNode(code, Below(release, id)),
            [.. above.Select(p => Node(compilation, release, p)).OfType<CodeNode>()],
            [.. narrower],
            Math.Max(0, below.Length - MostNarrower),
            facts.Successors);
    }

    private static CodeNode? Node(Compilation compilation, ITerminology release, long id) => CodeOffers.Of(compilation, id) is { } code ? new CodeNode(code, Below(release, id)) : null;

    /// <summary>In dm+d only what is directly below is counted where the release has no other hierarchy of it.</summary>
    private static int Below(ITerminology release, long id) => Math.Max(release.Descendants(id).Length, release.Dmd(id)?.Below.Length ?? 0);
}
