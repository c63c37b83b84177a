using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Ide.Completion;

/// <summary>What a release says of a code that can be written.</summary>
/// <param name="Id">The code.</param>
/// <param name="Term">Its preferred term; empty where it has none.</param>
/// <param name="Matched">The term whose words were typed; null where that is the preferred one, or the identifier was typed.</param>
/// <param name="Tag">Its semantic tag; null where it has none.</param>
/// <param name="Level">Its level in dm+d; null for what is not in dm+d.</param>
/// <param name="Status">Whether it may still be used.</param>
public sealed record ReleaseCode(long Id, string Term, string? Matched, string? Tag, DmdLevel? Level, CodeStatus Status);

/// <summary>The codes of a release, by the beginnings of the words of their terms or by the whole identifier.</summary>
public static class ReleaseCodes
{
    /// <summary>One letter goes with a great part of all terms.</summary>
    private const int LeastTyped = 2;

    /// <summary>The best codes that are still in use; one whose whole identifier is typed also where it is retired.</summary>
    /// <param name="release">The release.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="system">Only codes of this terminology; null for both.</param>
    /// <param name="most">How many.</param>
    public static ImmutableArray<ReleaseCode> Find(ITerminology release, string typed, CodeSystem? system, int most)
    {
        var text = typed.Trim();
        if (Sctid.Check(text) == SctidProblem.None && Sctid.KindOf(text) == ComponentKind.Concept && Of(release, long.Parse(text, CultureInfo.InvariantCulture)) is { } exact) return [exact];
        if (text.Count(char.IsLetterOrDigit) < LeastTyped) return [];
        bool? isDmd = system switch { CodeSystem.Dmd => true, CodeSystem.Snomed => false, _ => null };
        return
        [
            .. from hit in release.Search(text, SearchScope.All with { Dmd = isDmd }, most)
               let level = release.Dmd(hit.Concept.Id)?.Level
               select new ReleaseCode(hit.Concept.Id, hit.Concept.Term, hit.Matched == hit.Concept.Term ? null : hit.Matched, hit.Concept.SemanticTag, level, CodeStatus.Active),
        ];
    }

    /// <summary>Null where the release does not hold it, by its current identifier or an earlier one.</summary>
    public static ReleaseCode? Of(ITerminology release, long id)
    {
        var code = CodeFacts.Of(release, id, null);
        return code.Status is CodeStatus.Unknown or CodeStatus.NotHeld ? null : new ReleaseCode(id, code.Term, null, code.Tag, code.Level, code.Status);
    }
}
