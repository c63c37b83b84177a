using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Importing;

/// <summary>How far a child's date is from its parent's: from and to, each so many days, weeks, months or years, negative before it.</summary>
internal sealed record LinkRange((int Count, DurationUnit Unit)? From, bool FromStrict, (int Count, DurationUnit Unit)? To, bool ToStrict)
{
    /// <summary>Whole days: above 0 is from 1, below 0 is up to -1.</summary>
    public static LinkRange Of(RangeImport ranges, EmisLink link)
    {
        if (link.Range is not { } range) return new LinkRange((0, DurationUnit.Days), false, (0, DurationUnit.Days), false);
        var result = new LinkRange(null, false, null, false);
        foreach (var (bound, isLower) in range.Ends())
        {
            ranges.Known(range, bound);
            if (bound.Relation == "ABSOLUTE" || bound.Unit == "DATE") throw new NotSaid(range.Place, "two records are linked by a day of the calendar");
            var amount = bound.Value is null ? (0, DurationUnit.Days) : ranges.Amount(range, bound);
            if (amount.Item1 == 0) amount = (0, DurationUnit.Days);
            result = isLower ? result with { From = amount, FromStrict = bound.IsStrict } : result with { To = amount, ToStrict = bound.IsStrict };
        }
        if (result is { From: (1, DurationUnit.Days), FromStrict: false }) result = result with { From = (0, DurationUnit.Days), FromStrict = true };
        if (result is { To: (-1, DurationUnit.Days), ToStrict: false }) result = result with { To = (0, DurationUnit.Days), ToStrict = true };
        return result;
    }

    public bool IsAfter => this is { From: (0, _), FromStrict: true, To: null };

    public bool IsBefore => this is { To: (0, _), ToStrict: true, From: null };

    /// <summary>After, or since.</summary>
    public bool IsOpenAbove => this is { From: (0, _), To: null };

    /// <summary>Before, or until.</summary>
    public bool IsOpenBelow => this is { To: (0, _), From: null };

    /// <summary>At least so long after: one day for "after". Null for other ranges.</summary>
    public Duration? Apart => this switch
    {
        { From: (0, _), FromStrict: true, To: null } => new Duration(1, DurationUnit.Days),
        { From: ( > 0 and var count, var unit), FromStrict: false, To: null } => new Duration(count, unit),
        _ => null,
    };

    /// <summary>The same distance seen from the child, where that is no matter of the length of months.</summary>
    public LinkRange? Turned => this is { From: null or (0, _), To: null or (0, _) } ? new LinkRange(To, ToStrict, From, FromStrict) : null;

    /// <summary>The window that an anchor gives, or null where the language has no words for it.</summary>
    public Window? Around(Anchor anchor) => this switch
    {
        { From: (0, _), FromStrict: true, To: null } => new RelativeToAnchor(Preposition.After, anchor),
        { From: (0, _), To: null } => new RelativeToAnchor(Preposition.Since, anchor),
        { From: null, To: (0, _), ToStrict: true } => new RelativeToAnchor(Preposition.Before, anchor),
        { From: null, To: (0, _) } => new RelativeToAnchor(Preposition.Until, anchor),
        { FromStrict: true } or { ToStrict: true } => null,
        { From: (0, _), To: (0, _) } => new RelativeToAnchor(Preposition.On, anchor),
        { From: (0, _), To: ( > 0 and var after, var unit) } => new WithinOfAnchor(new Duration(after, unit), Core.Model.Conditions.Around.After, anchor),
        { From: ( < 0 and var before, var unit), To: (0, _) } => new WithinOfAnchor(new Duration(-before, unit), Core.Model.Conditions.Around.Before, anchor),
        { From: ( < 0 and var before, var unit), To: ( > 0 and var after, var other) } when before == -after && unit == other => new WithinOfAnchor(new Duration(after, unit), Core.Model.Conditions.Around.Of, anchor),
        _ => null,
    };

    public override string ToString() => $"{(From is { } from ? $"{(FromStrict ? ">" : ">=")} {from.Count} {EmisUnits.Word(from.Unit)}" : "")}{(From is null || To is null ? "" : " and ")}{(To is { } to ? $"{(ToStrict ? "<" : "<=")} {to.Count} {EmisUnits.Word(to.Unit)}" : "")}";
}
