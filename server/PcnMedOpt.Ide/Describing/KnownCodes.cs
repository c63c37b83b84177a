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

    /// <summary>The names of the code sets that hold a code for certain.</summary>
    public static IEnumerable<string> SetsWith(Compilation compilation, long code) =>
        Definitions(compilation).Select(d => d.Name).Where(name => compilation.CodeSet(name)?.Contains(code) == true);

    /// <summary>The code sets that name a code for what is below it, or as a reference set, without holding it.</summary>
    public static IEnumerable<string> SetsNaming(Compilation compilation, long code) =>
        Definitions(compilation).Where(d => d.Entries.Any(e => e.Code.Id == code && (e.Mark is CodeMark.Members or CodeMark.Descendants))).Select(d => d.Name);

    private static IEnumerable<CodeSetDefinition> Definitions(Compilation compilation) =>
        compilation.Names.OfKind(DeclarationKind.Codes).Select(d => d.Facts.Codes).OfType<CodeSetDefinition>();

    /// <summary>The codes that a set writes with a term, in order.</summary>
    private sealed class Written
    {
        private readonly long[] codes;
        private readonly string[] terms;

        public Written(CodeSetDefinition set)
        {
            var written = set.Entries.Concat(set.Excepted)
                .Where(e => e.Code is { Id: not null, Term.Length: > 0 }).DistinctBy(e => e.Code.Id).OrderBy(e => e.Code.Id).ToImmutableArray();
            codes = [.. written.Select(e => e.Code.Id ?? 0)];
            terms = [.. written.Select(e => e.Code.Term ?? "")];
        }

        public string? Find(long code) => Array.BinarySearch(codes, code) is >= 0 and var at ? terms[at] : null;
    }
}
