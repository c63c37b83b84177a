using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>Of two clauses that exclude each other one would be silently left out.</summary>
public sealed class DuplicateClause : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2011", "duplicate-clause", Severity.Error, "A clause stands twice that may stand once");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from block in declaration.Nodes.Where(n => n is IBlockSyntax or FieldSyntax or OptionSyntax or ColumnSyntax)
        from same in block.Children.Where(c => WordsOf(c) is not null).GroupBy(WordsOf)
        from again in same.Skip(1)
        select Kind.At(
            again.First.Span,
            $"'{same.Key}' may stand once, and stands again here.",
            again is CriteriaSyntax ? "Put all criteria between the braces of one." : "Keep one of them.") with
        {
            Related = new Related(declaration.Facts.Name ?? declaration.Facts.Title ?? "", same.First().First.Span, "stands here first"),
        };

    /// <summary>What a clause begins with, when it may stand once; null for every other.</summary>
    public static string? WordsOf(SyntaxNode clause) => clause switch
    {
        FromSyntax => "from",
        CriteriaSyntax criteria => criteria.Keyword.Text,
        RunSyntax => "run every",
        OfPopulationSyntax or OfEachSyntax => "of",
        CountWhenSyntax => "count when",
        TargetSyntax => "target",
        BySyntax => "by",
        ReportedSyntax => "reported",
        VersionSyntax => "version",
        StatusClauseSyntax => "status",
        PersonSyntax person => person.Role.Text,
        ApprovedSyntax => "approved",
        ReviewBySyntax => "review by",
        AwaitingSyntax => "awaiting",
        UnitClauseSyntax => "unit",
        HistorySyntax => "with history",
        TargetsSyntax => "targets",
        ForPracticeSyntax => "for practice",
        OnDateSyntax => "on",
        LifeDateSyntax life => life.Keyword.Text,
        PatientSexSyntax => "sex",
        ForCohortSyntax => "for",
        LastingSyntax => "duration",
        FrameworkSyntax => "framework",
        RecallInSyntax => "recall in",
        DrugSyntax => "drug",
        SettingSyntax => "setting",
        BaselineSyntax => "baseline",
        RecallsSyntax => "recall",
        NoRoutineTestsSyntax => "no routine tests",
        LetterToSyntax => "to",
        LetterBodySyntax body => $"body {body.Medium.Text}",
        StartWhenSyntax => "start when",
        RequiredSyntax => "required",
        CodedSyntax => "code",
        UncodedSyntax => "uncoded",
        FieldUnitSyntax => "unit",
        FieldRangeSyntax => "expect",
        OnCompletionSyntax => "on completion",
        ColumnRuleSyntax rule => rule.Keyword.Kind == TokenKind.NotWord ? "not before" : rule.Keyword.Text,
        _ => null,
    };
}
