using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Importing;

/// <summary>
/// A criterion as a condition of the language, its own negation apart. What is not the same to the letter is a finding; what cannot be said is thrown.
/// </summary>
internal sealed class CriterionImport(ImportedSets sets, ColumnImport columns, RangeImport ranges, ImportFindings findings)
{
    private readonly LinkImport links = new(sets, columns, ranges, findings);

    public Condition Of(EmisCriterion criterion)
    {
        if (criterion.Others is [var other, ..]) throw new NotSaid(other.Place, $"it has {string.Join(", ", criterion.Others.Select(o => o.Name).Distinct(StringComparer.Ordinal))}, which is not known");
        if (criterion.BaseGroups.Length > 0) return Based(criterion);
        if (criterion.Table == "GPES_JOURNALS") return Journals(criterion);
        if (criterion.Table == "PATIENTS") return Patient(criterion);
        if (criterion.Link is { } link) return links.Of(criterion, link, null);
        return links.Own(columns.Records(criterion).Simplified(), []);
    }

    /// <summary>GPES journals hold entries and issues: recorded or issued.</summary>
    private AnyOf Journals(EmisCriterion criterion)
    {
        if (criterion.Link is not null || criterion.Filter.Restriction is { } restriction && (restriction.IsLimit || restriction.Test.Length > 0))
            throw new NotSaid(criterion.Place, "entries and issues are looked at together in an order or a link");
        return new AnyOf([Of(criterion with { Table = "EVENTS", Negated = false }), Of(criterion with { Table = "MEDICATION_ISSUES", Negated = false })]);
    }

    private Condition Patient(EmisCriterion criterion)
    {
        var tests = columns.Patient(criterion);
        if (criterion.Link is { } link) tests = tests.Add(links.OfPatient(link));
        return tests.Length switch
        {
            0 => throw new NotSaid(criterion.Place, "patients are asked for whatever they are"),
            1 => tests[0],
            _ => new AllOf(tests),
        };
    }

    /// <summary>The rows of several criteria together, which are then filtered.</summary>
    private Condition Based(EmisCriterion criterion)
    {
        if (criterion.BaseGroups.Any(g => g is { Join: EmisJoin.And, Members.Length: > 1 })) throw new NotSaid(criterion.Place, "it is based on several criteria joined by AND");
        var parts = criterion.BaseGroups.SelectMany(g => g.Members).Select(m => m is EmisCriterionMember { Criterion: { Negated: false } inner } ? inner : throw new NotSaid(criterion.Place, "it is based on something else than criteria that ask for records")).ToList();
        if (parts.Count == 0) throw new NotSaid(criterion.Place, "it is based on no criterion");
        var restriction = criterion.Filter.Restriction;
        if (criterion.Link is null && (restriction is null || restriction.Test.IsEmpty || !restriction.IsLimit))
        {
            var test = restriction is { IsLimit: false } ? restriction.Test : [];
            ImmutableArray<Condition> ways = [.. parts.Select(p => Of(Filtered(p, criterion.Filter.Columns.AddRange(test))))];
            return ways.Length == 1 ? ways[0] : new AnyOf(ways);
        }
        return Of(Together(criterion, parts));
    }

    /// <summary>The filter reaches the rows that a criterion gives: of a linked one those of its last child.</summary>
    private static EmisCriterion Filtered(EmisCriterion criterion, ImmutableArray<EmisColumn> added)
    {
        if (criterion.Link is { Child.Negated: false } link) return criterion with { Link = link with { Child = Filtered(link.Child, added) } };
        if (criterion.Filter.Restriction is not { IsLimit: true } restriction) return criterion with { Filter = criterion.Filter with { Columns = criterion.Filter.Columns.AddRange(added) } };
        return criterion with { Filter = criterion.Filter with { Restriction = restriction with { Test = restriction.Test.AddRange(added) } } };
    }

    /// <summary>Criteria that differ in their codes alone are one criterion with the codes of all.</summary>
    private static EmisCriterion Together(EmisCriterion criterion, List<EmisCriterion> parts)
    {
        var first = parts[0];
        string Rest(EmisCriterion part) => string.Join(" and ", part.Filter.Columns.Where(c => !IsCodes(c)).Select(EmisKeys.Of).Order(StringComparer.Ordinal));
        foreach (var part in parts)
            if (part.Link is not null || part.Filter.Restriction is not null || part.BaseGroups.Length > 0 || part.Table != first.Table || Rest(part) != Rest(first)
                || part.Filter.Columns.Count(c => IsCodes(c) && !c.NotIn && c.Absent is null) != 1 || part.Filter.Columns.Any(c => IsCodes(c) && c.NotIn))
                throw new NotSaid(part.Place, "the first of records is asked for that are chosen in different ways");
        var codes = first.Filter.Columns.First(IsCodes) with { Sets = [.. parts.SelectMany(p => p.Filter.Columns.First(IsCodes).Sets)] };
        return criterion with { Table = first.Table, BaseGroups = [], Filter = criterion.Filter with { Columns = [codes, .. first.Filter.Columns.Where(c => !IsCodes(c)), .. criterion.Filter.Columns] } };
    }

    private static bool IsCodes(EmisColumn column) => column.Name is "READCODE" or "DRUGCODE" or "CODE";
}
