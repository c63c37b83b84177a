using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Ide.Completion;
using PcnMedOpt.Ide.Describing;

namespace PcnMedOpt.Ide.Finding;

/// <summary>A code that a person may choose.</summary>
/// <param name="Id">The code.</param>
/// <param name="Term">The preferred term of the release, else the one that the project gives it; may be empty.</param>
/// <param name="Matched">The term whose words were typed, where that is another one.</param>
/// <param name="Tag">Its semantic tag; null where none is known.</param>
/// <param name="Level">Its level in dm+d; null where none is known.</param>
/// <param name="Status">What the release says of it; null where no release is at hand.</param>
/// <param name="Sets">The code sets of the project that hold it.</param>
public sealed record OfferedCode(long Id, string Term, string? Matched, string? Tag, DmdLevel? Level, CodeStatus? Status, ImmutableArray<string> Sets);

/// <summary>The codes of a project and of its release, by the beginnings of the words of their terms, or by their identifiers.</summary>
public static class CodeOffers
{
    /// <summary>Those of the project first, and of each the best first. What the release has retired is among them only where the project names it, or where its identifier was typed.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="typed">What was typed; without letters and digits nothing is found.</param>
    /// <param name="system">Only codes of this terminology; null for both.</param>
    /// <param name="most">How many.</param>
    public static ImmutableArray<OfferedCode> Find(Compilation compilation, string typed, CodeSystem? system, int most)
    {
        var release = compilation.Knowledge.Release;
        var own = CodeSearch.Find(compilation, typed, system, most);
        var known = own.Select(c => c.Id).ToHashSet();
        var more = release is null || own.Count >= most ? [] : ReleaseCodes.Find(release, typed, system, most).Where(c => !known.Contains(c.Id)).Take(most - own.Count);
        return [.. own.Select(c => Of(compilation, c)), .. more.Select(c => Of(c, [.. KnownCodes.SetsWith(compilation, c.Id)]))];
    }

    /// <summary>One code; null where neither the project nor the release knows it.</summary>
    public static OfferedCode? Of(Compilation compilation, long id)
    {
        if (compilation.Knowledge.Release is { } release && ReleaseCodes.Of(release, id) is { } code) return Of(code, [.. KnownCodes.SetsWith(compilation, id)]);
        return CodeSearch.Of(compilation, id) is { } known ? Of(compilation, known) : null;
    }

    private static OfferedCode Of(Compilation compilation, KnownCode code)
    {
        if (compilation.Knowledge.Release is not { } release) return new OfferedCode(code.Id, code.Term, null, null, null, null, code.Sets);
        var told = CodeFacts.Of(release, code.Id, null);
        return new OfferedCode(code.Id, told.Term.Length > 0 ? told.Term : code.Term, null, told.Tag, told.Level, told.Status, code.Sets);
    }

    private static OfferedCode Of(ReleaseCode code, ImmutableArray<string> sets) => new(code.Id, code.Term, code.Matched, code.Tag, code.Level, code.Status, sets);
}
