using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Ide.Describing;

/// <summary>A term that the project gives a code, and where.</summary>
/// <param name="Term">As it is written.</param>
/// <param name="Set">The code set that writes it, or takes it from a list.</param>
/// <param name="List">The path of the list; null where it is written in the code set.</param>
public sealed record KnownTerm(string Term, string Set, string? List);

/// <summary>What the code sets of a project say of a code. Each set is put in order once for its text.</summary>
public static class KnownCodes
{
    private static readonly ConditionalWeakTable<CodeSetDefinition, Written> Ordered = [];

    /// <summary>The terms, those that are written before those of lists, in the order of the project.</summary>
    public static IEnumerable<KnownTerm> TermsOf(Compilation compilation, long code)
    {
        var sets = Definitions(compilation).ToList();
        foreach (var set in sets)
            if (Ordered.GetValue(set, s => new Written(s)).Find(code) is { } term) yield return new KnownTerm(term, set.Name, null);
        foreach (var set in sets)
            foreach (var reference in set.Lists)
                if (compilation.List(reference)?.Find(code) is { Term.Length: > 0 } row) yield return new KnownTerm(row.Term, set.Name, reference.Path);
    }

    /// <summary>The names of the code sets that hold a code for certain. A set that stands alone, and whose entries stand for no other code, holds only what it writes.</summary>
    public static IEnumerable<string> SetsWith(Compilation compilation, long code) =>
        from set in Definitions(compilation)
        where !set.StandsAlone || Ordered.GetValue(set, s => new Written(s)).MayHold(code)
        where compilation.CodeSet(set.Name)?.Contains(code) == true
        select set.Name;

    /// <summary>The code sets that name a code for what is below it, or as a reference set, without holding it.</summary>
    public static IEnumerable<string> SetsNaming(Compilation compilation, long code) =>
        Definitions(compilation).Where(d => d.Entries.Any(e => e.Code.Id == code && (e.Mark is CodeMark.Members or CodeMark.Descendants))).Select(d => d.Name);

    private static IEnumerable<CodeSetDefinition> Definitions(Compilation compilation) =>
        compilation.Names.OfKind(DeclarationKind.Codes).Select(d => d.Facts.Codes).OfType<CodeSetDefinition>();

    /// <summary>The codes that a set writes, in order, each with its term or none.</summary>
    private sealed class Written
    {
        private readonly long[] codes;
        private readonly string?[] terms;
        private readonly bool isExpanded;

        public Written(CodeSetDefinition set)
        {
            var written = set.Entries.Concat(set.Excepted).Where(e => e.Code.Id is not null)
                .GroupBy(e => e.Code.Id ?? 0).OrderBy(g => g.Key).Select(g => (Code: g.Key, g.FirstOrDefault(e => e.Code.Term is { Length: > 0 })?.Code.Term)).ToImmutableArray();
            codes = [.. written.Select(w => w.Code)];
            terms = [.. written.Select(w => w.Term)];
            isExpanded = set.Ecl is not null || set.HasHistory || set.Entries.Any(e => CodeSetResolver.PartOf(set.System, e) is not null);
        }

        public bool MayHold(long code) => isExpanded || Array.BinarySearch(codes, code) >= 0;

        public string? Find(long code) => Array.BinarySearch(codes, code) is >= 0 and var at ? terms[at] : null;
    }
}
