using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>
/// Asthma that was coded in childhood and resolved since is still "recorded". Where the project asks for the latest of a diagnosis and its
/// resolution once, a plain "recorded" elsewhere is probably forgotten, and finds people who no longer have it.
/// </summary>
public sealed class RecordedOfStatusPair : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO3112", "recorded-of-status-pair", Severity.Warning, "A diagnosis is asked for without its resolution");

    private static readonly ConditionalWeakTable<object, Told> Known = [];

    public IEnumerable<ProjectFinding> Check(ProjectIndex project)
    {
        var plainly = new List<(PlacedDeclaration Where, Told Told)>();
        var pairs = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var declaration in project.Names.Declarations)
        {
            if (declaration.Facts.Kind is not (DeclarationKind.Cohort or DeclarationKind.Measure) || project.Model(declaration) is not { } model) continue;
            var told = Known.GetValue(model, Tell);
            foreach (var pair in told.Pairs) pairs.TryAdd(pair.Kept ?? "", pair.Sets);
            if (!told.Plain.IsEmpty) plainly.Add((declaration, told));
        }
        return
            from one in plainly.FindAll(p => AsksOneOf(p.Told, pairs))
            from plain in one.Told.Plain
            where plain.Test.Sets.Any(pairs.ContainsKey)
            let set = plain.Test.Sets.First(pairs.ContainsKey)
            where !Mentions(plain.Condition, pairs[set].Remove(set))
            select new ProjectFinding(one.Where, Finding(one.Where, plain.Test, set, pairs[set]));
    }

    private static bool AsksOneOf(Told told, Dictionary<string, ImmutableArray<string>> pairs)
    {
        foreach (var plain in told.Plain)
            foreach (var set in plain.Test.Sets)
                if (pairs.ContainsKey(set)) return true;
        return false;
    }

    /// <summary>What a model says of pairs, and where it asks plainly; kept with the model.</summary>
    private static Told Tell(object model)
    {
        var conditions = ModelConditions.Of(model).ToList();
        return new Told(
            [.. conditions.SelectMany(c => c.DescendantsAndSelf()).OfType<StatusTest>().Where(IsPair)],
            [.. conditions.SelectMany(c => c.DescendantsAndSelf().OfType<HappenedTest>().Where(IsPlain).Select(t => (c, t)))]);
    }

    /// <summary>The author looks at the resolution in another way.</summary>
    private static bool Mentions(Condition condition, ImmutableArray<string> sets) =>
        condition.DescendantsAndSelf().SelectMany(t => t.SetsUsed()).Any(u => sets.Contains(u.Set));

    private static bool IsPair(StatusTest test) => test is { Pick: Pick.Latest, How: Happened.Recorded, Kept: not null } && test.Sets.Length > 1;

    /// <summary>Who writes "ever" means it.</summary>
    private static bool IsPlain(HappenedTest test) =>
        test is { How: Happened.Recorded, Times: null } && test.Filters.All(f => f is WindowFilter { Window: not Ever });

    private Diagnostic Finding(PlacedDeclaration where, HappenedTest test, string set, ImmutableArray<string> pair)
    {
        var others = string.Join("' or '", pair.Where(s => s != set));
        return Kind.At(
            test.Span,
            $"'{set}' may have been followed by '{others}'; elsewhere the project asks for the latest of them.",
            "Ask for the latest of them here too, or write ever after recorded when that is meant.",
            [.. Fixes(where, test, set, pair)]);
    }

    private static IEnumerable<Fix> Fixes(PlacedDeclaration where, HappenedTest test, string set, ImmutableArray<string> pair)
    {
        if (test.Sets.Length > 1 || Written(where, test) is not { } written) yield break;
        var recorded = written.Filters.IsEmpty ? "" : " recorded" + Rewriting.Trailing(written.Filters);
        var text = $"latest of {string.Join(", ", pair)}{recorded} is {set}";
        yield return Fix.Changes(text, written.Instead(text));
        if (written.Filters.IsEmpty) yield return Fix.Keeps($"{set} recorded ever", Rewriting.Insert(written.Happened.Span.End, " ever"));
    }

    private static HappenedTestSyntax? Written(PlacedDeclaration where, HappenedTest test) =>
        where.Declared.Slice.Parsed.Declaration?.DescendantsAndSelf().OfType<HappenedTestSyntax>()
            .FirstOrDefault(t => t.Span.Start >= test.Span.Start && t.Span.End <= test.Span.End);

    private sealed record Told(ImmutableArray<StatusTest> Pairs, ImmutableArray<(Condition Condition, HappenedTest Test)> Plain);
}
