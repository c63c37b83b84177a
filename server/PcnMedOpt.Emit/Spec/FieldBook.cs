using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Spec;

/// <summary>
/// The field table of the business rules, and rules in the names of its fields. A field is a row, or rows, that a criterion looks for: equal
/// criteria are one field. Names follow the NHS: _DAT a date, LAT the latest, FIRST the earliest, _VAL a value, a number where one name is not enough.
/// </summary>
internal sealed class FieldBook(ClusterNames clusters, PlainEnglish english, DateOnly reference)
{
    private readonly List<FieldView> fields = [];
    private readonly Dictionary<string, FieldView> byContent = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public ImmutableArray<FieldView> Fields => [.. fields];

    public string RegistrationDate => Patient("REG_DAT", "Latest registration <= BASELINE", "The most recent date that the patient registered for GMS, on or before the reference date.");

    public string EndOfRegistration => Patient(
        "DEREG_DAT", "First end of registration after REG_DAT", "The first occurrence of the patient deregistering from GMS following the latest GMS registration.");

    private string BirthDate => Patient("PAT_DOB", "Date of birth", "The patient's date of birth.");

    /// <summary>What a rule asks of records, in the names of fields.</summary>
    public string Logic(Records member)
    {
        if (!member.Negated) return Asked(member.Criterion, null, null, false);
        return member.Criterion.Table == Table.Patients ? $"NOT ({Asked(member.Criterion, null, null, false)})" : Asked(member.Criterion, null, null, true);
    }

    private string Asked(RowCriterion row, FieldView? parent, OffsetRange? range, bool negated)
    {
        if (row.Table == Table.Patients) return OfPatient(row);
        var field = Field(row, parent, range);
        var asked = new List<string> { $"{field.Name} <> Null" };
        foreach (var kept in row.KeptTest) asked.Add(Kept(kept, field, row));
        if (row.Link is { } link) asked.Add(Linked(link, field));
        if (!negated) return string.Join(" AND ", asked);
        return asked.Count == 1 ? $"{field.Name} = Null" : $"NOT ({string.Join(" AND ", asked)})";
    }

    private string OfPatient(RowCriterion row)
    {
        var asked = row.Filters.Select(f => f switch
        {
            AgeIs age => FieldFormulas.Age(Age(FieldFormulas.UnitOf(age.Range)), age.Range),
            BornIn born => FieldFormulas.Dates(BirthDate, born.From, born.To),
            RegisteredSince since => FieldFormulas.Since(RegistrationDate, since.Range),
            _ => throw new System.Diagnostics.UnreachableException($"No field for {f}"),
        }).ToList();
        if (row.Link is { } link) asked.Add(Linked(link, byContent[RegistrationDate]));
        return string.Join(" AND ", asked);
    }

    private string Linked(RowLink link, FieldView parent)
    {
        if (link.Child.Table != Table.Patients) return Asked(link.Child, parent, link.Range, link.ChildNegated);
        var compared = FieldFormulas.Offsets(link.ChildDate == DateColumn.Birth ? BirthDate : RegistrationDate, parent.Name, link.Range);
        return link.ChildNegated ? $"NOT ({compared})" : compared;
    }

    private string Kept(RowFilter kept, FieldView field, RowCriterion row)
    {
        if (kept is not NumberIs number) return $"the record of {field.Name} has: {string.Join(", ", Criteria(kept))}";
        var name = field.Name.EndsWith("_DAT", StringComparison.Ordinal) ? field.Name[..^4] : field.Name;
        var description = $"The result that was recorded with the date in field {field.Number}.";
        var value = Add($"{name}_VAL", $"value of {field.Name}", field.Clusters, [$"Value of the record of field {field.Number}"], description);
        return FieldFormulas.Value(value.Name, number.Range, english);
    }

