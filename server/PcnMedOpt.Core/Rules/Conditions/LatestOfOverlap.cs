using System.Globalization;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>A record that is both "has it" and "no longer has it" leaves open which of the two its day says.</summary>
public sealed class LatestOfOverlap : IDeclarationRule
{
    private const int MostNamed = 3;

    public DiagnosticKind Kind { get; } = new("MO3117", "latest-of-overlap", Severity.Warning, "The code sets of 'latest of' share codes");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from test in declaration.All<StatusTestSyntax>()
        let names = test.Sets.Select(CodeSetReader.NameOf).Distinct().ToList()
        from one in names
        from other in names.SkipWhile(n => n != one).Skip(1)
        let shared = Shared(declaration.CodeSet(one), declaration.CodeSet(other))
        where shared.Count > 0
        select Kind.At(
            test.Span,
            $"'{one}' and '{other}' share {Listed(shared)}: which of them such a record is of is undecided.",
            "Take what they share out of one of them, with except.");

    /// <summary>The codes, and the parts that only a release can tell, that are in both.</summary>
    private static List<string> Shared(ResolvedCodeSet? one, ResolvedCodeSet? other)
    {
        if (one is null || other is null) return [];
        var codes = one.Codes.Intersect(other.Codes).ToDictionary(c => c.ToString(CultureInfo.InvariantCulture), c => one.TermOf(c) ?? other.TermOf(c));
        foreach (var part in one.Opaque.IntersectBy(other.Opaque.Select(p => p.Key), p => p.Key)) codes.TryAdd(part.Text, part.Term);
        return [.. codes.Select(c => Named(c.Key, c.Value))];
    }

    private static string Listed(List<string> codes) =>
        string.Join(", ", codes.Take(MostNamed)) + (codes.Count > MostNamed ? $" and {codes.Count - MostNamed} more" : "");

    private static string Named(string code, string? term) => term is null ? code : $"{code} |{term}|";
}
