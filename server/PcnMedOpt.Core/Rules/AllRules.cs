using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Binding;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Rules.Codes;
using PcnMedOpt.Core.Rules.Conditions;
using PcnMedOpt.Core.Rules.Examples;
using PcnMedOpt.Core.Rules.Governance;
using PcnMedOpt.Core.Rules.Letters;
using PcnMedOpt.Core.Rules.Names;
using PcnMedOpt.Core.Rules.Packs;
using PcnMedOpt.Core.Rules.Registers;
using PcnMedOpt.Core.Rules.Sops;
using PcnMedOpt.Core.Rules.Targets;
using PcnMedOpt.Core.Rules.Templates;
using PcnMedOpt.Core.Rules.Workflows;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules;

/// <summary>Every rule, in one place. To add one: its file, its line here, its page in tests/rules.</summary>
public static class AllRules
{
    /// <summary>Rules about any declaration.</summary>
    private static readonly ImmutableArray<IDeclarationRule> OfAll =
    [
        new DuplicateLabel(),
        new DuplicateClause(),
        new MissingClause(),
        new ExcludeIsAny(),
        new DeviceName(),
        new BadCheckDigit(),
        new NotAnIdentifier(),
        new NotAConcept(),
        new UnitUnknownInSet(),
        new OrderCodeInSet(),
        new UnknownCode(),
        new InactiveCode(),
        new TermNotOfCode(),
        new WrongKindOfCode(),
        new NotInRecords(),
        new LockStale(),
        new LockBehindRelease(),
    ];

    /// <summary>Rules about code sets.</summary>
    private static readonly ImmutableArray<IDeclarationRule> OfCodeSets =
    [
        new EmptyCodeSet(),
        new CodeTwice(),
        new IncludeAndExcept(),
        new CodeListMissing(),
        new CodeListOutside(),
        new CodeListColumn(),
        new CodeListUnreadable(),
        new CodeListFormula(),
        new AwaitingCodes(),
        new AwaitingInActive(),
        new MarkDoesNotFit(),
        new MixedSetExpression(),
        new EclSyntax(),
        new EclIdentifier(),
        new EclUnknown(),
        new EclRetired(),
        new NeedsTerminology(),
        new PlausibleReversed(),
        new UnknownInList(),
        new SuccessorMissing(),
        new InactiveInList(),
        new LevelDiffers(),
        new PackInSet(),
        new ExpandsToNothing(),
        new NoCodesLeft(),
        new ClusterDiffers(),
        new ExceptsNothing(),
    ];

    /// <summary>Rules about what has conditions, patients or people: any declaration but a code set.</summary>
    private static readonly ImmutableArray<IDeclarationRule> OfOthers =
    [
        new AtLeastCount(),
        new UsesAwaitingSet(),
        new MixedAndOr(),
        new NoAOrB(),
        new AgeComparison(),
        new IssuedWithoutWindow(),
        new NotWithoutBrackets(),
        new NotOfValue(),
        new PairWithoutWithin(),
        new BetweenReversed(),
        new TwoAnchors(),
        new ItOutsideRecords(),
        new RefusalWithoutWindow(),
        new NeverTrue(),
        new AlwaysTrue(),
        new LatestOfOutsideList(),
        new LatestOfOverlap(),
        new ValueWithoutUnit(),
        new MixedAnalytes(),
        new DmdRecorded(),
        new SnomedIssued(),
        new TargetImpossible(),
        new FutureDate(),
        new PairRecorded(),
        new NoAtLeast(),
        new BuiltByHand(),
        new Approximated(),
        new ReviewPassed(),
        new ActiveIncomplete(),
        new SameAuthorReviewer(),
        new ThresholdWithoutEvidence(),
        new EvidenceTwice(),
        new SameAuthorReviewerDraft(),
        new ExamplePatientName(),
        new ExampleDate(),
        new ExampleSetWithoutMember(),
        new ExampleSystem(),
        new ExpectTwice(),
        new ExampleIncomplete(),
    ];

