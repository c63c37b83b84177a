using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Ide.Completion;

/// <summary>Units: that of the code set whose results are meant, then those that convert into it; where none is meant, those that the project uses.</summary>
internal static class UnitItems
{
    private static readonly Unit[] Documented = [.. UnitSpellings.Documented.Select(s => Ucum.Find(s.Value)).OfType<Unit>().DistinctBy(u => u.Text)];

    public static IEnumerable<CompletionItem> Of(Typing typing)
    {
        var known = Used(typing).Concat(Documented).DistinctBy(u => u.Text).ToList();
        var meant = Meant(typing);
        var units = meant is null ? known : [meant, .. known.Where(u => u.Text != meant.Text && u.ConvertsTo(meant))];
        return units.Where(u => !u.IsNone).Select((u, i) => Items.Of(typing, u.Text, CompletionKind.Unit, Detail(u, meant), u.Text, typing.Asks(TokenKind.Unit, Slot.Amount) ? Items.Phrases : Items.Fitting, i));
    }

    private static string Detail(Unit unit, Unit? meant) => meant is null ? UnitText.Of(unit) : unit.Text == meant.Text ? "the unit of the code set" : $"converts into {UnitText.Of(meant)}";

    private static IEnumerable<Unit> Used(Typing typing) => typing.Compilation.Names.Declarations
        .Select(d => d.Facts.Codes?.Unit?.Unit).OfType<Unit>().GroupBy(u => u.Text).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First());

    /// <summary>The unit of the code set that is nearest before the place, in the same clause.</summary>
    private static Unit? Meant(Typing typing)
    {
        foreach (var token in typing.Before)
        {
            if (token.Kind is TokenKind.OpenBrace or TokenKind.CloseBrace or TokenKind.Colon or TokenKind.UnitWord) return null;
            if (token.IsName && typing.Compilation.Names.Find(token.Text)?.Facts.Codes is { } codes) return codes.Unit?.Unit;
        }
        return null;
    }
}
