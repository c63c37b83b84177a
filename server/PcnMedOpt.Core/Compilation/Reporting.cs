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
    public static ProjectReport Of(Compilation compilation)
    {
        compilation.Prepare();
        var index = new ProjectIndex(compilation);
        var project = AllRules.Judge(index).ToLookup(f => f.Where.File);
        var lists = new Dictionary<string, LineMap>(StringComparer.Ordinal);
        var rows = new HashSet<(FilePlace, DiagnosticKind)>();
        var report = new ProjectReport();
        foreach (var file in compilation.Files.Values)
        {
            var reported = Reported(compilation, file, index, [.. project[file]], lists);
            report.Add(file.Path, reported.Own);
            report.Add(reported.Elsewhere.Where(f => f.Diagnostic.ShownAt is { } row && rows.Add((row, f.Diagnostic.Kind))));
        }
        report.Add(
            from finding in compilation.Settings.Findings.Concat(SettingsFindings.Of(compilation))
            let severity = SeverityOf(compilation, finding)
            where severity != Severity.Off
            select new LocatedDiagnostic(ProjectSettings.FileName, finding.Span, Line(finding.Span.Start), Line(finding.Span.End), severity, finding));
        return report;

        LinePosition Line(int offset) => compilation.SettingsLines.At(offset);
    }

    /// <summary>The findings of a file. In the same world, and when the rules of the project say the same, they are those of the last time.</summary>
    private static ReportedFile Reported(
        Compilation compilation, SourceFile file, ProjectIndex index, ImmutableArray<ProjectFinding> project, Dictionary<string, LineMap> lists)
    {
        var world = compilation.WorldOf(file);
        if (file.LastReported is { } last && last.IsSame(world, project)) return last;
        var ofFile = compilation.FindingsOf(file, index);
        var byDeclaration = project.ToLookup(f => f.Where, f => f.Diagnostic);
        var all = file.Declarations.SelectMany(d => Findings(compilation, d, [.. ofFile[d], .. byDeclaration[d]], lists)).ToList();
        var reported = new ReportedFile(world, project, [.. ProjectReport.InOrder(all.FindAll(f => f.Diagnostic.ShownAt is null))], [.. all.Where(f => f.Diagnostic.ShownAt is not null)]);
        file.LastReported = reported;
        return reported;
    }

    /// <summary>The findings of a file before the rules of the project have spoken; an allow line that silences nothing yet may silence theirs.</summary>
    public static ImmutableArray<LocatedDiagnostic> First(Compilation compilation, string path)
    {
        if (!compilation.Files.TryGetValue(path, out var file)) return [];
        var lists = new Dictionary<string, LineMap>(StringComparer.Ordinal);
        var ofFile = compilation.FindingsOf(file, new ProjectIndex(compilation));
        return
        [
            .. ProjectReport.InOrder([.. file.Declarations.SelectMany(d => Findings(compilation, d, [.. ofFile[d]], lists))
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
