using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Semantics;

/// <summary>From the syntax of citations to what they cite.</summary>
internal static class Citations
{
    public static ImmutableArray<Citation> Of(ClauseSyntax clause) => [.. clause.Cites.Select(Of)];

    public static Citation Of(CiteSyntax cite) =>
        new(CodeSetReader.NameOf(cite.Evidence), cite.Section is null ? null : Strings.Value(cite.Section), cite.Evidence.Span);
}
