using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Ide.Pasting;

/// <summary>Which column of a table holds the identifiers of concepts, and which the terms. Where it is not certain, it is not chosen.</summary>
/// <param name="Identifier">The column of identifiers; null where several could be it, or none.</param>
/// <param name="Term">The column of terms; null where none is, or several could be it.</param>
/// <param name="HasHeader">The first row names the columns.</param>
/// <param name="Candidates">The columns that could hold the identifiers, when several could.</param>
/// <param name="AreTermsUnclear">Several columns could hold the terms.</param>
internal sealed record PastedColumns(int? Identifier, int? Term, bool HasHeader, ImmutableArray<int> Candidates, bool AreTermsUnclear)
{
    /// <param name="table">What is pasted.</param>
    /// <param name="asked">The column of identifiers, where the author has chosen it.</param>
    public static PastedColumns Of(PastedTable table, int? asked)
    {
        var header = HeaderOf(table);
        var rows = header.IsEmpty ? table.Rows : table.Rows.RemoveAt(0);
        var columns = Enumerable.Range(0, table.Columns).Select(c => new Column(c, [.. rows.Select(r => PastedTable.Cell(r, c)).Where(c => c.Length > 0)])).ToList();
        ImmutableArray<Column> candidates = [.. columns.Where(c => c.IsMostly(PastedCell.IsLikeIdentifier))];
        // A list that is damaged through and through may have fewer of them: then any column that has one.
        if (candidates.IsEmpty) candidates = [.. columns.Where(c => c.Cells.Any(PastedCell.IsLikeIdentifier))];
        var identifier = asked is { } chosen && columns.Exists(c => c.Index == chosen) ? chosen : Choose(candidates, ListColumns.Identifier(header));
        var terms = columns.Where(c => c.Index != identifier && c.IsMostly(PastedCell.HasLetter)).Select(c => c.Index).ToList();
        var named = ListColumns.Term(header) is { } byName && terms.Contains(byName) ? byName : (int?)null;
        return new PastedColumns(
            identifier,
            named ?? (terms is [var only] ? only : null),
            !header.IsEmpty,
            identifier is null ? [.. candidates.Select(c => c.Index)] : [],
            named is null && terms.Count > 1);
    }

    /// <summary>The column of concepts. Where the one that is named as the codes is damaged, another one that is sound is not taken in its place.</summary>
    private static int? Choose(ImmutableArray<Column> candidates, int? named)
    {
        ImmutableArray<Column> sound = [.. candidates.Where(c => c.IsMostly(IsConcept))];
        var byName = candidates.FirstOrDefault(c => c.Index == named);
        if (byName is not null && (sound.Contains(byName) || sound.IsEmpty || byName.Cells.Any(IsDamaged))) return byName.Index;
        if (sound is [var only]) return candidates.Any(c => c != only && c.Cells.Any(IsDamaged)) ? null : only.Index;
        return sound.IsEmpty && candidates is [var alone] ? alone.Index : null;
    }

    /// <summary>The first row, when it has no identifier and a column has one of the usual names; else nothing.</summary>
    private static ImmutableArray<string> HeaderOf(PastedTable table) =>
        table.Rows is [var first, _, ..] && !first.Any(PastedCell.IsLikeIdentifier) && (ListColumns.Identifier(first) is not null || ListColumns.Term(first) is not null) ? first : [];

    private static bool IsConcept(string cell) => PastedCell.Identifier(cell) is var id && Sctid.Check(id) == SctidProblem.None && Sctid.KindOf(id) == ComponentKind.Concept;

    private static bool IsDamaged(string cell) => UnusableIdentifiers.IsSpreadsheetDamage(PastedCell.Identifier(cell));

    /// <summary>The fields of a column that are not empty.</summary>
    private sealed record Column(int Index, ImmutableArray<string> Cells)
    {
        public bool IsMostly(Func<string, bool> what) => Cells.Count(what) * 2 > Cells.Length;
    }
}
