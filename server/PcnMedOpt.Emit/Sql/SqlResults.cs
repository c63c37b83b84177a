using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Emit.Sql;

/// <summary>
/// Results and how they compare, exactly: an amount in base units and its divisor against a decimal and its divisor, multiplied across. What is plausible, and in
/// which unit a bare number is read, belongs to the code set and so stands in the statement.
/// </summary>
internal static class SqlResults
{
    public static string Columns(string alias) => string.Join(", ", new[] { "number", "comparator", "kind", "amount", "per", "carries", "usable" }.Select(c => $"{alias}.{c}"));

    /// <summary>The entries of a set as its unit reads them: <c>carries</c> a result, usable or not; is <c>usable</c>.</summary>
    public static string Of(SqlParts parts, string set, ImmutableArray<string> without)
    {
        var declared = parts.Project.Definition(set)?.Unit;
        var kind = declared?.Unit is { } unit ? ExactAmount.KindOf(unit) : null;
        var (fits, amount, per) = ("true", "e.amount", "e.per");
        if (declared?.Unit is { } known)
        {
            fits = kind is null ? "e.unit is null" : $"(e.unit is null or e.kind = {parts.Text(kind)})";
            var size = ExactAmount.Of(known.Size);
            if (kind is not null && size is not { Text: "1", Per.IsOne: true })
            {
                amount = $"case when e.unit is null then e.number * {parts.Number(size.Text)} else e.amount end";
                if (!size.Per.IsOne) per = $"case when e.unit is null then {parts.Number(size.PerText)} else e.per end";
            }
        }
        var plausible = new List<string>();
        if (declared is { Unit: { } of, Low: { } low }) plausible.Add(Compared(parts, ">=", ExactAmount.Of(low, of), "r"));
        if (declared is { Unit: { } to, High: { } high }) plausible.Add(Compared(parts, "<=", ExactAmount.Of(high, to), "r"));
        var read = $"""
            select e.patient, e.day, e.episode, e.number, e.comparator, {(kind is null ? "e.kind" : $"{parts.Text(kind)} as kind")}, {amount} as amount, {per} as per,
                  e.usable is not null as carries, coalesce(e.usable, false) and {fits} as fits
                from events e
                where {parts.IsIn("e.code", [set], without)} and e.day <= {parts.On}
            """.ReplaceLineEndings("\n");
        return parts.Named($"results_{set}", $"select r.patient, r.day, r.episode, r.number, r.comparator, r.kind, r.amount, r.per, r.carries, {string.Join(" and ", plausible.Prepend("r.fits"))} as usable\nfrom (\n    {read}) r", $"results of {set}");
    }

    /// <summary>Every value that a usable result can stand for is in the range.</summary>
    public static string Satisfies(SqlParts parts, string set, ValueRange range, string alias) => range switch
    {
        ValueCompared compared => Satisfies(parts, set, compared.Comparison, compared.Quantity, alias),
        ValueInBand band => $"({Satisfies(parts, set, band.FromLow, band.Low, alias)} and {Satisfies(parts, set, band.ToHigh, band.High, alias)})",
        ValueBetween { Not: false } between => $"({Satisfies(parts, set, Comparison.AtLeast, between.Low, alias)} and {Satisfies(parts, set, Comparison.AtMost, between.High, alias)})",
        ValueBetween between => $"({Satisfies(parts, set, Comparison.LessThan, between.Low, alias)} or {Satisfies(parts, set, Comparison.MoreThan, between.High, alias)})",
        _ => throw new System.Diagnostics.UnreachableException($"No SQL for {range}"),
    };

