using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Ide.Actions;

/// <summary>Looks at a change before it is given: nothing may be wrong after it that was right before, and code sets hold what they held.</summary>
internal static class Proof
{
    /// <summary>The change, or why it would not do.</summary>
    /// <param name="compilation">The project before.</param>
    /// <param name="answer">The change.</param>
    /// <param name="sameCodes">Code sets that must hold the same codes after it.</param>
    public static ActionAnswer Checked(Compilation compilation, ActionAnswer answer, params IReadOnlyCollection<string> sameCodes)
    {
        if (answer.Refusal is not null) return answer;
        var after = Edits.Applied(compilation, answer.Edit);
        if (sameCodes.FirstOrDefault(name => !IsSame(compilation.CodeSet(name), after.CodeSet(name))) is { } differs)
            return ActionAnswer.Refused($"The code set '{differs}' would not hold the same codes.");
        var known = compilation.Diagnostics.Where(d => d.Severity == Severity.Error).CountBy(Said).ToDictionary(StringComparer.Ordinal);
        foreach (var said in after.Diagnostics.Where(d => d.Severity == Severity.Error).GroupBy(Said, StringComparer.Ordinal))
            if (said.Count() > known.GetValueOrDefault(said.Key)) return ActionAnswer.Refused($"It would not be right afterwards: {said.First().Diagnostic.Message}");
        return answer;
    }

    private static string Said(LocatedDiagnostic finding) => $"{finding.Path} {finding.Diagnostic.Kind.Id} {finding.Diagnostic.Message}";

    /// <summary>What is known of the codes, and what only a release can tell, is the same.</summary>
    private static bool IsSame(ResolvedCodeSet? before, ResolvedCodeSet? after) =>
        before is null || after is null
            ? before == after
            : before.System == after.System && before.Codes.SequenceEqual(after.Codes) && before.Carved.SequenceEqual(after.Carved)
                && before.Opaque.Select(o => o.Key).SequenceEqual(after.Opaque.Select(o => o.Key))
                && before.IsUncertain == after.IsUncertain && before.Awaiting == after.Awaiting;
}
