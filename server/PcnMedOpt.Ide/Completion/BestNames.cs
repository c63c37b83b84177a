using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Completion;

/// <summary>The names that snippets are filled with: one look at the project for all of them.</summary>
internal static class BestNames
{
    public static readonly Slot[] Slots = [Slot.CodeSet, Slot.Medicines, Slot.Results, Slot.Cohort, Slot.PackMember, Slot.Procedure];

    public static Dictionary<Slot, string> Of(Typing typing)
    {
        var own = typing.Probe.IsOutside ? null : typing.Cursor.Declaration.Facts.Name;
        var system = Surroundings.SystemOf(typing.Probe);
        var best = new (int Rank, string Name)?[Slots.Length];
        foreach (var declaration in typing.Compilation.Names.Declarations)
        {
            var facts = declaration.Facts;
            if (facts.Name is not { } name || name == own) continue;
            for (var i = 0; i < Slots.Length; i++)
            {
                if (Slots[i] == Slot.Cohort && facts.Kind == DeclarationKind.Sop) continue;
                if (NameFit.Of(Slots[i], facts, system, TokenKind.End) is not { } fit) continue;
                var rank = typing.Nearness.Rank(fit, declaration, name);
                if (best[i] is not { } held || rank < held.Rank || (rank == held.Rank && string.CompareOrdinal(name, held.Name) < 0)) best[i] = (rank, name);
            }
        }
        return Slots.Zip(best).Where(b => b.Second is not null).ToDictionary(b => b.First, b => b.Second?.Name ?? "");
    }
}