    private FieldView Field(RowCriterion row, FieldView? parent, OffsetRange? range)
    {
        var sets = row.Filters.OfType<CodesIn>().SelectMany(c => c.Sets).ToList();
        var first = row.Order switch { Pick.Latest => "Latest record", Pick.Earliest => "Earliest record", _ => "Any record" };
        var criteria = new List<string> { first + (row.Table == Table.Issues ? " of an issue" : "") };
        criteria.AddRange(row.Filters.Where(f => f is not CodesIn).SelectMany(Criteria));
        if (parent is not null && range is not null) criteria.Add(FieldFormulas.Offsets("date", parent.Name, range));
        criteria.Add("date <= BASELINE");
        var which = row.Order switch { Pick.Latest => "the latest ", Pick.Earliest => "the earliest ", _ => "" };
        var words = row.Filters.Where(f => f is not CodesIn).Select(Words).Where(w => w.Length > 0).ToList();
        if (parent is not null && range is not null) words.Add($"{FieldFormulas.Around(range)} the date in field {parent.Number.ToString(CultureInfo.InvariantCulture)}");
        var description = $"Date of {which}{english.Sets(sets)} {(row.Table == Table.Issues ? "issued" : "recorded")}{string.Concat(words.Select(w => " " + w))}.";
        var content = $"{row.Table} {string.Join(' ', sets)} {string.Join(' ', criteria)}";
        return Add($"{Stem(sets, row.Order)}_DAT", content, [.. sets.Select(s => new LinkView(PageIds.OfCodes(s), clusters.Shown(s)))], [.. criteria], description);
    }

    /// <summary>ASTLAT: the latest of AST. Several sets are a group, named after the first.</summary>
    private string Stem(List<string> sets, Pick? order)
    {
        var stem = clusters.Stem(sets[0]) + (sets.Count > 1 ? "_GRP" : "");
        var infix = order switch { Pick.Latest => "LAT", Pick.Earliest => "FIRST", _ => "" };
        return infix.Length > 0 && stem.Contains('_', StringComparison.Ordinal) ? $"{stem}_{infix}" : stem + infix;
    }

    private IEnumerable<string> Criteria(RowFilter filter) => filter switch
    {
        DatedIn dated => [FieldFormulas.Window("date", dated.Window, reference)],
        AgeAtEventIs age => [FieldFormulas.Age($"age at event in {FieldFormulas.UnitOf(age.Range).ToString().ToLowerInvariant()}", age.Range)],
        HasNumber => ["with a number"],
        NumberIs number => [FieldFormulas.Value("value", number.Range, english)],
        EpisodeIs episode => [$"episode is {(episode.Not ? "not " : "")}{string.Join(" or ", episode.Kinds.Select(k => k.ToString().ToLowerInvariant()))}"],
        CodesIn codes => [$"a code in {string.Join(" or ", codes.Sets.Select(clusters.Shown))}"],
        _ => throw new System.Diagnostics.UnreachableException($"No criterion for {filter}"),
    };

    private string Words(RowFilter filter) => filter switch
    {
        DatedIn dated => english.Of(dated.Window),
        AgeAtEventIs age => english.Of(new AtAgeFilter(age.Range)),
        HasNumber => "with a number",
        NumberIs number => english.Of(new ValueFilter(number.Range)),
        EpisodeIs episode => english.Of(new EpisodeFilter(episode.Kinds, episode.Not)),
        _ => "",
    };

    private string Age(DurationUnit unit)
    {
        var units = unit.ToString().ToLowerInvariant();
        var name = unit == DurationUnit.Years ? "PAT_AGE" : $"PAT_AGE_{units.ToUpperInvariant()}";
        return Patient(name, $"(BASELINE – PAT_DOB) in full {units}", $"The age of the patient in full {units} at the reference date.");
    }

    private string Patient(string name, string criterion, string description) => Add(name, name, [], [criterion], description).Name;

    private FieldView Add(string name, string content, ImmutableArray<LinkView> sets, ImmutableArray<string> criteria, string description)
    {
        if (byContent.TryGetValue(content, out var known)) return known;
        var free = name;
        for (var number = 2; !names.Add(free); number++)
        {
            var at = name.LastIndexOf('_');
            free = string.Create(CultureInfo.InvariantCulture, $"{name[..at]}{number}{name[at..]}");
        }
        var field = new FieldView(fields.Count + 1, free, sets, criteria, description);
        fields.Add(field);
        return byContent[content] = field;
    }
}
