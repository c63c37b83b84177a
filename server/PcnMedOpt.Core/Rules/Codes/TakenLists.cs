using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>The files that a code set takes in, as far as they are the project's own.</summary>
internal static class TakenLists
{
    /// <summary>Each reference with its list, or null for a file that is not there.</summary>
    public static IEnumerable<(ListReference Reference, CodeList? List)> Of(DeclarationMeaning declaration) =>
        from reference in declaration.Facts.Codes?.Lists ?? []
        where ListPath.StaysInside(reference.Path)
        select (reference, declaration.List(reference));
}
