using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Releases;

/// <summary>The stores of a folder, in words.</summary>
internal static class StoreText
{
    public static void Write(string folder, ImmutableArray<StoreOnDisk> stores, StoreOnDisk? used, string? wanted, Output output)
    {
        if (stores.IsEmpty) output.Data.WriteLine($"There is no release in {folder}. medopt terminology import PATH brings one in.");
        if (wanted is not null && used is null) output.Data.WriteLine($"The project here names the release {wanted}, which is not in {folder}.");
        foreach (var store in stores)
        {
            if (store.Release is not { } release)
            {
                output.Data.WriteLine($"{store.FileName}: {output.Bad("cannot be used")}. {store.Fault}");
                continue;
            }
            output.Data.WriteLine(Text($"{output.Bold(release.Name)}{(store == used ? "  (used)" : "")}"));
            output.Data.WriteLine(Text($"  date     {release.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "unknown"}"));
            output.Data.WriteLine($"  file     {store.Path}");
            output.Data.WriteLine($"  SHA-256  {release.Hash}");
            foreach (var source in release.Sources)
                output.Data.WriteLine($"  holds    {Of(source)}");
        }
    }

    /// <summary>What a release was made of, with how many rows.</summary>
    public static string Of(ReleaseSource source) =>
        Text($"{Called(source.Kind)}: {source.Name}{(source.Date is { } date ? $" of {date:yyyy-MM-dd}" : "")}, {source.Rows:N0} rows{(source.BadRows > 0 ? $", {source.BadRows:N0} refused" : "")}");

    private static string Called(SourceKind kind) => kind switch
    {
        SourceKind.Rf2 => "SNOMED CT",
        SourceKind.Dmd => "dm+d",
        SourceKind.PcdRefsets => "reference sets of the portal",
        SourceKind.GpDataClusters => "GP data clusters",
        _ => "EMIS code map",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
