using System.Globalization;
using System.Text.RegularExpressions;

namespace PcnMedOpt.Terminology.Rf2;

/// <summary>What a file of a release holds.</summary>
internal enum Rf2Kind
{
    Concepts,
    Descriptions,
    Relationships,
    ConcreteValues,

    /// <summary>A reference set other than the metadata of the release. Which one, its header says.</summary>
    Refset,
    ModuleDependency,

    /// <summary>Of a release, and not needed: stated relationships, OWL axioms, metadata.</summary>
    Unneeded,
}

/// <summary>
/// What the name of a file says (SNOMED CT Release File Specifications, "File Naming Convention"): <c>sct2_Concept_UKCLSnapshot_GB1000000_20260311.txt</c>,
/// <c>der2_cRefset_LanguageSnapshot-en_INT_20260301.txt</c>; test releases have an x before it.
/// </summary>
/// <param name="Package">The folder above Snapshot, or that of the file; "" is the topmost.</param>
/// <param name="Kind">What the file holds.</param>
/// <param name="Release">Snapshot, Full or Delta; "" where neither folder nor name says it.</param>
/// <param name="Date">The date of its name; null where that is none.</param>
internal sealed partial record Rf2FileName(string Package, Rf2Kind Kind, string Release, DateOnly? Date)
{
    private static readonly string[] Releases = ["Snapshot", "Full", "Delta"];

    /// <summary>Reference sets about reference sets and about the concept model.</summary>
    private static readonly string[] Metadata = ["RefsetDescriptor", "DescriptionType", "MRCM", "ComponentAnnotation", "MemberAnnotation"];

    /// <summary>What the name of a file says; null for a file that is none of a release.</summary>
    public static Rf2FileName? Read(string path)
    {
        var folders = path.Split('/');
        if (Form().Match(folders[^1]) is not { Success: true } name) return null;
        var (group, content, summary) = (name.Groups[1].Value.ToLowerInvariant(), name.Groups[2].Value, name.Groups[3].Value);
        var folder = Array.FindLastIndex(folders, folders.Length - 2, f => Releases.Contains(f, StringComparer.OrdinalIgnoreCase));
        var release = folder >= 0 ? Releases.First(r => r.Equals(folders[folder], StringComparison.OrdinalIgnoreCase))
            : Releases.FirstOrDefault(r => summary.Contains(r, StringComparison.OrdinalIgnoreCase)) ?? "";
        var kind = group == "sct2" ? KindOfCore(content) : KindOfRefset(content, summary, folders);
        return new Rf2FileName(string.Join('/', folders[..(folder >= 0 ? folder : folders.Length - 1)]), kind, release, DateOf(folders[^1]));
    }

    private static Rf2Kind KindOfCore(string content) => content.ToLowerInvariant() switch
    {
        "concept" => Rf2Kind.Concepts,
        "description" or "textdefinition" => Rf2Kind.Descriptions,
        "relationship" => Rf2Kind.Relationships,
        "relationshipconcretevalues" => Rf2Kind.ConcreteValues,
        _ => Rf2Kind.Unneeded,
    };

    private static Rf2Kind KindOfRefset(string content, string summary, string[] folders)
    {
        if (!content.EndsWith("Refset", StringComparison.OrdinalIgnoreCase)) return Rf2Kind.Unneeded;
        if (summary.Contains("ModuleDependency", StringComparison.OrdinalIgnoreCase)) return Rf2Kind.ModuleDependency;
        return folders.Contains("Metadata", StringComparer.OrdinalIgnoreCase) || Metadata.Any(m => summary.Contains(m, StringComparison.OrdinalIgnoreCase)) ? Rf2Kind.Unneeded : Rf2Kind.Refset;
    }

    private static DateOnly? DateOf(string name) =>
        LastDate().Match(name) is { Success: true } found && DateOnly.TryParseExact(found.Groups[1].Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(@"^x?(sct2|der2)_([A-Za-z]+)_(.*)\.txt$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"_(\d{8})\.txt$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LastDate();
}
