using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Semantics.Pinning;

/// <summary>How a lock names the reason for which a code is in it.</summary>
public static class PinnedWhy
{
    public const string Written = "written";
    public const string Ecl = "ecl";

    /// <summary>The ECL expression names it; whether it finds it is another matter.</summary>
    public const string NamedInEcl = "in ecl";

    /// <summary>The ECL expression asks for the members of it, and it has none.</summary>
    public const string NoMembers = "no members";

    public const string History = "history";

    /// <summary>A reference set that has exactly the codes of the set: it is offered, and is no code of the set.</summary>
    public const string SameMembers = "same members";

    /// <summary>A clinical system has to be given it by itself, because it cannot hold the set as it is written: for its EMIS codes.</summary>
    public const string WrittenOut = "written out";

    public static string From(ListReference list) => $"from {list.Path}";

    /// <summary>It names an entry that was expanded, and not where the code itself is named.</summary>
    public static bool IsExpansion(string why) => why is Ecl or History || why.StartsWith("< ", StringComparison.Ordinal) || why.StartsWith("^ ", StringComparison.Ordinal) || why.StartsWith("below ", StringComparison.Ordinal);

    /// <summary>The entry that a code comes from by being expanded.</summary>
    public static string Of(OpaquePart part) => part.Kind switch
    {
        OpaqueKind.Refset => $"^ {part.Text}",
        OpaqueKind.Descendants => $"< {part.Text}",
        OpaqueKind.Below => $"below {part.Text}",
        _ => Ecl,
    };
}
