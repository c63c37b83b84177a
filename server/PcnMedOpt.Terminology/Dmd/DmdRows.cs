using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Terminology.Dmd;

/// <summary>An entry as its file has it.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Level">Which file it is of.</param>
/// <param name="Name">DESC of an AMP, which names the supplier; NM of the others.</param>
/// <param name="IsInvalid">INVALID is 1.</param>
/// <param name="Above">Of a VMP its VTM, of an AMP and a VMPP the VMP, of an AMPP the VMPP; 0 for none.</param>
/// <param name="Other">Of an AMPP the AMP; 0 for none.</param>
/// <param name="Previous">VTMIDPREV or VPIDPREV; 0 for none.</param>
/// <param name="File">Its file.</param>
/// <param name="Line">The line on which it begins.</param>
internal sealed record DmdRow(long Id, DmdLevel Level, string Name, bool IsInvalid, long Above, long Other, long Previous, string File, int Line);

/// <summary>A file of dm+d: what its root is called, and where its entries are and what their keys are called.</summary>
/// <param name="Root">The root element.</param>
/// <param name="Element">The element of an entry.</param>
/// <param name="Level">The level of its entries.</param>
/// <param name="Key">The element with the identifier.</param>
/// <param name="Above">The element with the identifier of the entry above; null for none.</param>
/// <param name="Other">The element with the identifier of the other entry above; null for none.</param>
/// <param name="Previous">The element with the earlier identifier; null for none.</param>
internal sealed record DmdForm(string Root, string Element, DmdLevel Level, string Key, string? Above, string? Other, string? Previous)
{
    /// <summary>
    /// "Technical specification of data files for release 2 of the dictionary of medicines and devices" (NHS Business Services Authority, version
    /// 3.1); the nesting as in the files that github.com/wardle/dmd is tested with.
    /// </summary>
    public static readonly DmdForm[] All =
    [
        new("VIRTUAL_THERAPEUTIC_MOIETIES", "VTM", DmdLevel.Vtm, "VTMID", null, null, "VTMIDPREV"),
        new("VIRTUAL_MED_PRODUCTS", "VMP", DmdLevel.Vmp, "VPID", "VTMID", null, "VPIDPREV"),
        new("ACTUAL_MEDICINAL_PRODUCTS", "AMP", DmdLevel.Amp, "APID", "VPID", null, null),
        new("VIRTUAL_MED_PRODUCT_PACK", "VMPP", DmdLevel.Vmpp, "VPPID", "VPID", null, null),
        new("ACTUAL_MEDICINAL_PROD_PACKS", "AMPP", DmdLevel.Ampp, "APPID", "VPPID", "APID", null),
    ];

    /// <summary>Files of dm+d that hold nothing of what is asked: lists of values, ingredients, bar codes, BNF codes.</summary>
    public static readonly string[] Unneeded = ["LOOKUP", "INGREDIENT_SUBSTANCES", "GTIN_DETAILS", "BNF_DETAILS", "VTM_INGREDIENTS"];

    /// <summary>The file of earlier identifiers, which TRUD sends beside the weekly files: all that VTMs and VMPs ever had, not only the last.</summary>
    public const string History = "HISTORY";
}
