using PcnMedOpt.Core;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Ide.Describing;

namespace PcnMedOpt.Ide.Completion;

/// <summary>
/// Names of the project's declarations where one may stand. First those that fit best, of these first what the declaration uses, what its file
/// declares, what its file uses.
/// </summary>
internal static class NameItems
{
    /// <summary>More than anybody reads; with more typed there are fewer.</summary>
    public const int Most = 200;

    /// <summary>The nearest names come before phrases, so that both are seen.</summary>
    private const int MostBeforePhrases = 10;

    /// <summary>So many procedures are looked into for the cohorts that they declare.</summary>
    private const int MostProcedures = 8;

    public static CompletionList Of(Typing typing, Slot slot)
    {
        var typed = typing.Typed;
        var ranked = Ranked(typing, slot, typing.Following.Kind, f => Goes(typed, f)).Take(Most + 1).ToList();
        var group = slot == Slot.Age ? Items.Words : Surroundings.BeginsClause(slot) && !typing.StartsLine ? Items.Rare : Items.Names;
        var items = ranked.Take(Most).Select((d, i) => Item(typing, slot, d, i < MostBeforePhrases ? group : Farther(group), i)).ToList();
        if (slot is Slot.Cohort or Slot.Population or Slot.Proof)
            items.AddRange(ranked.Take(Most).Where(d => d.Facts.Kind == DeclarationKind.Sop).Take(MostProcedures).SelectMany(d => Derived(typing, d)));
        return new CompletionList([.. items], ranked.Count > Most);
    }

    private static char Farther(char group) => group < Items.Words ? Items.Words : group;

    /// <summary>The cohorts of a procedure behind its dot.</summary>
    public static IEnumerable<CompletionItem> Parts(Typing typing, string procedure, string? outer)
    {
        if (typing.Compilation.CohortsOf(procedure) is not { } cohorts) yield break;
        var prefix = outer is null ? "" : outer + ".";
        foreach (var (part, i) in cohorts.Parts.Where(p => p.StartsWith(prefix, StringComparison.Ordinal)).Select((p, i) => (p[prefix.Length..], i)))
        {
            if (part.Contains('.', StringComparison.Ordinal)) continue;
            var full = $"{procedure}.{prefix}{part}";
            yield return Items.Of(typing, part, CompletionKind.Cohort, typing.Compilation.Cohort(full)?.Title ?? "", part, Items.Names, i) with { Key = $"name {full}" };
        }
    }

    private static IEnumerable<CompletionItem> Derived(Typing typing, PlacedDeclaration sop)
    {
        if (typing.Compilation.CohortsOf(sop.Facts.Name ?? "") is not { } cohorts) yield break;
        foreach (var (part, i) in cohorts.Main.Select((p, i) => (p, i)))
        {
            var full = $"{sop.Facts.Name}.{part}";
            yield return Items.Of(typing, full, CompletionKind.Cohort, cohorts.Find(part)?.Title ?? "", full, Items.Names, Most + i) with { Key = $"name {full}" };
        }
    }

    private static IEnumerable<PlacedDeclaration> Ranked(Typing typing, Slot slot, TokenKind following, Func<Facts, bool> goes)
    {
        var own = typing.Probe.IsOutside ? null : typing.Cursor.Declaration.Facts.Name;
        var system = Surroundings.SystemOf(typing.Probe);
        var listed = Listed(typing);
        return typing.Compilation.Names.Declarations
            .Where(d => d.Facts.Name is { } name && name != own && !listed.Contains(name))
            .Select(d => (Declaration: d, Fit: NameFit.Of(slot, d.Facts, system, following)))
            .Where(d => d.Fit is not null && goes(d.Declaration.Facts))
            .Select(d => (d.Declaration, Name: d.Declaration.Facts.Name ?? "", Fit: d.Fit ?? 0))
            .OrderBy(d => typing.Nearness.Rank(d.Fit, d.Declaration, d.Name)).ThenBy(d => d.Name, StringComparer.Ordinal)
            .Select(d => d.Declaration);
    }

    /// <summary>What stands already in the list that is being written.</summary>
    private static HashSet<string> Listed(Typing typing) => typing.Before is not [{ Kind: TokenKind.Comma or TokenKind.OrWord }, ..] ? []
        : typing.Before.TakeWhile(t => t.Kind is TokenKind.Comma or TokenKind.OrWord || t.IsName).Where(t => t.IsName).Select(t => t.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>The letters of the name, or from two letters on a word of the title.</summary>
    private static bool Goes(string typed, Facts facts) =>
        Matching.Fits(typed, facts.Name ?? "") || (typed.Length > 1 && facts.Title is { } title && Matching.BeginsWord(typed, title));

    private static CompletionItem Item(Typing typing, Slot slot, PlacedDeclaration declaration, char group, int rank)
    {
        var facts = declaration.Facts;
        var name = facts.Name ?? "";
        var hasParts = facts.Kind == DeclarationKind.Sop && slot is Slot.Cohort or Slot.Population or Slot.Proof or Slot.PackMember;
        return Items.Of(typing, name, KindOf(facts.Kind), Detail(typing.Compilation, facts), name, group, rank) with
        {
            FilterText = facts.Title is null ? name : $"{name} {facts.Title}",
            CommitCharacters = hasParts ? ["."] : [],
            IsDeprecated = declaration.File.Protocol?.Status == ProtocolStatus.Withdrawn,
            Key = $"name {name}",
        };
    }

    /// <summary>The title, and what it is: "Full blood count result, code set, 12 codes".</summary>
    private static string Detail(Compilation compilation, Facts facts)
    {
        var kind = facts switch
        {
            { Kind: DeclarationKind.Codes } => Counted(compilation, facts.Name ?? ""),
            { Parameter.Value: { } value } => $"parameter, {value}",
            _ => facts.Kind.Noun(),
        };
        return facts.Title is null ? kind : $"{facts.Title} ({kind})";
    }

    private static string Counted(Compilation compilation, string name) => compilation.CodeSet(name) is { } set ? $"code set, {CodeSetLines.Count(set)}" : "code set";

    private static CompletionKind KindOf(DeclarationKind kind) => kind switch
    {
        DeclarationKind.Codes => CompletionKind.CodeSet,
        DeclarationKind.Cohort => CompletionKind.Cohort,
        DeclarationKind.Measure => CompletionKind.Measure,
        DeclarationKind.Template => CompletionKind.Template,
        DeclarationKind.Sop => CompletionKind.Procedure,
        DeclarationKind.Letter => CompletionKind.Letter,
        DeclarationKind.Workflow => CompletionKind.Workflow,
        DeclarationKind.Register => CompletionKind.Register,
        DeclarationKind.Checklist => CompletionKind.Checklist,
        DeclarationKind.Parameter => CompletionKind.Parameter,
        _ => CompletionKind.Declaration,
    };
}
