using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core;

/// <summary>
/// The allow lines of a declaration: each silences the findings of its slug on the line after it, or in the criterion or clause that begins
/// there, until its day. One without a reason or a day, one that has run out and one that silences nothing are findings themselves. An error
/// cannot be silenced.
/// </summary>
internal sealed class Silencing(PlacedDeclaration declaration, DateOnly today)
{
    public static readonly DiagnosticKind Incomplete = new("MO9001", "allow-incomplete", Severity.Warning, "An allow line has no day or no reason");

    public static readonly DiagnosticKind Unused = new("MO9002", "allow-unused", Severity.Warning, "An allow line silences nothing");

    public static readonly DiagnosticKind RunOut = new("MO9003", "allow-run-out", Severity.Warning, "The day of an allow line has passed");

    public IEnumerable<Diagnostic> Apply(IEnumerable<Diagnostic> findings)
    {
        var allowances = declaration.Facts.Allowances;
        if (allowances.IsEmpty) return findings;
        var lines = new LineMap(declaration.Declared.Slice.Text);
        var used = new HashSet<Allowance>(ReferenceEqualityComparer.Instance);
        var kept = new List<Diagnostic>();
        foreach (var finding in findings)
        {
            var line = lines.At(finding.Span.Start).Line;
            var allowance = finding.Kind.Severity == Severity.Error ? null : allowances.FirstOrDefault(a => a.Slug == finding.Kind.Slug && a.FirstLine <= line && line <= a.LastLine);
            if (allowance is not null) used.Add(allowance);
            if (allowance is null || !IsInForce(allowance)) kept.Add(finding);
        }
        kept.AddRange(allowances.SelectMany(a => About(a, used.Contains(a))));
        return kept;
    }

    private bool IsInForce(Allowance allowance) => allowance.Until >= today && allowance.Reason.Length > 0;

    private IEnumerable<Diagnostic> About(Allowance allowance, bool used)
    {
        if (allowance.Until is null || allowance.Reason.Length == 0)
            yield return Incomplete.At(
                allowance.Span, $"This line does not say {(allowance.Until is null ? "until when" : "why")} '{allowance.Slug}' is allowed.", $"Write // allow {allowance.Slug} until 2027-01-01: reason.");
        else if (!used)
            yield return SilencesNothing(allowance);
        else if (allowance.Until < today)
            yield return RunOut.At(allowance.Span, $"'{allowance.Slug}' was allowed until {Numbers.Shown(allowance.Until.Value)}.", "Mend what it finds, or decide again and give a new day.");
    }

    private Diagnostic SilencesNothing(Allowance allowance)
    {
        var kind = AllRules.Kinds.FirstOrDefault(k => k.Slug == allowance.Slug);
        var near = kind is null ? CloseWords.Nearest(allowance.Slug, AllRules.Kinds.Select(k => k.Slug)) : null;
        return Unused.At(
            allowance.Span,
            kind switch
            {
                null => $"There is no rule '{allowance.Slug}'.",
                { Severity: Severity.Error } => $"'{allowance.Slug}' is an error, and an error cannot be allowed.",
                _ => $"Nothing on the next line is found by '{allowance.Slug}'.",
            },
            near is null ? "Remove the line." : $"Did you mean '{near}'?",
            Fix.Keeps("Remove the line", Edits.Remove(declaration.Declared.Slice.Text, allowance.Span)));
    }
}
