using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>Which entry of a code set makes another one needless (language §3).</summary>
public static class Covering
{
    /// <summary>All that the other entry stands for, the one stands for too.</summary>
    public static bool Covers(this CodeEntry one, CodeEntry other, CodeSystem system)
    {
        if (one.Code.Id is not { } id || other.Code.Id != id || one.Mark == CodeMark.Members != (other.Mark == CodeMark.Members)) return false;
        return one.Mark == CodeMark.Members || Extent(one, system).HasFlag(Extent(other, system));
    }

    private static Parts Extent(CodeEntry entry, CodeSystem system) => entry.Mark switch
    {
        CodeMark.SelfAndDescendants => Parts.Self | Parts.Below,
        CodeMark.Descendants => Parts.Below,
        _ when system == CodeSystem.Snomed || entry.Only => Parts.Self,
        _ => Parts.Self | Parts.Below | Parts.Earlier,
    };

    /// <summary>A dm+d entry stands for itself, what is below it, and its earlier and later identifiers, unless "only" precedes it.</summary>
    [Flags]
    private enum Parts
    {
        Self = 1,
        Below = 2,
        Earlier = 4,
    }
}
