using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>The latest of a list is one of the list, so that asking whether it is something else finds nobody.</summary>
public sealed class LatestOfOutsideList : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3116", "latest-of-outside-list", Severity.Error, "The code set after 'is' is not in the list");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        foreach (var test in declaration.All<StatusTestSyntax>())
        {
            if (test.Kept is not { } kept || test.Sets.Any(s => CodeSetReader.NameOf(s) == CodeSetReader.NameOf(kept))) continue;
            // A name that nothing declares is a mistake of its own, and may be the one after 'is', misspelt.
            if (test.Sets.Append(kept).Any(s => declaration.Scope.CodeSet(CodeSetReader.NameOf(s)) is null)) continue;
            var list = $"{test.Order.Text} of {string.Join(", ", test.Sets.Select(s => s.Text))}";
            yield return Kind.At(
                kept.Span,
                $"'{list}' is never '{kept.Text}': it is not in the list.",
                "Add it to the list, or name one of the list.",
                Fix.Changes(
                    $"{list}, {kept.Text}{Rewriting.Trailing([test.Happened, .. test.Choose])} is {kept.Text}{Rewriting.Trailing(test.Keep)}",
                    Rewriting.Insert(test.Sets[^1].EndOffset, $", {kept.Text}")));
        }
    }
}
