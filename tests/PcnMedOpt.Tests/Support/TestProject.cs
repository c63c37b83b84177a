using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model;

namespace PcnMedOpt.Tests.Support;

/// <summary>Projects made of texts, looked at on one day.</summary>
public static class TestProject
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static Compilation Of(string text) => Of([new("test.medopt", text)]);

    /// <summary>Files by path: .medopt files are the project, every other is a code list.</summary>
    public static Compilation Of(
        IReadOnlyCollection<KeyValuePair<string, string>> files, ProjectSettings? settings = null, DateOnly? today = null, ImmutableArray<ITarget> targets = default) =>
        Compilation.Of(
            files.Where(f => f.Key.EndsWith(".medopt", StringComparison.Ordinal)),
            settings ?? ProjectSettings.None,
            today ?? Today,
            files.Where(f => !f.Key.EndsWith(".medopt", StringComparison.Ordinal)).Select(f => new KeyValuePair<string, string?>(f.Key, f.Value)),
            targets);

    public static IEnumerable<string> Slugs(this Compilation compilation, Severity least = Severity.Warning) =>
        compilation.Diagnostics.Where(d => d.Severity >= least).Select(d => d.Diagnostic.Kind.Slug);

    public static string Shown(this LocatedDiagnostic d) =>
        $"{d.Path}:{d.From.Line}:{d.From.Column}: {d.Severity.ToString().ToLowerInvariant()} {d.Diagnostic.Kind.Slug}: {d.Diagnostic.Message}"
        + (d.Diagnostic.Hint.Length > 0 ? $"\n  {d.Diagnostic.Hint}" : "")
        + string.Concat(d.Diagnostic.Fixes.Select(f => $"\n  fix ({(f.Effect == FixEffect.KeepsMeaning ? "keeps meaning" : "changes clinical meaning")}): {f.Title}"));
}
