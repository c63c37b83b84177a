using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Previews;

/// <summary>A cohort or measure, as the part of a page that tells of one names it.</summary>
internal sealed record ToldView(StatementView Statement);

/// <summary>What is printed on no page of its own, to be read: a cohort or measure with its criteria, a code set, a protocol.</summary>
/// <param name="Frame">Round the page.</param>
/// <param name="Front">Who answers for it, its evidence and changes.</param>
/// <param name="Told">The cohort or measure.</param>
/// <param name="CodeSets">The code sets that it names, or itself.</param>
internal sealed record ReadingView(PageFrame Frame, FrontMatterView Front, ImmutableArray<ToldView> Told, ImmutableArray<CodeSetView> CodeSets)
{
    /// <summary>Of a code set that is itself looked at so many codes are shown.</summary>
    private const int MostOfItself = 500;

    public static ReadingView Of(PreviewSubject subject)
    {
        var kind = subject.Declaration.Facts.Kind;
        var model = subject.Compilation.ModelOf(subject.Declaration);
        var contents = model is Cohort or Measure ? subject.Pages : subject.Alone;
        var statements = new Statements(contents, subject.Emis, _ => null);
        ImmutableArray<ToldView> told = model switch { Cohort cohort => [new(statements.Of(cohort))], Measure measure => [new(statements.Of(measure))], _ => [] };
        var codes = kind == DeclarationKind.Codes
            ? Codes([subject.Name], contents, MostOfItself)
            : Codes(SetsOf(model).Distinct(StringComparer.Ordinal), contents, PreviewSubject.MostCodes);
        var noun = kind.Noun();
        return new ReadingView(PageFrame.Of(subject.Meta, char.ToUpperInvariant(noun[0]) + noun[1..], Sections(told, codes)), FrontMatterView.Of(subject.Meta, contents), told, codes);
    }

    private static ImmutableArray<CodeSetView> Codes(IEnumerable<string> sets, PageContents contents, int most) =>
        [.. CodeSetView.Of(sets, contents, _ => "").Select(s => s.Shortened(most))];

    /// <summary>Those that it names itself: a cohort that it takes in has a page of its own.</summary>
    private static IEnumerable<string> SetsOf(object? model) => model switch
    {
        Cohort cohort => cohort.Criteria.SelectMany(c => SetsOf(c.Condition)),
        Measure { Of: RecordsOf records } measure => SetsOf(measure.Numerator).Concat(SetsOf(new HappenedTest([records.Set], records.How, records.Filters, null))),
        Measure measure => SetsOf(measure.Numerator),
        Condition condition => condition.DescendantsAndSelf().SelectMany(c => c.SetsUsed()).Select(s => s.Set),
        _ => [],
    };

    private static ImmutableArray<ContentsView> Sections(ImmutableArray<ToldView> told, ImmutableArray<CodeSetView> codes) =>
    [
        .. told.Select(_ => ContentsView.Of("statement", "What it says")),
        .. codes.Take(1).Select(_ => ContentsView.Of("codes", "Code appendix")),
        ContentsView.Of("document", "The document"),
    ];
}
