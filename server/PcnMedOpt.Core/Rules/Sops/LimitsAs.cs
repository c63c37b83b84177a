using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>Limits that are taken over are there, each once, and what is excepted is among them.</summary>
public sealed class LimitsAs : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO8118", "limits-as", Severity.Error, "Limits cannot be taken over as it is written");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project)
    {
        foreach (var placed in project.Names.OfKind(DeclarationKind.Sop))
        {
            if (project.Model(placed) is not Sop { LimitsAs.IsEmpty: false } sop) continue;
            var names = sop.Limits.Select(l => l.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var taken in sop.LimitsAs)
                if (Source(project, taken.Sop) is { } source && WhatIsWrong(project, sop, taken, source, names) is { } finding)
                    yield return new ProjectFinding(placed, finding);
        }
    }

    private Diagnostic? WhatIsWrong(ProjectIndex project, Sop sop, LimitsTaken taken, Sop source, HashSet<string> names)
    {
        if (ComesBack(project, source, sop.Name)) return null;
        var limits = LimitsInForce.Of(source, name => Source(project, name)).Select(l => l.Name).ToList();
        if (limits.Count == 0)
            return source.LimitsAs.IsEmpty
                ? Kind.At(taken.Span, $"The procedure '{source.Name}' has no limits to take over.", "Name a procedure that has limits, or write them here.")
                : null;
        if (taken.Except.FirstOrDefault(e => !limits.Contains(e)) is { } nothing)
        {
            var near = CloseWords.Nearest(nothing, limits);
            return Kind.At(
                taken.Span,
                $"'{source.Name}' has no limit '{nothing}' that could be excepted.",
                near is null ? $"Its limits are {Listing.And(limits.Select(l => $"'{l}'"))}." : $"Did you mean '{near}'?");
        }
        var twice = limits.Except(taken.Except, StringComparer.Ordinal).Where(l => !names.Add(l)).ToList();
        return twice.Count == 0
            ? null
            : Kind.At(
                taken.Span,
                $"{(twice.Count == 1 ? "The limit" : "The limits")} {Listing.And(twice.Select(l => $"'{l}'"))} of '{source.Name}' {(twice.Count == 1 ? "is" : "are")} in '{sop.Name}' already.",
                $"Keep one of them: limits as {source.Name} except {string.Join(", ", taken.Except.Concat(twice))}.");
    }

    /// <summary>It takes its limits from that procedure by some way round: a rule of its own reports that.</summary>
    private static bool ComesBack(ProjectIndex project, Sop from, string to)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { from.Name };
        var open = new Stack<Sop>([from]);
        while (open.TryPop(out var at))
            foreach (var taken in at.LimitsAs)
                if (reached.Add(taken.Sop) && Source(project, taken.Sop) is { } next) open.Push(next);
        return reached.Contains(to);
    }

    private static Sop? Source(ProjectIndex project, string name) => project.Names.Find(name) is { } placed ? project.Model(placed) as Sop : null;
}
