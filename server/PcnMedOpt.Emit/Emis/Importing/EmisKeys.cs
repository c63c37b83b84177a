using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Importing;

/// <summary>Parts of a file as text, without identifiers and places: equal texts mean the same.</summary>
internal static class EmisKeys
{
    public static string Of(EmisValueSet set) =>
        $"{set.CodeSystem}{(set.AllExcept ? " all except" : "")} {string.Join(';', set.Values.Select(Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}";

    public static string Of(EmisColumn column) =>
        $"{column.Name}{(column.NotIn ? " not" : "")} {string.Join('|', column.Sets.Select(Of).Order(StringComparer.Ordinal))} {(column.Range is { } range ? Of(range) : "")} {column.Absent}";

    private static string Of(EmisSetValue value) =>
        $"{value.Value}{(value.IncludeChildren ? "<" : "")}{(value.IsRefset ? "^" : "")}{string.Concat(value.Exceptions.Select(e => "-" + Of(e)).Order(StringComparer.Ordinal))}";

    private static string Of(EmisRange range) => string.Join(" to ", range.Ends().Select(e => $"{e.IsLower} {e.Bound.Operator} {e.Bound.Value} {e.Bound.Unit} {e.Bound.Relation} {e.Bound.Absent}"));
}
