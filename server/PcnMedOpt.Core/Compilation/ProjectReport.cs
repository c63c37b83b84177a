using System.Collections.Immutable;

namespace PcnMedOpt.Core;

/// <summary>All findings of a project, by the file that they are shown in, and there by place.</summary>
internal sealed class ProjectReport
{
    private readonly Dictionary<string, ImmutableArray<LocatedDiagnostic>> byPath = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<LocatedDiagnostic>> all;

    public ProjectReport() => all = new(() => [.. byPath.Keys.Order(StringComparer.Ordinal).SelectMany(path => byPath[path])]);

    public ImmutableArray<LocatedDiagnostic> All => all.Value;

    public ImmutableArray<LocatedDiagnostic> Of(string path) => byPath.GetValueOrDefault(path, []);

    /// <summary>Adds the findings of one file, in order.</summary>
    public void Add(string path, ImmutableArray<LocatedDiagnostic> findings)
    {
        if (!findings.IsEmpty) byPath[path] = Of(path).IsEmpty ? findings : [.. InOrder([.. Of(path), .. findings])];
    }

    public void Add(IEnumerable<LocatedDiagnostic> findings)
    {
        foreach (var file in findings.GroupBy(f => f.Path, StringComparer.Ordinal)) Add(file.Key, [.. InOrder([.. file])]);
    }

    /// <summary>By place, and there by the number of the rule; those of one place and rule as they came.</summary>
    public static IEnumerable<LocatedDiagnostic> InOrder(List<LocatedDiagnostic> ofFile)
    {
        for (var i = 1; i < ofFile.Count; i++)
            if (Compare(ofFile[i - 1], ofFile[i]) > 0) return ofFile.Order(Comparer<LocatedDiagnostic>.Create(Compare));
        return ofFile;
    }

    private static int Compare(LocatedDiagnostic a, LocatedDiagnostic b) =>
        a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : string.CompareOrdinal(a.Diagnostic.Kind.Id, b.Diagnostic.Kind.Id);
}
