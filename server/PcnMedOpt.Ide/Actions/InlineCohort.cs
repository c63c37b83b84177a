using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Actions;

/// <summary>
/// Writes out, in the place of <c>in some_cohort</c>, the criteria of that cohort. Whom the cohort starts from is part of it: it is left out only where the
/// patients who are looked at are among them already.
/// </summary>
internal static class InlineCohort
{
    public static IEnumerable<CodeAction> Of(ActionPlace place)
    {
        if (!place.IsSound || place.Innermost<InCohortSyntax>() is not { Cohort.Parts: [var token] } test) yield break;
        var name = CodeSetReader.NameOf(token);
        if (place.Compilation.Names.Find(name) is not { Facts.Kind: DeclarationKind.Cohort } declaration) yield break;
        var title = $"Write out the criteria of '{name}' here";
        if (WhyNot(place, declaration) is { } why) yield return CodeAction.Refused(title, ActionKind.Inline, why);
        else yield return CodeAction.Keeps(title, ActionKind.Inline, () => Inline(place, test, declaration));
    }

    private static string? WhyNot(ActionPlace place, PlacedDeclaration declaration)
    {
        var name = declaration.Facts.Name;
        if (declaration.Facts.IsDamaged || place.Compilation.ModelOf(declaration) is not Cohort cohort) return $"'{name}' cannot be read as a whole.";
        if (cohort.Criteria.Any(c => c.Condition.DescendantsAndSelf().Any(t => t is Unreadable))) return $"A criterion of '{name}' has an error: what it means has to be clear first.";
        if (cohort.Include is { Criteria.IsEmpty: true }) return $"'{name}' has an inclusion without criteria.";
        if (cohort.Include is { } include && include.Needed != 1 && include.Needed != include.Criteria.Length)
            return $"'{name}' asks for at least {include.Needed} of its criteria, which one condition cannot say.";
        if (cohort.Include is null && cohort.Exclude.IsEmpty) return $"'{name}' has no criteria.";
        if (declaration.File != place.File && declaration.Declared.Slice.Parsed.Nodes.OfType<CriterionSyntax>().Any(c => !c.Cites.IsEmpty))
            return $"The criteria of '{name}' cite sources that are named in {declaration.File.Path}, and would lose them here.";
        return OfPopulation(place, cohort);
    }

    private static string? OfPopulation(ActionPlace place, Cohort cohort) => cohort.From is not Registered || AreAmong(place, cohort.From)
        ? null
        : $"'{cohort.Name}' is about registered patients alone, and here others may be looked at too; a condition cannot say so.";

    /// <summary>
    /// All who are looked at are of the population. Examples may give an exclusion as the reason for others too; then nothing is taken for granted.
    /// </summary>
    private static bool AreAmong(ActionPlace place, Population population) =>
        Populations.Chain(place.Compilation, place.Declaration).Any(p => IsSame(p, population))
        && !(place.Innermost<CriteriaSyntax>()?.Keyword.Kind == TokenKind.ExcludeWord && Populations.ReasonsAreTold(place.Compilation, place.Declaration));

    private static bool IsSame(Population a, Population b) => (a, b) switch
    {
        (Registered, Registered) => true,
        (OfCohort one, OfCohort other) => one.FullName == other.FullName,
        _ => false,
    };

    private static ActionAnswer Inline(ActionPlace place, InCohortSyntax test, PlacedDeclaration declaration)
    {
        if (declaration.Declared.Slice.Parsed is not { Declaration: CohortSyntax syntax } parsed || place.Compilation.ModelOf(declaration) is not Cohort cohort)
            return ActionAnswer.Refused("The cohort cannot be read.");
        var text = parsed.Lexed.Text;
        var blocks = syntax.Clauses.OfType<CriteriaSyntax>().ToLookup(c => c.Keyword.Kind);
        var parts = new List<(string Text, TokenKind? Joint)>();
        if (cohort.From is OfCohort of && !AreAmong(place, of)) parts.Add(($"in {of.FullName}", null));
        foreach (var block in blocks[TokenKind.IncludeWord])
            parts.Add(Joined([.. Conditions(block).Select(c => Written(text, c))], cohort.Include is { Needed: 1, Criteria.Length: > 1 } ? TokenKind.OrWord : TokenKind.AndWord));
        foreach (var block in blocks[TokenKind.ExcludeWord])
            parts.Add(($"not ({Joined([.. Conditions(block).Select(c => Written(text, c))], TokenKind.OrWord).Text})", null));
        var (condition, joint) = Joined(parts, TokenKind.AndWord);
        var above = place.Path.TakeWhile(n => n != test).LastOrDefault();
        var needsBrackets = joint is not null && above switch
        {
            JoinedSyntax row => row.Operators[0].Kind != joint,
            NotSyntax => true,
            _ => false,
        };
        var edits = new List<FileEdit> { place.Edit(test.Span, needsBrackets ? $"({condition})" : condition) };
        if (Cites(place, syntax) is { Length: > 0 } cites && place.Path.OfType<ClauseSyntax>().LastOrDefault() is { } clause)
            edits.Add(place.Edit(new Core.Text.TextSpan(clause.Span.End, 0), cites));
        return Proof.Checked(place.Compilation, ActionAnswer.Of(edits));
    }

    private static IEnumerable<ConditionSyntax> Conditions(CriteriaSyntax block) => block.Criteria.OfType<CriterionSyntax>().Select(c => c.Condition);

    private static (string Text, TokenKind? Joint) Written(string text, ConditionSyntax condition) =>
        (condition.Span.Of(text), condition is JoinedSyntax joined ? joined.Operators[0].Kind : null);

    /// <summary>A row, each part in brackets that is joined by another word.</summary>
    private static (string Text, TokenKind? Joint) Joined(IReadOnlyList<(string Text, TokenKind? Joint)> parts, TokenKind word) => parts is [var only]
        ? only
        : (string.Join($" {TokenText.Of(word)} ", parts.Select(p => p.Joint is null || p.Joint == word ? p.Text : $"({p.Text})")), word);

    /// <summary>What the criteria cite, where the clause does not cite it yet.</summary>
    private static string Cites(ActionPlace place, CohortSyntax cohort)
    {
        var known = (place.Path.OfType<ClauseSyntax>().LastOrDefault()?.Cites ?? []).Select(Edits.Cited).ToHashSet(StringComparer.Ordinal);
        var cited = cohort.DescendantsAndSelf().OfType<CriterionSyntax>().SelectMany(c => c.Cites).Select(Edits.Cited);
        return string.Concat(cited.Where(known.Add));
    }
}
