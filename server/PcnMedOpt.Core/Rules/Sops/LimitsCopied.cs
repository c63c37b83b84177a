using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>Of two copies of a limit one is corrected one day, and the other forgotten.</summary>
public sealed class LimitsCopied : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO8120", "limits-copied", Severity.Warning, "A limit stands in two procedures");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project)
    {
        var seen = new List<(PlacedDeclaration Where, Sop Sop)>();
        foreach (var placed in project.Names.OfKind(DeclarationKind.Sop))
        {
            if (project.Model(placed) is not Sop { Limits.IsEmpty: false } sop) continue;
            var told = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (where, other) in seen)
            {
                var copied = sop.Limits.Where(l => !told.Contains(l.Name) && other.Limits.Any(o => AreAlike(o, l))).ToList();
                if (copied.Count == 0) continue;
                told.UnionWith(copied.Select(l => l.Name));
                yield return new ProjectFinding(placed, About(placed, sop, other, copied, where));
            }
            seen.Add((placed, sop));
        }
    }

    private Diagnostic About(PlacedDeclaration placed, Sop sop, Sop other, List<Limit> copied, PlacedDeclaration where)
    {
        var except = other.Limits.Where(o => !copied.Exists(c => AreAlike(o, c))).Select(l => l.Name).ToList();
        var taken = $"limits as {other.Name}" + (except.Count == 0 ? "" : $" except {string.Join(", ", except)}");
        var canTake = other.LimitsAs.IsEmpty && sop.LimitsAs.All(l => l.Sop != other.Name) && copied.All(c => other.Limits.Any(o => o.Name == c.Name && AreAlike(o, c)));
        return Kind.At(
            copied[0].Span,
            $"{(copied.Count == 1 ? "This limit" : $"{copied.Count} limits, this the first of them,")} of '{sop.Name}' {(copied.Count == 1 ? "stands" : "stand")} in '{other.Name}' too, with the same bands.",
            $"Keep one, and take it over: {taken}.",
            canTake ? [Fix.Changes(taken, [.. copied.Select((c, i) => i == 0 ? new TextEdit(c.Span, taken) : Edits.Remove(placed.Declared.Slice.Text, c.Span))])] : []) with
        {
            Related = new Related(where.Facts.Name ?? "", other.Limits.First(o => AreAlike(o, copied[0])).Span, "it stands here too"),
        };
    }

    /// <summary>The same values of the same results have the same colours, whatever is done.</summary>
    private static bool AreAlike(Limit one, Limit other) =>
        one.Set == other.Set && one.Unit.Text == other.Unit.Text && one.Bands.Select(Ends).SequenceEqual(other.Bands.Select(Ends))
        && one.Changes.Select(Change).SequenceEqual(other.Changes.Select(Change));

    private static (Colour Colour, decimal? Low, bool HoldsLow, decimal? High, bool HoldsHigh) Ends(Band band) => (band.Colour, band.Low, band.HoldsLow, band.High, band.HoldsHigh);

    private static (Colour Colour, string Change) Change(ChangeBand band) => (band.Colour, ConditionText.Of(band.Change));
}
