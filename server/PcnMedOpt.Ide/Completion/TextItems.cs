using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Completion;

/// <summary>What texts hold that stands for something: paths, columns of lists, labels, patients, options, placeholders.</summary>
internal static class TextItems
{
    /// <summary>Where a text may begin, with its quotation marks.</summary>
    public static IEnumerable<CompletionItem> Quoted(Typing typing, IReadOnlyCollection<Asked> asked) =>
        from slot in asked.Where(a => a.Kind == TokenKind.String).Select(a => a.Slot).Distinct().ToList()
        from value in Values(typing, slot).Select((v, i) => (v.Text, v.Kind, v.Detail, Rank: i))
        let text = slot == Slot.ListPath ? $"\"{value.Text}\"" : Strings.Quoted(value.Text)
        select Items.Of(typing, text, value.Kind, value.Detail, text, Items.Fitting, value.Rank);

    /// <summary>Inside of a text.</summary>
    public static IEnumerable<CompletionItem> In(Typing typing)
    {
        if (typing.Token is not { } token) return [];
        var slots = typing.Probe.Asked.Where(a => a.Kind == token.Kind).Select(a => a.Slot).Distinct().ToList();
        if (slots.Contains(Slot.LetterText)) return PlaceholderItems.Of(typing, token);
        if (token.Kind != TokenKind.String) return [];
        var isClosed = token.Length > 1 && token.Chars[^1] == '"';
        var place = TextSpan.FromBounds(token.Start + 1, isClosed ? token.EndOffset - 1 : typing.Cursor.Here);
        var typed = typing.Slice[place.Start..typing.Cursor.Here];
        return from slot in slots
               from value in Values(typing, slot).Select((v, i) => (v.Text, v.Kind, v.Detail, Rank: i))
               where Matching.Fits(typed, value.Text)
               let text = (slot == Slot.ListPath ? value.Text : Strings.Quoted(value.Text)[1..^1]) + (isClosed ? "" : "\"")
               select Items.At(typing.InFile(place), value.Text, value.Kind, value.Detail, text, Items.Fitting, value.Rank);
    }

    private static IEnumerable<(string Text, CompletionKind Kind, string Detail)> Values(Typing typing, Slot slot) => slot switch
    {
        Slot.ListPath => typing.Compilation.Lists.Where(l => l.Value is not null).Select(l => l.Key).Order(StringComparer.Ordinal).Select(p => (p, CompletionKind.File, "")),
        Slot.ListColumn => Columns(typing).Select(c => (c, CompletionKind.Column, "")),
        Slot.Label => Labels(typing),
        Slot.Patient => typing.Cursor.Parsed.Nodes.OfType<PatientSyntax>().Select(p => p.Name).OfType<Token>().Select(n => (Strings.Value(n), CompletionKind.Label, "patient")),
        Slot.Class => Classes(typing).Select(c => (c, CompletionKind.Value, "")),
        Slot.Option => Options(typing).Select(o => (o, CompletionKind.Value, "")),
        _ => [],
    };

    /// <summary>The columns of the list that the clause names.</summary>
    private static IEnumerable<string> Columns(Typing typing)
    {
        var before = typing.Before;
        var from = before.Select((t, i) => (t, i)).FirstOrDefault(t => t.t.Kind == TokenKind.FromWord).i;
        if (from < 1 || before[from - 1].Kind != TokenKind.String) return [];
        if (!typing.Compilation.Lists.TryGetValue(Strings.AsTyped(before[from - 1]), out var text) || text is null) return [];
        var fields = new List<CsvField>();
        return new CsvReader(text).Read(fields) ? fields.Select(f => f.Value.Trim()).Where(f => f.Length > 0) : [];
    }

    /// <summary>The labels of the cohort that an example expects: of its inclusion, or after "not in" of its exclusion; those that stand there already are left out.</summary>
    private static IEnumerable<(string Text, CompletionKind Kind, string Detail)> Labels(Typing typing)
    {
        var before = typing.Before;
        var expect = before.TakeWhile(t => t.Kind != TokenKind.ExpectWord).Reverse().ToList();
        var cohort = string.Concat(expect.SkipWhile(t => t.Kind != TokenKind.InWord).Skip(1).TakeWhile(t => t.Kind != TokenKind.BecauseWord).Select(t => t.Text));
        if (typing.Compilation.Cohort(cohort) is not { } found) return [];
        var present = expect.SkipWhile(t => t.Kind != TokenKind.BecauseWord).Where(t => t.Kind == TokenKind.String).Select(Strings.Value).ToHashSet(StringComparer.Ordinal);
        var isNot = expect.Exists(t => t.Kind == TokenKind.NotWord);
        var criteria = isNot ? found.Exclude : found.Include?.Criteria ?? [];
        return criteria.Select(c => c.Label).Where(l => !present.Contains(l)).Distinct().Select(l => (l, CompletionKind.Label, isNot ? "a reason to leave out" : "a reason to include"));
    }

    private static IEnumerable<string> Classes(Typing typing)
    {
        var of = Surroundings.Open(typing.Probe).OfType<DeadlinesSyntax>().LastOrDefault()?.Of.Text;
        return typing.Cursor.Parsed.Nodes.OfType<ColumnSyntax>().Where(c => c.Name.Text == of).SelectMany(c => c.Options).Select(Strings.Value);
    }

    private static IEnumerable<string> Options(Typing typing)
    {
        if (typing.Before is not [{ Kind: TokenKind.IsWord }, var field, ..]) return [];
        return typing.Cursor.Parsed.Nodes.OfType<ChoiceFieldSyntax>().Where(c => c.Name.Text == field.Text)
            .SelectMany(c => c.Options.OfType<OptionSyntax>()).Select(o => Strings.Value(o.Label));
    }
}
