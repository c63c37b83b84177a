using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Actions;

/// <summary>Writes out, in the place of a code set, what it is made of: its entries where another set includes it, its sets where a condition asks for it.</summary>
internal static class InlineCodes
{
    public static IEnumerable<CodeAction> Of(ActionPlace place)
    {
        if (!place.IsSound || place.Cursor.Token is not { IsName: true } token || place.Compilation.Names.Find(CodeSetReader.NameOf(token)) is not { Facts.Codes: { } codes } set) return [];
        return place.Path.LastOrDefault() switch
        {
            IncludeSetSyntax include when include.Name == token => [Entries(place, include, set, codes)],
            SetsSyntax sets when codes.Expression is { Operator: SetOperator.Or } expression => [Sets(place, sets, token, codes.Name, expression)],
            _ => [],
        };
    }

    private static CodeAction Entries(ActionPlace place, IncludeSetSyntax include, PlacedDeclaration set, CodeSetDefinition codes)
    {
        var name = $"Write out the codes of '{codes.Name}' here";
        return WhyNot(place, set, codes) is { } why
            ? CodeAction.Refused(name, ActionKind.Inline, why)
            : CodeAction.Keeps(name, ActionKind.Inline, () => Proof.Checked(place.Compilation, ActionAnswer.Of(place.Edit(include.Span, Contents(set, codes))), [place.Declaration.Facts.Name ?? ""]));
    }

    private static string? WhyNot(ActionPlace place, PlacedDeclaration set, CodeSetDefinition codes)
    {
        if (set.Facts.IsDamaged) return $"'{codes.Name}' cannot be read as a whole.";
        if (!codes.Excepted.IsEmpty || !codes.ExceptedSets.IsEmpty) return $"'{codes.Name}' takes codes out again with except, which here would take them out of the whole set.";
        if (codes.Awaiting is not null) return $"'{codes.Name}' is unfinished (awaiting): finish it first.";
        if (codes.Ecl is not null || codes.Expression is { Operator: not SetOperator.Or }) return $"'{codes.Name}' is an expression, which has no entries.";
        if (place.Declaration.Facts.Codes?.History != codes.History) return $"'{codes.Name}' says another history of codes than this set.";
        if (set.File != place.File && !set.Facts.Citations.IsEmpty) return $"'{codes.Name}' cites sources that are named in {set.File.Path}, and would lose them here.";
        return null;
    }

    private static string Contents(PlacedDeclaration set, CodeSetDefinition codes)
    {
        var parsed = set.Declared.Slice.Parsed;
        if (codes.Expression is { } expression) return string.Join("\n  ", expression.Sets.Select(s => $"include {s.Name}"));
        var clauses = (parsed.Declaration as CodesSyntax)?.Body is CodesBlockSyntax block ? block.Clauses.Where(c => c is EntrySyntax or IncludeSetSyntax or FromFileSyntax) : [];
        return string.Join("\n  ", clauses.Select(c => c.Span.Of(parsed.Lexed.Text)));
    }

    private static CodeAction Sets(ActionPlace place, SetsSyntax sets, Token token, string name, SetExpression expression)
    {
        var title = $"Write out the sets of '{name}' here";
        var row = new SetRow([.. expression.Sets.Select(s => s.Name)]);
        return row.WhyNot(place, sets) is { } why
            ? CodeAction.Refused(title, ActionKind.Inline, why)
            : CodeAction.Keeps(title, ActionKind.Inline, () => Proof.Checked(place.Compilation, ActionAnswer.Of(place.Edit(token.Span, string.Join(" or ", row.Names)))));
    }
}