    private static string Satisfies(SqlParts parts, string set, Comparison comparison, Quantity quantity, string alias)
    {
        var converts = "";
        if (!quantity.AsRecorded)
        {
            var kind = ExactAmount.KindOf(quantity.Unit);
            if (parts.Project.Definition(set)?.Unit?.Unit is { } unit)
            {
                if (!unit.ConvertsTo(quantity.Unit)) return "false";
            }
            else converts = kind is null ? $"{alias}.kind is null and " : $"{alias}.kind = {parts.Text(kind)} and ";
        }
        string Is(string mark) => quantity.AsRecorded
            ? $"{alias}.number {mark} {parts.Number(ExactAmount.Of(quantity.Value).Text)}"
            : Compared(parts, mark, ExactAmount.Of(quantity.Value, quantity.Unit), alias);
        var has = comparison is Comparison.AtLeast or Comparison.MoreThan ? HasLeast(alias) : HasGreatest(alias);
        return $"({converts}" + comparison switch
        {
            Comparison.AtLeast => $"{has} and {Is(">=")})",
            Comparison.MoreThan => $"{has} and ({Is(">")} or ({alias}.comparator = '>' and {Is("=")})))",
            Comparison.AtMost => $"{has} and {Is("<=")})",
            Comparison.LessThan => $"{has} and ({Is("<")} or ({alias}.comparator = '<' and {Is("=")})))",
            _ => $"{alias}.comparator is null and {Is("=")})",
        };
    }

    /// <summary>Whatever values the two stand for, the later is above (or, for a fall, below) the earlier, and by enough.</summary>
    public static string Changed(SqlParts parts, string set, ChangeTest test, string later, string earlier)
    {
        var amount = test.Amount;
        var conditions = new List<string>
        {
            test.Rose ? HasLeast(later) : HasGreatest(later),
            test.Rose ? HasGreatest(earlier) : HasLeast(earlier),
        };
        var known = parts.Project.Definition(set)?.Unit?.Unit;
        if (!amount.AsRecorded)
        {
            if (known is null) conditions.Add($"coalesce({later}.kind, '') = coalesce({earlier}.kind, '')");
            if (!test.Percent && known is not null && !amount.Unit.ConvertsTo(known)) return "false";
            if (!test.Percent && known is null) conditions.Add(ExactAmount.KindOf(amount.Unit) is { } kind ? $"{later}.kind = {parts.Text(kind)}" : $"{later}.kind is null");
        }
        // Both sides are multiplied by the two divisors, and by the one of the amount.
        var (to, from) = amount.AsRecorded ? ($"{later}.number", $"{earlier}.number") : ($"{parts.Dialect.Factor($"{later}.amount")} * {earlier}.per", $"{parts.Dialect.Factor($"{earlier}.amount")} * {later}.per");
        var moved = test.Rose ? $"({to} - {from})" : $"({from} - {to})";
        var strict = $"({later}.comparator in ('<', '>') or {earlier}.comparator in ('<', '>'))";
        var enough = test.Percent ? ExactAmount.Of(amount.Value / 100m) : amount.AsRecorded ? ExactAmount.Of(amount.Value) : ExactAmount.Of(amount.Value, amount.Unit);
        var per = enough.Per.IsOne ? "" : $" * {parts.Number(enough.PerText)}";
        var needed = test.Percent ? $"{parts.Number(enough.Text)} * {from}" : amount.AsRecorded ? parts.Number(enough.Text) : $"{parts.Number(enough.Text)} * {later}.per * {earlier}.per";
        conditions.Add($"({moved} > 0 or ({moved} = 0 and coalesce({strict}, false)))");
        conditions.Add(test.MoreThan ? $"({moved}{per} > {needed} or ({moved}{per} = {needed} and coalesce({strict}, false)))" : $"{moved}{per} >= {needed}");
        return string.Join("\n  and ", conditions);
    }

    private static string Compared(SqlParts parts, string mark, ExactAmount bound, string alias) =>
        $"{alias}.amount{(bound.Per.IsOne ? "" : $" * {parts.Number(bound.PerText)}")} {mark} {parts.Number(bound.Text)} * {alias}.per";

    private static string HasLeast(string alias) => $"({alias}.comparator is null or {alias}.comparator in ('>=', '>'))";

    private static string HasGreatest(string alias) => $"({alias}.comparator is null or {alias}.comparator in ('<=', '<'))";
}
