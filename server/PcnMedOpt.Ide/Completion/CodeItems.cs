using System.Globalization;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Describing;

namespace PcnMedOpt.Ide.Completion;

/// <summary>Codes by the beginnings of their words, or of their identifier: of the whole project, those of the same terminology.</summary>
internal static class CodeItems
{
    private const int Most = 100;
    private const int MostWords = 6;

    /// <summary>Words of the language come before codes.</summary>
    private const int AfterWords = 5000;

    /// <summary>Where a code may stand, for the words before the cursor; the list is never complete, so that the next letter asks again.</summary>
    public static CompletionList Of(Typing typing)
    {
        if (TermOfCode(typing) is { } term) return new CompletionList([term], false);
        var mayStand = false;
        foreach (var start in Starts(typing))
        {
            var probe = start == typing.Word.Start ? typing.Probe : typing.ProbeAt(start);
            if (!AsksCode(probe)) continue;
            mayStand = true;
            var codes = Found(typing, probe, TextSpan.FromBounds(start, Math.Max(typing.Word.End, typing.Cursor.Here)));
            if (codes.Count > 0) return new CompletionList([.. codes], true);
        }
        return new CompletionList([], mayStand || (typing.Word.Length == 0 && AsksCode(typing.Probe)));
    }

    /// <summary>Between the bars behind an identifier: its term.</summary>
    public static IEnumerable<CompletionItem> Terms(Typing typing)
    {
        if (typing.Token is not { } token || typing.Before is not [{ Kind: TokenKind.Number } id, ..] || Known(typing, id) is not { Term.Length: > 0 } known) return [];
        var isClosed = token.Length > 1 && token.Chars[^1] == '|';
        var place = isClosed ? token.Span : TextSpan.FromBounds(token.Start, typing.Cursor.Here);
        return [Items.At(typing.InFile(place), $"|{known.Term}|", CompletionKind.Code, InUse(known), $"|{known.Term}|", Items.Fitting, 0)];
    }

    /// <summary>"in 3 code sets: a, b, c"; of many the first three.</summary>
    public static string InUse(KnownCode code) =>
        $"in {ProjectWords.Count(code.Sets.Length, "code set")}: {string.Join(", ", code.Sets.Take(3))}{(code.Sets.Length > 3 ? " …" : "")}";

    private static CompletionItem? TermOfCode(Typing typing)
    {
        if (!typing.Asks(TokenKind.Term, Slot.Code) || typing.Before is not [{ Kind: TokenKind.Number } id, ..] || Known(typing, id) is not { Term.Length: > 0 } known) return null;
        var term = $"|{known.Term}|";
        return typing.Word.Length == 0 && IsTerm(known.Term) ? Items.Of(typing, term, CompletionKind.Code, InUse(known), term, Items.Fitting, 0) : null;
    }

    private static KnownCode? Known(Typing typing, Token id) =>
        Sctid.Check(id.Text) == SctidProblem.None ? CodeSearch.Of(typing.Compilation, long.Parse(id.Text, CultureInfo.InvariantCulture)) : null;

    private static List<CompletionItem> Found(Typing typing, Probe probe, TextSpan place)
    {
        var typed = typing.Slice[place.Start..typing.Cursor.Here];
        var present = typing.Cursor.Declaration.Facts.Codes is { } own && !probe.IsOutside ? own.Entries.Where(e => e.Span.Start < place.Start || e.Span.Start > place.End).Select(e => e.Code.Id).ToHashSet() : [];
        var codes = CodeSearch.Find(typing.Compilation, typed, SystemOf(probe), Most + present.Count).Where(c => !present.Contains(c.Id)).Take(Most);
        return [.. codes.Select((c, i) => Item(typing, c, typed, place, i))];
    }

    private static CompletionItem Item(Typing typing, KnownCode code, string typed, TextSpan place, int rank)
    {
        var id = code.Id.ToString(CultureInfo.InvariantCulture);
        var label = code.Term.Length > 0 ? code.Term : id;
        var insert = IsTerm(code.Term) ? $"{id} |{code.Term}|" : id;
        return Items.At(typing.InFile(place), label, CompletionKind.Code, $"{id}, {InUse(code)}", insert, Items.Words, AfterWords + rank) with
        {
            Beside = id,
            FilterText = $"{typed} {code.Term}",
            Key = $"code {id}",
        };
    }

    /// <summary>A term that can stand between bars.</summary>
    private static bool IsTerm(string term) => term.Length > 0 && !term.AsSpan().ContainsAny('|', '\r', '\n');

    private static bool AsksCode(Probe probe) => probe.Asked.Any(a => a.Kind == TokenKind.Number && a.Slot is Slot.Code or Slot.CodesClause or Slot.CodeSet);

    private static CodeSystem? SystemOf(Probe probe)
    {
        if (Surroundings.SystemOf(probe) is { } system) return system == TokenKind.DmdWord ? CodeSystem.Dmd : CodeSystem.Snomed;
        var last = probe.Read.Lexed.Tokens.TakeWhile(t => t != probe.Token).LastOrDefault();
        return last?.Kind switch { TokenKind.MedicineWord => CodeSystem.Dmd, TokenKind.CodeWord => CodeSystem.Snomed, _ => null };
    }

    /// <summary>Where the words begin that stand directly before the cursor on its line, from the first.</summary>
    private static IEnumerable<int> Starts(Typing typing)
    {
        var text = typing.Slice;
        var here = typing.Cursor.Here;
        var starts = new List<int>();
        for (var at = here - 1; at >= 0 && IsTyped(text[at]); at--)
            if (char.IsLetterOrDigit(text[at]) && (at == 0 || !IsWordPart(text[at - 1]))) starts.Add(at);
        starts.Reverse();
        return starts.TakeLast(MostWords);
    }

    private static bool IsTyped(char c) => IsWordPart(c) || c is ' ' or '-' or '/' or ',' or '(' or ')';

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '\'' or '’';
}
