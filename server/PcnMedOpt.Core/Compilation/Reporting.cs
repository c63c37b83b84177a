using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core;

/// <summary>A finding and where it is: the file, the span in its text, and the severity that the project gives it.</summary>
public sealed record LocatedDiagnostic(string Path, TextSpan Span, LinePosition From, LinePosition To, Severity Severity, Diagnostic Diagnostic)
{
    /// <summary>The declaration that it is about; null for a finding about the settings.</summary>
    public PlacedDeclaration? Declaration { get; init; }

    /// <summary>As people point at a place: <c>smr.medopt:12:5</c>.</summary>
    public string Place() => string.Create(CultureInfo.InvariantCulture, $"{Path}:{From.Line}:{From.Column}");
}

/// <summary>The findings of a declaration as they were reported for a meaning.</summary>
internal sealed record ReportedFindings(Meaning Meaning, ImmutableArray<LocatedDiagnostic> Findings);

/// <summary>
/// Gathers the findings of all stages, gives each its severity and place, and leaves out those that an allow line silences. What is wrong
/// with a row of a list is found by every code set that takes it in, and said once.
/// </summary>
internal static class Reporting
{
    public static ImmutableArray<LocatedDiagnostic> Of(Compilation compilation)
    {
        compilation.Prepare();
        var index = new ProjectIndex(compilation);
        var project = AllRules.Judge(index).ToLookup(f => f.Where, f => f.Diagnostic);
        var spokenOf = project.Select(f => f.Key.File).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        var found = new Dictionary<string, List<LocatedDiagnostic>>(StringComparer.Ordinal);
        var lists = new Dictionary<string, LineMap>(StringComparer.Ordinal);
        var rows = new HashSet<(FilePlace, DiagnosticKind)>();
        foreach (var file in compilation.Files.Values)
        {
            foreach (var finding in spokenOf.Contains(file) ? OfFile(compilation, file, index, project, lists) : Kept(compilation, file, index, project, lists))
                if (finding.Diagnostic.ShownAt is not { } row || rows.Add((row, finding.Diagnostic.Kind))) Add(found, finding);
        }
        foreach (var finding in compilation.Settings.Findings.Concat(SettingsFindings.Of(compilation)))
            if (SeverityOf(compilation, finding) is not Severity.Off and var severity)
                Add(found, new LocatedDiagnostic(ProjectSettings.FileName, finding.Span, Line(finding.Span.Start), Line(finding.Span.End), severity, finding));
        return [.. found.Keys.Order(StringComparer.Ordinal).SelectMany(path => InOrder(found[path]))];

        LinePosition Line(int offset) => compilation.SettingsLines.At(offset);
    }

    private static IEnumerable<LocatedDiagnostic> OfFile(
        Compilation compilation, SourceFile file, ProjectIndex index, ILookup<PlacedDeclaration, Diagnostic> project, Dictionary<string, LineMap> lists)
    {
        var ofFile = compilation.FindingsOf(file, index);
        return file.Declarations.SelectMany(d => Findings(compilation, d, [.. ofFile[d], .. project[d]], lists));
    }

    /// <summary>The findings of a file that no rule of the project found anything in: in the same world they are the same.</summary>
    private static ImmutableArray<LocatedDiagnostic> Kept(
        Compilation compilation, SourceFile file, ProjectIndex index, ILookup<PlacedDeclaration, Diagnostic> project, Dictionary<string, LineMap> lists)
    {
        var world = compilation.WorldOf(file);
        if (file.LastReported is { } last && ReferenceEquals(last.World, world)) return last.Findings;
        var reported = new ReportedFile(world, [.. OfFile(compilation, file, index, project, lists)]);
        file.LastReported = reported;
        return reported.Findings;
    }

    /// <summary>The findings of a file before the rules of the project have spoken; an allow line that silences nothing yet may silence theirs.</summary>
    public static ImmutableArray<LocatedDiagnostic> First(Compilation compilation, string path)
    {
        if (!compilation.Files.TryGetValue(path, out var file)) return [];
        var lists = new Dictionary<string, LineMap>(StringComparer.Ordinal);
        var ofFile = compilation.FindingsOf(file, new ProjectIndex(compilation));
        return
        [
            .. InOrder([.. file.Declarations.SelectMany(d => Findings(compilation, d, [.. ofFile[d]], lists))
                .Where(f => f.Path == path && f.Diagnostic.Kind != Silencing.Unused)]),
        ];
    }

    /// <summary>The findings of a declaration. Where no rule of the file or project and no allow line has a say, they are kept with the meaning.</summary>
    private static ImmutableArray<LocatedDiagnostic> Findings(
        Compilation compilation, PlacedDeclaration declaration, ImmutableArray<Diagnostic> around, Dictionary<string, LineMap> lists)
    {
        var meaning = compilation.MeaningOf(declaration);
        var isAlone = declaration.Facts.Allowances.IsEmpty && around.IsEmpty;
        if (isAlone && ReferenceEquals(declaration.LastReported?.Meaning, meaning)) return declaration.LastReported.Findings;
        var all = declaration.Facts.Findings.Concat(meaning.Findings).Concat(around);
        ImmutableArray<LocatedDiagnostic> located =
            [.. new Silencing(declaration, compilation.Today).Apply(all).Select(f => Located(compilation, declaration, f, lists)).OfType<LocatedDiagnostic>()];
        if (isAlone) declaration.LastReported = new ReportedFindings(meaning, located);
        return located;
    }

    private static void Add(Dictionary<string, List<LocatedDiagnostic>> found, LocatedDiagnostic finding)
    {
        if (!found.TryGetValue(finding.Path, out var ofFile)) found[finding.Path] = ofFile = [];
        ofFile.Add(finding);
    }

    private static IEnumerable<LocatedDiagnostic> InOrder(List<LocatedDiagnostic> ofFile)
    {
        for (var i = 1; i < ofFile.Count; i++)
            if (Compare(ofFile[i - 1], ofFile[i]) > 0) return ofFile.Order(Comparer<LocatedDiagnostic>.Create(Compare));
        return ofFile;
    }

    private static int Compare(LocatedDiagnostic a, LocatedDiagnostic b) =>
        a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : string.CompareOrdinal(a.Diagnostic.Kind.Id, b.Diagnostic.Kind.Id);

    private static LocatedDiagnostic? Located(Compilation compilation, PlacedDeclaration declaration, Diagnostic finding, Dictionary<string, LineMap> lists)
    {
        var severity = SeverityOf(compilation, finding);
        if (severity == Severity.Off) return null;
        var path = declaration.File.Path;
        var span = finding.Span.Shift(declaration.Start);
        var lines = declaration.File.Lines;
        if (finding.ShownAt is { } place)
        {
            (path, span) = (place.Path, place.Span);
            if (!lists.TryGetValue(path, out var map)) lists[path] = map = new LineMap(compilation.Lists.GetValueOrDefault(path) ?? "");
            lines = map;
        }
        return new LocatedDiagnostic(path, span, lines.At(span.Start), lines.At(span.End), severity, finding) { Declaration = declaration };
    }

    /// <summary>An error stays one: what is wrong cannot be made right by a setting.</summary>
    private static Severity SeverityOf(Compilation compilation, Diagnostic finding) =>
        finding.Kind.Severity != Severity.Error && compilation.Settings.Rules.TryGetValue(finding.Kind.Slug, out var set) ? set.Severity : finding.Kind.Severity;
}
