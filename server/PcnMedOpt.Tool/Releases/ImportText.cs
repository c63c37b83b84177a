using System.Globalization;
using System.Text;
using PcnMedOpt.Terminology.Building;
using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Releases;

/// <summary>What an import took and what it could not, in words.</summary>
internal static class ImportText
{
    /// <summary>How many rows are shown where no file takes them.</summary>
    private const int Shown = 10;

    /// <summary>Writes it; false where rows were refused.</summary>
    public static bool Write(StoreOnDisk store, PathImportReport report, string? list, Output output)
    {
        var release = report.Report.Release;
        foreach (var source in release.Sources) output.Data.WriteLine(StoreText.Of(source));
        foreach (var fault in report.Report.Files) output.Data.WriteLine(Text($"{fault.File}: {fault.Count:N0} {Said(fault.Fault)}"));
        foreach (var note in report.Report.Notes) output.Data.WriteLine(note);
        List<string> bad =
        [
            .. report.Report.BadRows.Select(r => Text($"{r.File}:{r.Line}: {Said(r.Fault)}{(r.Text.Length > 0 ? $": {r.Text.Replace('\t', ' ')}" : "")}")),
            .. report.Parts.SelectMany(p => p.Faults.First).Select(f => Text($"{f.File}:{f.Line}: {f.Said}")),
        ];
        if (list is not null) File.WriteAllLines(list, bad, new UTF8Encoding(false));
        foreach (var row in list is null ? bad.Take(Shown) : []) output.Data.WriteLine($"  {row}");
        if (bad.Count > Shown && list is null) output.Data.WriteLine(Text($"  and {bad.Count - Shown:N0} more; --list-bad FILE writes them into a file."));
        output.Data.WriteLine(Text($"{release.Name}: {report.Report.Concepts:N0} concepts, in {store.Path}"));
        return release.Sources.All(s => s.BadRows == 0);
    }

    /// <summary>Why another release than the one that was brought in is used.</summary>
    public static string NotUsed(StoreOnDisk used, string? named) =>
        $"Used is {used.Release?.Name ?? used.FileName}{(named is null ? ", which " + (used.HoldsSnomed ? "holds SNOMED CT and is the latest that does" : "is the latest") : ", which the project here names")}.";

    private static string Said(RowFault fault) => fault switch
    {
        RowFault.Columns => "refused: more or fewer columns than the header",
        RowFault.NoNumber => "refused: no number where an identifier belongs",
        RowFault.CheckDigit => "refused: the check digit of an identifier is wrong, or it identifies something else",
        RowFault.Status => "refused: the status is neither 0 nor 1",
        RowFault.Unfinished => "refused: the last line ends in the middle",
        RowFault.TooLong => "refused: the term is longer than any can be",
        RowFault.UnknownConcept => "refused: of a concept that is not among what was brought in",
        RowFault.Day => "taken without its day, which does not exist",
        RowFault.RowIdentifier => "taken, although the identifier of the row is wrong",
        _ => "taken, although its term is not in UTF-8",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
