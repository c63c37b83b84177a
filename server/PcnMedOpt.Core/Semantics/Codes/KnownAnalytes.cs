using System.Collections.Frozen;

namespace PcnMedOpt.Core.Semantics.Codes;

/// <summary>
/// Result codes whose term names one analyte, from published lists: PINCER fbc, renal, electro, lft, tft and lith_lev v1.8
/// (opensafely/pincer-measures), HbA1c and blood pressure (opensafely/SRO-Measures, Shared-Care-Monitoring); MCV, CRP, albumin, calcium and
/// INR as public studies of UK primary care name them. Panels, orders and interpretations ("lithium level low") are left out on purpose. A code
/// that is not here is unknown, not wrong.
/// </summary>
public static class KnownAnalytes
{
    private static readonly FrozenDictionary<long, string> Names = new Dictionary<long, string>
    {
        [1022541000000102] = "white cell count",
        [1022551000000104] = "neutrophils",
        [1022581000000105] = "lymphocytes",
        [1022561000000101] = "eosinophils",
        [1022651000000100] = "platelets",
        [1022431000000105] = "haemoglobin",
        [1022451000000103] = "red cell count",
        [1000731000000107] = "creatinine",
        [1001011000000107] = "creatinine",
        [1011481000000105] = "eGFR",
        [857971000000104] = "eGFR",
        [1020291000000106] = "eGFR",
        [1107411000000104] = "eGFR",
        [80274001] = "eGFR",
        [968191000000100] = "creatinine clearance",
        [1000651000000109] = "potassium",
        [1000661000000107] = "sodium",
        [1018251000000107] = "ALT",
        [1013211000000103] = "ALT",
        [1000881000000102] = "AST",
        [1000621000000104] = "alkaline phosphatase",
        [1000861000000106] = "gamma-GT",
        [1022791000000101] = "TSH",
        [1022801000000102] = "TSH",
        [1016971000000106] = "free T4",
        [1016961000000104] = "free T3",
        [1006681000000100] = "lithium",
        [1089391000000104] = "lithium",
        [999791000000106] = "HbA1c",
        [72313002] = "systolic blood pressure",
        [271649006] = "systolic blood pressure",
        [413606001] = "systolic blood pressure",
        [314440001] = "systolic blood pressure",
        [1022491000000106] = "MCV",
        [1001371000000100] = "CRP",
        [999651000000107] = "CRP",
        [1000821000000103] = "albumin",
        [1013361000000105] = "albumin",
        [1000691000000101] = "calcium",
        [935051000000108] = "calcium",
        [165581004] = "INR",
    }.ToFrozenDictionary();

    public static string? Of(long code) => Names.GetValueOrDefault(code);
}
