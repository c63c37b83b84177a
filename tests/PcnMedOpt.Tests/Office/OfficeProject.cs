using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using PcnMedOpt.Core;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Templating;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Office;

/// <summary>The project of tests/office, which has something of every kind that is written for Office; and its files.</summary>
internal static class OfficeProject
{
    public static readonly string Folder = Repository.PathOf("tests", "office");

    private static readonly Lazy<Compilation> Read = new(() => TestProject.Of([new("protocol.medopt", File.ReadAllText(Path.Combine(Folder, "protocol.medopt")))]));

    private static readonly Lazy<ImmutableArray<OutputFile>> Built = new(Build);

    public static Compilation Compilation => Read.Value;

    public static ImmutableArray<OutputFile> Files => Built.Value;

    public static IEnumerable<OutputFile> OfficeFiles => Files.Where(IsOffice);

    public static bool IsOffice(OutputFile file) => IsWorkbook(file) || file.Path.EndsWith(".docx", StringComparison.Ordinal);

    public static bool IsWorkbook(OutputFile file) => file.Path.EndsWith(".xlsx", StringComparison.Ordinal);

    public static OutputFile Named(string end) => Files.Single(f => f.Path.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Built anew: two builds must be equal.</summary>
    public static ImmutableArray<OutputFile> Build() =>
        PackBuilder.Build(Compilation, null, PackBuilder.Packs(Compilation).Single(), new BuildOptions(new BuiltBy("0.1.0", "1"), [], false, Templates.Standard)).Files;

    public static OpenXmlPackage Open(OutputFile file) => Open(file, new MemoryStream([.. file.Bytes]));

    public static OpenXmlPackage Open(OutputFile file, Stream stream, bool editable = false) =>
        IsWorkbook(file) ? SpreadsheetDocument.Open(stream, editable) : WordprocessingDocument.Open(stream, editable);
}
