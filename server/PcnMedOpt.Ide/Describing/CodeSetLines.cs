using System.Globalization;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Explaining;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Ide.Describing;

/// <summary>What a code set holds, in plain English.</summary>
public static class CodeSetLines
{
    /// <summary>So many codes are listed; the text and the lists hold them all.</summary>
    private const int MostShown = 8;

    public const string NotVerified = "Not verified: no terminology release is loaded.";

    /// <summary>"27 codes", "3 codes and 2 parts that need a release", and that it is unfinished.</summary>
    public static string Count(ResolvedCodeSet set)
    {
        var codes = ProjectWords.Count(set.Codes.Length, "code");
        var parts = ProjectWords.Count(set.Opaque.Length, "part that needs a release", "parts that need a release");
        var text = set.Opaque.IsEmpty ? codes : set.Codes.IsEmpty ? parts : $"{codes} and {parts}";
        return set.Awaiting is null ? text : $"{text}, unfinished";
    }

    public static IEnumerable<ExplainedLine> Of(Compilation compilation, CodeSetDefinition definition)
    {
        var english = ProjectWords.English(compilation);
        if (compilation.CodeSet(definition.Name) is not { } set)
        {
            yield return new ExplainedLine(0, "It cannot be worked out: code sets take each other in in a circle.");
            yield break;
        }
        yield return new ExplainedLine(0, $"{(set.System == CodeSystem.Dmd ? "dm+d" : "SNOMED CT")}: {Count(set)}.");
        foreach (var code in set.Codes.Take(MostShown)) yield return new ExplainedLine(1, Code(code, set.TermOf(code)));
        if (set.Codes.Length > MostShown) yield return new ExplainedLine(1, $"and {ProjectWords.Count(set.Codes.Length - MostShown, "more code")}");
        foreach (var part in set.Opaque.Take(MostShown)) yield return new ExplainedLine(1, Part(part));
        if (set.Opaque.Length > MostShown) yield return new ExplainedLine(1, $"and {ProjectWords.Count(set.Opaque.Length - MostShown, "more part")}");
        if (!set.Carved.IsEmpty) yield return new ExplainedLine(0, $"{ProjectWords.Count(set.Carved.Length, "code is", "codes are")} taken out of the parts that need a release.");
        if (set.IsUncertain) yield return new ExplainedLine(0, "Which codes it holds can only be settled with a terminology release.");
        foreach (var list in definition.Lists)
            yield return new ExplainedLine(0, $"From the list {list.Path}: {(compilation.List(list) is { } read ? ProjectWords.Count(read.Codes.Length, "code") : "the file is not there")}.", list.Span);
        foreach (var other in definition.Included) yield return new ExplainedLine(0, $"Takes in {english.Named(other.Name)}.", other.Span);
        foreach (var other in definition.ExceptedSets) yield return new ExplainedLine(0, $"Without {english.Named(other.Name)}.", other.Span);
        if (definition.Expression is { } expression)
            yield return new ExplainedLine(0, $"{string.Join(Word(expression.Operator), expression.Sets.Select(s => english.Named(s.Name)))}.");
        if (definition.History is { } history) yield return new ExplainedLine(0, $"With earlier codes of its concepts: {history}. That needs a terminology release.");
        if (definition.Unit is { } unit) yield return new ExplainedLine(0, Results(unit), unit.Span);
        if (set.Awaiting is { } awaiting) yield return new ExplainedLine(0, $"Unfinished, awaiting: {awaiting}", definition.AwaitingSpan);
        yield return new ExplainedLine(0, NotVerified);
    }

    public static string Code(long code, string? term) => code.ToString(CultureInfo.InvariantCulture) + (term is null ? "" : $" |{term}|");

    private static string Part(OpaquePart part) => part.Kind switch
    {
        OpaqueKind.Refset => $"the members of {Named(part)}{(part.Cluster is { } cluster ? $" ({cluster})" : "")}",
        OpaqueKind.Descendants => $"the descendants of {Named(part)}",
        OpaqueKind.Below => $"what is below {Named(part)}",
        _ => $"what the ECL expression finds: {part.Text}",
    };

    private static string Named(OpaquePart part) => part.Text + (part.Term is { } term ? $" |{term}|" : "");

    private static string Word(SetOperator joined) => joined switch
    {
        SetOperator.And => ", of these only what is also in ",
        SetOperator.Except => ", without ",
        _ => " and ",
    };

    private static string Results(UnitClause unit)
    {
        var text = unit.IsNone ? "Results have no unit" : unit.Unit is { } read ? $"Results are in {UnitText.Of(read)}" : "The unit of its results is not known";
        return unit is { Low: { } low, High: { } high } ? $"{text}; plausible from {Numbers.Shown(low)} to {Numbers.Shown(high)}." : $"{text}.";
    }
}
