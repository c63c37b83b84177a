using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;

namespace PcnMedOpt.Emit.Systmone;

/// <summary>What each report of a sheet is, in words.</summary>
internal sealed class SheetNames(BuildSheet sheet, PlainEnglish english)
{
    private readonly Dictionary<string, AtomicReport> reports = sheet.Reports.ToDictionary(r => r.Number, StringComparer.Ordinal);
    private readonly Dictionary<string, ReportJoin> joins = sheet.Joins.ToDictionary(j => j.Number, StringComparer.Ordinal);
    private readonly ILookup<string, string> results = sheet.Results.ToLookup(r => r.Number, r => r.List.Name, StringComparer.Ordinal);

    public static string IdOf(string number) => $"report-{number}";

    public ReportJoin? Join(string number) => joins.GetValueOrDefault(number);

    /// <summary>A cohort's title; a test in words; for another join the criteria that it works out.</summary>
    public string Of(string number)
    {
        if (results[number].FirstOrDefault() is { } title) return title;
        if (joins.TryGetValue(number, out var join)) return join.Labels.IsEmpty ? "a step" : $"a step of: {string.Join("; ", join.Labels)}";
        return reports[number] switch
        {
            { Test: { } test } => english.Of(test),
            { Source: FromEveryone } => "every patient",
            _ => "registered patients",
        };
    }
}
