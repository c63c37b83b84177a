using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace PcnMedOpt.Core.Ecl;

/// <summary>What stands between double braces, in canonical text; the letter of a filter is always written.</summary>
public static class EclFilterPrinter
{
    public static string Print(EclConstraint constraint) => constraint switch
    {
        FilterConstraint filters => $"{{{{ {Letter(filters.Kind)} {string.Join(", ", filters.Filters.Select(Print))} }}}}",
        HistorySupplement { Profile: EclHistory.Named, Refsets: { } refsets } => $"{{{{ + HISTORY ({EclPrinter.Print(refsets)}) }}}}",
        HistorySupplement history => $"{{{{ + HISTORY{Suffix(history.Profile)} }}}}",
        _ => throw new UnreachableException($"No text for {constraint}"),
    };

    public static string Print(EclFilter filter) => filter switch
    {
        TermFilter term => $"term {EclPrinter.Print(term.Terms)}",
        LanguageFilter language => $"language {EclPrinter.Sign(language.IsNot)} {OneOrList(language.Codes, c => c)}",
        TypeFilter type => $"type {EclPrinter.Sign(type.IsNot)} {OneOrList(type.Types, Word)}",
        TypeIdFilter type => $"typeId {EclPrinter.Sign(type.IsNot)} {Print(type.Types)}",
        DialectFilter dialect => Print(dialect),
        DescriptionIdFilter id => $"id {EclPrinter.Sign(id.IsNot)} {OneOrList(id.Ids, i => i.ToString(CultureInfo.InvariantCulture))}",
        ModuleFilter module => $"moduleId {EclPrinter.Sign(module.IsNot)} {Print(module.Modules)}",
        EffectiveTimeFilter time => $"effectiveTime {EclPrinter.Print(time.Times)}",
        ActiveFilter active => $"active {EclPrinter.Sign(active.IsNot)} {(active.Value ? "true" : "false")}",
        DefinitionStatusFilter status => $"definitionStatus {EclPrinter.Sign(status.IsNot)} {OneOrList(status.Defined, d => d ? "defined" : "primitive")}",
        DefinitionStatusIdFilter status => $"definitionStatusId {EclPrinter.Sign(status.IsNot)} {Print(status.Statuses)}",
        MemberFieldFilter field => $"{field.Field} {EclPrinter.Print(field.Comparison)}",
        _ => throw new UnreachableException($"No text for {filter}"),
    };

    internal static string OneOrList<T>(ImmutableArray<T> values, Func<T, string> print) =>
        values.Length == 1 ? print(values[0]) : $"({string.Join(' ', values.Select(print))})";

    private static string Letter(FilterKind kind) => kind switch
    {
        FilterKind.Concept => "C",
        FilterKind.Member => "M",
        _ => "D",
    };

    private static string Suffix(EclHistory profile) => profile switch
    {
        EclHistory.Minimum => "-MIN",
        EclHistory.Moderate => "-MOD",
        EclHistory.Maximum => "-MAX",
        _ => "",
    };

    private static string Word(DescriptionType type) => type switch
    {
        DescriptionType.Synonym => "syn",
        DescriptionType.FullySpecifiedName => "fsn",
        _ => "def",
    };

    private static string Print(ConceptChoice choice) =>
        choice.Expression is { } expression ? EclPrinter.Print(expression) : OneOrList(choice.Listed, EclPrinter.Print);

    private static string Print(DialectFilter filter)
    {
        var byId = filter.Expression is not null || filter.Dialects[0].Concept is not null;
        var values = filter.Expression is { } expression ? EclPrinter.Print(expression)
            : byId || filter.Dialects.Length > 1 || filter.Dialects[0].Acceptability is not null && filter.Acceptability is not null ? $"({string.Join(' ', filter.Dialects.Select(Print))})"
            : Print(filter.Dialects[0]);
        return $"{(byId ? "dialectId" : "dialect")} {EclPrinter.Sign(filter.IsNot)} {values}{Print(filter.Acceptability)}";
    }

    private static string Print(Dialect dialect) =>
        (dialect.Concept is { } concept ? EclPrinter.Print(concept) : dialect.Alias) + Print(dialect.Acceptability);

    private static string Print(AcceptabilitySet? acceptability) => acceptability switch
    {
        null => "",
        { Concepts: [] } => $" ({string.Join(' ', acceptability.Preferred.Select(p => p ? "prefer" : "accept"))})",
        _ => $" ({string.Join(' ', acceptability.Concepts.Select(EclPrinter.Print))})",
    };
}
