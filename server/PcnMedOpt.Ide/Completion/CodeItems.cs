using System.Globalization;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Describing;

namespace PcnMedOpt.Ide.Completion;

/// <summary>
/// Codes by the beginnings of their words, or of their identifier, of the same terminology: those of the whole project, and behind them those of
/// the release. What the release has retired is not offered.
/// </summary>
internal static class CodeItems
{
    private const int Most = 100;
    private const int MostOfRelease = 50;
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
        if (typing.Token is not { } token || typing.Before is not [{ Kind: TokenKind.Number } id, ..] || Known(typing, id) is not { } known) return [];
        var isClosed = token.Length > 1 && token.Chars[^1] == '|';
        var place = isClosed ? token.Span : TextSpan.FromBounds(token.Start, typing.Cursor.Here);
        return [Items.At(typing.InFile(place), $"|{known.Term}|", CompletionKind.Code, known.Detail, $"|{known.Term}|", Items.Fitting, 0)];
    }

    /// <summary>"in 3 code sets: a, b, c"; of many the first three.</summary>
    public static string InUse(KnownCode code) =>
        $"in {ProjectWords.Count(code.Sets.Length, "code set")}: {string.Join(", ", code.Sets.Take(3))}{(code.Sets.Length > 3 ? " …" : "")}";

    private static CompletionItem? TermOfCode(Typing typing)
    {
        if (!typing.Asks(TokenKind.Term, Slot.Code) || typing.Before is not [{ Kind: TokenKind.Number } id, ..] || Known(typing, id) is not { } known) return null;
        var term = $"|{known.Term}|";
        return typing.Word.Length == 0 && IsTerm(known.Term) ? Items.Of(typing, term, CompletionKind.Code, known.Detail, term, Items.Fitting, 0) : null;
    }

    /// <summary>The term of an identifier and where it is from: the preferred one of the release, else that of the project.</summary>
    private static (string Term, string Detail)? Known(Typing typing, Token id)
    {
        if (Sctid.Check(id.Text) != SctidProblem.None) return null;
        var code = long.Parse(id.Text, CultureInfo.InvariantCulture);
        if (typing.Compilation.Knowledge.Release is { } release && CodeFacts.TermOf(release, code) is { Length: > 0 } preferred) return (preferred, $"preferred in {release.Release.Name}");
        return CodeSearch.Of(typing.Compilation, code) is { Term.Length: > 0 } known ? (known.Term, InUse(known)) : null;
    }

    private static List<CompletionItem> Found(Typing typing, Probe probe, TextSpan place)
    {
        var typed = typing.Slice[place.Start..typing.Cursor.Here];
        var present = typing.Cursor.Declaration.Facts.Codes is { } own && !probe.IsOutside
            ? own.Entries.Where(e => e.Span.Start < place.Start || e.Span.Start > place.End).Select(e => e.Code.Id ?? 0).ToHashSet()
            : [];
        var release = typing.Compilation.Knowledge.Release;
        var system = SystemOf(probe);
        var codes = CodeSearch.Find(typing.Compilation, typed, system, Most + present.Count).Where(c => !present.Contains(c.Id)).Take(Most).ToList();
        var known = codes.Select(c => c.Id).ToHashSet();
        var more = release is null ? [] : ReleaseCodes.Find(release, typed, system, MostOfRelease + present.Count)
            .Where(c => c.Status == CodeStatus.Active && !known.Contains(c.Id) && !present.Contains(c.Id)).Take(MostOfRelease).ToList();
        var items = codes.Select((c, i) => Item(typing, c, release, typed, place, i)).OfType<CompletionItem>().ToList();
        var group = items.Count == 0 ? Items.Words : Items.Unused;
        items.AddRange(more.Select((c, i) => Item(typing, c, typed, place, group, i)));
        return items;
    }

    /// <summary>A code of the project; null where the release has retired it.</summary>
    private static CompletionItem? Item(Typing typing, KnownCode code, ITerminology? release, string typed, TextSpan place, int rank)
    {
        var told = release is null ? null : ReleaseCodes.Of(release, code.Id);
        if (told is { Status: CodeStatus.Inactive }) return null;
        return Item(typing, code.Id, told is { Term.Length: > 0 } ? told.Term : code.Term, told, $"{typed} {code.Term}", InUse(code), place, Items.Words, rank);
    }

    private static CompletionItem Item(Typing typing, ReleaseCode code, string typed, TextSpan place, char group, int rank) =>
        Item(typing, code.Id, code.Term, code, $"{typed} {code.Matched ?? code.Term}", code.Matched is null ? "" : $"also called {code.Matched}", place, group, rank);

    private static CompletionItem Item(Typing typing, long code, string term, ReleaseCode? told, string filter, string more, TextSpan place, char group, int rank)
    {
        var id = code.ToString(CultureInfo.InvariantCulture);
        var kind = ReleaseWords.Kind(told?.Level, told?.Tag);
        return Items.At(typing.InFile(place), term.Length > 0 ? term : id, CompletionKind.Code, string.Join(", ", new[] { id, kind, more }.Where(w => w.Length > 0)), IsTerm(term) ? $"{id} |{term}|" : id, group, AfterWords + rank) with
        {
            Beside = kind.Length == 0 ? id : $"{id} {kind}",
            FilterText = filter,
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
