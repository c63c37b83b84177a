using System.Globalization;
using PcnMedOpt.Core.Comparing;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Tool.Reports;

/// <summary>The words that every report of a comparison shares.</summary>
internal static class DiffText
{
    /// <summary>So many codes are named; of more it is said how many.</summary>
    private const int MostCodes = 10;

    public static string Head(Change change)
    {
        var noun = change.Kind.Noun();
        var name = change.Kind == DeclarationKind.Example ? $"“{change.Title}”" : $"{change.Name} “{change.Title}”";
        return change.What switch
        {
            ChangeKind.Added => $"new {noun} {name}",
            ChangeKind.Removed => $"{noun} {name} is gone",
            ChangeKind.Renamed => $"{noun} {name}, which was {change.OldName}",
            _ => $"{noun} {name}",
        };
    }

    /// <summary>The class; where the people are the same and the meaning is not, that too.</summary>
    public static string Class(Change change) =>
        Effects.Words(change.Verdict) + (change is { ChangesMeaning: true, Verdict.Effect: Effect.Same or Effect.WordingOnly } ? ", another meaning" : "");

    /// <summary>What is known beside the class: why, on how many patients, because of what.</summary>
    public static IEnumerable<string> Notes(Change change)
    {
        if (Why(change.Verdict) is { } why) yield return why;
        foreach (var counted in change.Verdict.Counts) yield return Counts(counted);
        if (change.Because.Length > 0) yield return $"Because of: {string.Join(", ", change.Because)}.";
    }

    public static string? Why(Verdict verdict) => verdict.Effect == Effect.WordingOnly || verdict.Why.Length == 0 ? null
        : (verdict.Effect == Effect.NotKnown ? "Not known: " : "") + verdict.Why.TrimEnd('.') + ".";

    /// <summary>What a reached cohort has no entry of its own to say.</summary>
    public static IEnumerable<string> Counts(ProjectComparison comparison, Reached reached) =>
        comparison.Changes.Any(c => c.Name == reached.Name) ? [] : reached.Verdict.Counts.Select(Counts);

    public static string Counts(Counted counted)
    {
        string Code(CodeCount c) => $"{c.Code.ToString(CultureInfo.InvariantCulture)}{(c.Term is null ? "" : $" |{c.Term}|")}{(counted.CodesAreCounted ? $" ({Moved(c.Enter, c.Leave)})" : "")}";
        var codes = string.Join(", ", counted.Codes.Take(MostCodes).Select(Code));
        var rest = counted.Codes.Length > MostCodes ? Text($", and {counted.Codes.Length - MostCodes:N0} more codes") : "";
        var among = counted.CodesAmong is { } some ? Text($", looked for among {some:N0} of them") : "";
        return Text($"Of {counted.Patients:N0} {counted.Source}{(counted.ByKnownCodes ? ", by the codes that are known," : "")} {Told(counted.Told(counted.Before))} were found{(counted.NowTold is { } now ? Text($" and {now:N0} are") : "")}: ")
            + $"{Moved(counted.Told(counted.Enter), counted.Told(counted.Leave))}.{(codes.Length == 0 ? "" : $" By code{among}: {codes}{rest}.")}";
    }

    public static string Summary(ProjectComparison comparison)
    {
        var (meaning, wording) = (comparison.Changes.Count(c => c.ChangesMeaning), comparison.Changes.Count(c => !c.ChangesMeaning));
        return comparison.Changes.IsEmpty ? "Nothing changed but layout and comments."
            : Text($"{meaning:N0} {(meaning == 1 ? "change" : "changes")} of meaning, {wording:N0} that {(wording == 1 ? "keeps" : "keep")} it.");
    }

    public static string Missing(Unannounced missing) => missing.Protocol is { } protocol
        ? $"The meaning of the protocol {protocol} changed ({string.Join(", ", missing.Changed)}), but {missing.Missing}."
        : $"The meaning of {string.Join(", ", missing.Changed)} in {missing.File} changed, but {missing.Missing}.";

    private static string Moved(int? enter, int? leave) => $"{Told(enter)} {(enter == 1 ? "enters" : "enter")}, {Told(leave)} {(leave == 1 ? "leaves" : "leave")}";

    private static string Told(int? count) => count is { } told ? Text($"{told:N0}") : "1 to 5";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
