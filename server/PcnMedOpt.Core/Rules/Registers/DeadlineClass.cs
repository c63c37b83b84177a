using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Registers;

/// <summary>Each class has its deadline, or a reason to have none: a class that is left out is never late.</summary>
public sealed class DeadlineClass : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8302", "deadline-class", Severity.Error, "A class has no deadline, or a deadline no class");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Model is not Register register) yield break;
        foreach (var deadlines in register.Deadlines)
        {
            if (register.Columns.FirstOrDefault(c => c.Name == deadlines.Of) is not { Kind: ColumnKind.OneOf } column) continue;
            var missing = column.Options.Except(deadlines.Cases.Select(c => c.Option), StringComparer.Ordinal).ToList();
            var unknown = deadlines.Cases.Where(c => !column.Options.Contains(c.Option)).ToList();
            foreach (var one in unknown)
                yield return Kind.At(
                    one.Span,
                    $"'{column.Name}' is never \"{one.Option}\".",
                    $"It is one of {Listing.And(column.Options.Select(o => $"\"{o}\""))}.",
                    [.. CloseWords.Near(one.Option, missing).Select(n => Fix.Changes($"Write {n}", new TextEdit(one.Span, Strings.Quoted(n))))]);
            if (missing.Count > unknown.Count)
                yield return Kind.At(
                    deadlines.OfSpan,
                    $"There is no deadline for {Listing.And(missing.Select(m => $"\"{m}\""))}.",
                    "Write one: by and a column, within and a time, or none and why.");
        }
    }
}