    /// <summary>Rules about templates, procedures, workflows, registers and checklists.</summary>
    private static readonly ImmutableArray<IDeclarationRule> OfDocuments =
    [
        new PartTwice(),
        new FieldWithoutCode(),
        new CodedAndUncoded(),
        new NumberWithoutRange(),
        new AttributeDoesNotFit(),
        new FrameworkSteps(),
        new OutcomeUncoded(),
        new RequiredWhen(),
        new LimitBands(),
        new LimitSetWithoutUnit(),
        new PhaseNeverReached(),
        new LastPhaseEnds(),
        new TestDropped(),
        new LaterPhaseStricter(),
        new GraceTooLong(),
        new TakenAsShorter(),
        new RedWithoutAction(),
        new RecallOrder(),
        new RecallWithoutEscalation(),
        new TakingItself(),
        new IntervalNeverApplies(),
        new ParameterLengthens(),
        new TakingWindow(),
        new TestsAndNone(),
        new MonitorsOrders(),
        new StepUnknown(),
        new StepNotReached(),
        new LeadsNowhere(),
        new LoopWithoutEnd(),
        new DecisionWithoutChoice(),
        new DeadlineOrder(),
        new RegisterColumn(),
        new DeadlineClass(),
        new ItemWithoutEvidence(),
    ];

    /// <summary>Rules about the declarations of a file and what their names stand for.</summary>
    private static readonly ImmutableArray<IFileRule> File =
    [
        new UnknownName(),
        new WrongKind(),
        new DerivedCohort(),
        new EvidenceNeverCited(),
        new UnknownEvidence(),
        new ExampleLabel(),
        new SystemMixed(),
        new ReasonWithoutCohort(),
        new ProtocolPlacement(),
        new PackWithoutProtocol(),
        new PersonalDataFound(),
    ];

    /// <summary>Rules about the whole project.</summary>
    private static readonly ImmutableArray<IProjectRule> Project =
    [
        new DuplicateName(),
        new UnusedCodeSet(),
        new UnusedParameter(),
        new CircularCohorts(),
        new CircularCodeSets(),
        new SpreadsheetDamage(),
        new TermDiffers(),
        new SharesMost(),
        new MeasureExcludesItself(),
        new RecordedOfStatusPair(),
        new IncompleteSearch(),
        new FieldUnitDiffers(),
        new ExpectedNotPlausible(),
        new LimitsAs(),
        new CircularLimits(),
        new LimitsCopied(),
        new UnknownPlaceholder(),
        new SmsTooLong(),
        new SmsNames(),
        new InNoPack(),
        new NobodyActs(),
    ];

    /// <summary>Kinds that are found while reading, binding and reporting, and not by a rule.</summary>
    private static readonly ImmutableArray<DiagnosticKind> Built =
    [
        LexicalFindings.Unclosed, LexicalFindings.LookAlike, LexicalFindings.UnknownCharacter, LexicalFindings.UnitSpelling,
        LexicalFindings.UnknownUnit, LexicalFindings.NotADate, LexicalFindings.UpperCaseName,
        SyntaxFindings.NotUnderstood, SyntaxFindings.MissingBrace, SyntaxFindings.NestedTooDeep, SyntaxFindings.StrayText,
        BindingFindings.NotWhole, BindingFindings.TooLarge, BindingFindings.ParameterKind, BindingFindings.UnitDimension, BindingFindings.UnitMissing,
        BindingFindings.RangeReversed,
        Silencing.Incomplete, Silencing.Unused, Silencing.RunOut,
        SettingsFindings.UnknownParameter, SettingsFindings.ParameterBounds, SettingsFindings.UnknownRule, SettingsFindings.RuleIsError,
        LockStale.Required, SettingsFindings.LockOld,
        SettingsFindings.NotJson, SettingsFindings.UnknownKey, SettingsFindings.WrongValue,
    ];

    /// <summary>Every kind of finding, by its id.</summary>
    public static ImmutableArray<DiagnosticKind> Kinds { get; } =
        [.. Built.Concat(OfAll.Concat(OfCodeSets).Concat(OfOthers).Concat(OfDocuments).Select(r => r.Kind)).Concat(File.Select(r => r.Kind)).Concat(Project.Select(r => r.Kind)).OrderBy(k => k.Id, StringComparer.Ordinal)];

    internal static IEnumerable<Diagnostic> Judge(DeclarationMeaning declaration) =>
        OfAll.Concat(declaration.Syntax is CodesSyntax ? OfCodeSets : OfOthers).Concat(declaration.Facts.Kind.IsDocument() ? OfDocuments : [])
            .SelectMany(r => r.Check(declaration)).OrderBy(d => d.Span.Start);

    internal static IEnumerable<ProjectFinding> Judge(SourceFile file, ProjectIndex project) => File.SelectMany(r => r.Check(file, project));

    internal static IEnumerable<ProjectFinding> Judge(ProjectIndex project) => Project.AsParallel().AsOrdered().SelectMany(r => r.Check(project).ToList());
}
