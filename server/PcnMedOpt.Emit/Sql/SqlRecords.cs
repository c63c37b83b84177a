using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Emit.Sql;

/// <summary>A subquery of records or patients.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsPerRecord">It holds for one record of a measure, and not for all of a patient: it has the column <c>it</c> beside <c>patient</c>.</param>
internal sealed record SqlRelation(string Name, bool IsPerRecord)
{
    /// <summary>The columns that say whose it is.</summary>
    public string Key(string alias) => IsPerRecord ? $"{alias}.patient, {alias}.it" : $"{alias}.patient";

    /// <summary>Rows of this one and of another that belong together.</summary>
    public string Joined(string alias, SqlRelation other, string otherAlias) =>
        $"{alias}.patient = {otherAlias}.patient{(IsPerRecord && other.IsPerRecord ? $" and {alias}.it = {otherAlias}.it" : "")}";
}

/// <summary>Finds records as filters choose them: those of Core's <c>Records</c>, as subqueries.</summary>
/// <param name="parts">The statement.</param>
/// <param name="each">The records that a measure is over, with the columns <c>patient</c> and <c>it</c>; null for what is asked of patients.</param>
internal sealed class SqlRecords(SqlParts parts, string? each)
{
    /// <summary>The records of the sets that satisfy all filters: the columns patient, day, episode, and for entries those of their results.</summary>
    public SqlRelation Of(ImmutableArray<string> sets, Happened how, ImmutableArray<Filter> filters, bool withResults = false)
    {
        if (!filters.Any(f => f is ValueFilter)) return Filtered(sets, [], how, filters, withResults);
        // A result is read in the unit of the first of the sets that its code is in. An issue has none.
        var eachSet = sets.Select((set, i) => Filtered([set], sets[..i], Happened.Recorded, filters, true)).Distinct().ToList();
        if ((how & Happened.Recorded) == 0) eachSet = [new SqlRelation(Nobody, false)];
        return eachSet is [var only] ? only
            : new SqlRelation(parts.Named("either", string.Join("\nunion all\n", eachSet.Select(e => $"select {e.Key("r")}, r.day, r.episode from {e.Name} r"))), eachSet[0].IsPerRecord);
    }

    /// <summary>The days that an anchor gives; for "any" each of its days. Null for one that no patient has.</summary>
    public SqlRelation? Days(Anchor anchor)
    {
        switch (anchor)
        {
            case RegistrationAnchor:
                return new SqlRelation(parts.Named("registered_on", $"select p.patient, p.registered_since as day\nfrom patients p\nwhere {IsInForce(parts, "p")}"), false);
            case ItAnchor:
                return each is null ? null : new SqlRelation(parts.Named("this_record", $"select r.patient, r.it, r.it as day\nfrom {each} r"), true);
        }
        var record = (RecordAnchor)anchor;
        var of = Of(record.Sets, record.How, record.Filters);
        var key = of.Key("r");
        var select = record.Pick switch
        {
            Pick.Latest => $"select {key}, max(r.day) as day\nfrom {of.Name} r\ngroup by {key}",
            Pick.Earliest => $"select {key}, min(r.day) as day\nfrom {of.Name} r\ngroup by {key}",
            _ => $"select distinct {key}, r.day\nfrom {of.Name} r",
        };
        return of with { Name = parts.Named("anchor", select) };
    }

    /// <summary>The registration that is in force on the reference date.</summary>
    public static string IsInForce(SqlParts parts, string alias) =>
        $"{alias}.registered_since is not null and {alias}.registered_since <= {parts.On} and ({alias}.registered_until is null or {alias}.registered_until > {parts.On})";

    private string Nobody => parts.Named("nobody", "select e.patient, e.day, e.episode\nfrom events e\nwhere false");

    private SqlRelation Filtered(ImmutableArray<string> sets, ImmutableArray<string> without, Happened how, ImmutableArray<Filter> filters, bool withResults)
    {
        var all = withResults ? SqlResults.Of(parts, sets[0], without) : Base(sets, how);
        var conditions = new List<string>();
        var anchors = new List<SqlRelation>();
        var (needsPatient, isEmpty) = (false, false);
        foreach (var filter in filters)
            switch (filter)
            {
                case WindowFilter { Window: var window } when window.AnchorOf() is { } anchor:
                    if (Days(anchor) is not { } days) isEmpty = true;
                    else
                    {
                        anchors.Add(days);
                        conditions.Add($"exists (select 1 from {days.Name} a where a.patient = r.patient{(days.IsPerRecord ? " and a.it = i.it" : "")} and {SqlWindows.Contains(parts, window, "r.day", "a.day")})");
                    }
                    break;
                case WindowFilter { Window: var window }:
                    if (SqlWindows.Contains(parts, window, "r.day") is { } condition) conditions.Add(condition);
                    break;
                case AtAgeFilter age:
                    needsPatient = true;
                    conditions.Add(SqlWindows.Contains(parts, age.Range, "p.born", "r.day"));
                    break;
                case ValueFilter value:
                    conditions.Add($"r.usable and {SqlResults.Satisfies(parts, sets[0], value.Range, "r")}");
                    break;
                case EpisodeFilter episode:
                    var kinds = string.Join(", ", episode.Kinds.Select(k => $"'{k.ToString().ToLowerInvariant()}'").Distinct());
                    conditions.Add($"r.episode {(episode.Not ? "not in" : "in")} ({kinds})");
                    break;
                default: throw new System.Diagnostics.UnreachableException($"No SQL for {filter}");
            }
        if (isEmpty) conditions.Add("false");
        if (conditions.Count == 0) return new SqlRelation(all, false);
        var perRecord = anchors.Any(a => a.IsPerRecord);
        var from = $"from {all} r{(needsPatient ? "\njoin patients p on p.patient = r.patient" : "")}{(perRecord ? $"\njoin {each} i on i.patient = r.patient" : "")}";
        var columns = withResults ? $"r.patient, {(perRecord ? "i.it, " : "")}r.day, r.episode, {SqlResults.Columns("r")}" : $"r.patient, {(perRecord ? "i.it, " : "")}r.day, r.episode";
        return new SqlRelation(parts.Named("chosen", $"select {columns}\n{from}\nwhere {string.Join("\n  and ", conditions)}"), perRecord);
    }

    /// <summary>All records of the sets up to the reference date.</summary>
    private string Base(ImmutableArray<string> sets, Happened how)
    {
        string From(string table) => $"select e.patient, e.day, e.episode\nfrom {table} e\nwhere {parts.IsIn("e.code", sets)} and e.day <= {parts.On}";
        var wish = $"{(how == Happened.Issued ? "issued" : how == Happened.Recorded ? "recorded" : "either")}_{(sets.Length == 0 ? "none" : sets[0])}{(sets.Length > 1 ? "_and_others" : "")}";
        var body = how switch { Happened.Recorded => From("events"), Happened.Issued => From("issues"), _ => $"{From("events")}\nunion all\n{From("issues")}" };
        return parts.Named(wish, body, string.Join(" or ", sets) + (how == Happened.Issued ? " issued" : how == Happened.Recorded ? " recorded" : " recorded or issued"));
    }
}
