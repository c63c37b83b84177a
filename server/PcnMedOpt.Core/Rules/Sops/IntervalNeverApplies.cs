using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>An interval from a value only shortens one that is scheduled: of a test that no schedule names it shortens nothing.</summary>
public sealed class IntervalNeverApplies : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8113", "interval-never-applies", Severity.Error, "An interval from a value changes no schedule");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        var scheduled = declaration.All<ScheduleSyntax>().SelectMany(s => s.Sets).Select(CodeSetReader.NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var interval in declaration.All<IntervalSyntax>())
        {
            if (!scheduled.Contains(CodeSetReader.NameOf(interval.Test)))
                yield return Kind.At(
                    interval.Test.Span,
                    $"No phase schedules '{interval.Test.Text}', so that there is no interval to shorten.",
                    "Schedule the test in a phase, or name one that is scheduled.");
            else if (Numbers.Whole(interval.Divisor) == 0)
                yield return Kind.At(interval.Divisor.Span, "No value can be divided by 0.", "Write the number that the source divides by, such as 10.");
        }
    }
}
