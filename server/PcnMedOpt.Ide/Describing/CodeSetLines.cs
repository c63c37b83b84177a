using System.Globalization;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Explaining;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Ide.Describing;

/// <summary>What a code set holds, in plain English.</summary>
public static class CodeSetLines
{
    /// <summary>So many codes are listed; the text and the lists hold them all.</summary>
    private const int MostShown = 8;

    /// <summary>"27 codes", "3 codes and 2 parts that are not expanded", and that it is unfinished.</summary>
    public static string Count(ResolvedCodeSet set)
    {
        var codes = ProjectWords.Count(set.Codes.Length, "code");
        var parts = ProjectWords.Count(set.Opaque.Length, "part that is not expanded", "parts that are not expanded");
        var text = set.Opaque.IsEmpty ? codes : set.Codes.IsEmpty ? parts : $"{codes} and {parts}";
        return set.Awaiting is null ? text : $"{text}, unfinished";
    }

    public static IEnumerable<ExplainedLine> Of(Compilation compilation, CodeSetDefinition definition)
    {
        var english = ProjectWords.English(compilation);
        var declaration = compilation.Names.Find(definition.Name);
        var pinned = declaration is null ? null : compilation.Pinned(declaration);
        if (compilation.CodeSet(definition.Name) is not { } set)
        {
            yield return new ExplainedLine(0, "It cannot be worked out: code sets take each other in in a circle.");
            yield break;
        }
        yield return new ExplainedLine(0, $"{(set.System == CodeSystem.Dmd ? "dm+d" : "SNOMED CT")}: {Count(set)}.");
        foreach (var code in set.Codes.Take(MostShown)) yield return new ExplainedLine(1, Code(code, set.TermOf(code)));
        if (set.Codes.Length > MostShown) yield return new ExplainedLine(1, $"and {ProjectWords.Count(set.Codes.Length - MostShown, "more code")}");
        foreach (var line in Expanded(definition, pinned)) yield return line;
        foreach (var part in set.Opaque.Take(MostShown)) yield return new ExplainedLine(1, Part(part));
        if (set.Opaque.Length > MostShown) yield return new ExplainedLine(1, $"and {ProjectWords.Count(set.Opaque.Length - MostShown, "more part")}");
        if (!set.Carved.IsEmpty) yield return new ExplainedLine(0, $"{ProjectWords.Count(set.Carved.Length, "code is", "codes are")} taken out of the parts that are not expanded.");
        if (set.IsUncertain) yield return new ExplainedLine(0, "Which codes it holds can only be settled with a terminology release that has these parts.");
        foreach (var list in definition.Lists)
            yield return new ExplainedLine(0, $"From the list {list.Path}: {(compilation.List(list) is { } read ? ProjectWords.Count(read.Codes.Length, "code") : "the file is not there")}.", list.Span);
        foreach (var other in definition.Included) yield return new ExplainedLine(0, $"Takes in {english.Named(other.Name)}.", other.Span);
        foreach (var other in definition.ExceptedSets) yield return new ExplainedLine(0, $"Without {english.Named(other.Name)}.", other.Span);
        if (definition.Expression is { } expression)
            yield return new ExplainedLine(0, $"{string.Join(Word(expression.Operator), expression.Sets.Select(s => english.Named(s.Name)))}.");
        if (definition.History is { } history)
        {
            var past = definition.HasHistory ? pinned?.Of(PinnedWhy.History) : null;
            yield return new ExplainedLine(0, $"With earlier codes of its concepts: {history}{(past is { } known ? $", {ProjectWords.Count(known.Length, "code")}." : ". That needs a terminology release.")}");
        }
        if (definition.Unit is { } unit) yield return new ExplainedLine(0, Results(unit), unit.Span);
        if (set.Awaiting is { } awaiting) yield return new ExplainedLine(0, $"Unfinished, awaiting: {awaiting}", definition.AwaitingSpan);
        yield return new ExplainedLine(0, declaration is null ? ReleaseWords.Unverified(compilation) : ReleaseWords.OfAll(compilation, declaration));
    }

    /// <summary>How many codes each entry stands for by what a lock or release tells.</summary>
    private static IEnumerable<ExplainedLine> Expanded(CodeSetDefinition definition, PinnedSet? pinned)
    {
        if (pinned is null) yield break;
        var parts = ExpandedEntries.Of(definition, pinned).ToList();
        foreach (var part in parts.Take(MostShown)) yield return new ExplainedLine(1, $"{part.Written}: {ProjectWords.Count(part.Codes.Length, "code")}", part.Span);
        if (parts.Count > MostShown) yield return new ExplainedLine(1, $"and {ProjectWords.Count(parts.Count - MostShown, "more entry that stands for several codes", "more entries that stand for several codes")}");
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
