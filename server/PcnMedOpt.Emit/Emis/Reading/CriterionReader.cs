using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Emis.Reading;

/// <summary>Reads what a rule asks: criteria, columns, value sets, ranges, orders and links.</summary>
internal static class CriterionReader
{
    public static EmisDefinition Definition(Part part)
    {
        var join = part.Needed("memberOperator") switch
        {
            "AND" => EmisJoin.And,
            "OR" => EmisJoin.Or,
            var other => throw new EmisUnreadable(part.Place, $"'memberOperator' is '{Part.Shown(other)}'; AND and OR are known."),
        };
        var definition = new EmisDefinition(join, [.. part.Children("criteria").SelectMany(c => Members(c))]);
        part.End();
        return definition;
    }

    /// <summary>Each "criteria" wraps one member; more than one are all read.</summary>
    private static ImmutableArray<EmisMember> Members(Part part)
    {
        ImmutableArray<EmisMember> members =
        [
            .. part.Children("criterion").Select(c => new EmisCriterionMember(Criterion(c))),
            .. part.Children("populationCriterion").Select(Population),
            .. part.Children("libraryItem").Select(i => new EmisAbsentMember(i.Place, "an item of EMIS's library")),
            .. part.Children("procedure").Select(i => new EmisAbsentMember(i.Place, "a procedure of EMIS's own")),
        ];
        part.End();
        return members.IsEmpty ? throw new EmisUnreadable(part.Place, "A 'criteria' asks nothing.") : members;
    }

    private static EmisPopulationMember Population(Part part)
    {
        var member = new EmisPopulationMember(part.Place, part.Attribute("reportGuid")?.ToLowerInvariant() ?? throw new EmisUnreadable(part.Place, "A populationCriterion does not say which report it asks."));
        part.End();
        return member;
    }

    private static EmisCriterion Criterion(Part unnamed)
    {
        var part = unnamed.Text("description") is { Length: > 0 } description ? unnamed.Called($"criterion '{Part.Shown(description)}'") : unnamed;
        var mark = part.Mark;
        _ = part.Text("displayName");
        var filter = part.Child("filterAttribute") is { } found ? Filter(found) : new EmisFilter([], null);
        var criterion = new EmisCriterion(
            part.Place,
            part.Id("id") ?? "",
            part.Needed("table"),
            part.Text("description"),
            [.. part.Children("baseCriteriaGroup").Select(Base)],
            part.Flag("negation"),
            filter,
            part.Child("linkedCriterion") is { } link ? Link(link) : null,
            []);
        part.End();
        return criterion with { Others = part.LogicSince(mark) };
    }

    private static EmisDefinition Base(Part part)
    {
        var definition = Definition(part.NeededChild("definition"));
        part.End();
        return definition;
    }

    private static EmisFilter Filter(Part part)
    {
        ImmutableArray<EmisColumn> columns = [.. part.Children("columnValue").Select(Column)];
        var restriction = part.Child("restriction") is { } found ? Restriction(found) : null;
        part.End();
        return new EmisFilter(columns, restriction);
    }

    private static EmisColumn Column(Part part)
    {
        ImmutableArray<string> names = [.. part.Texts("column")];
        if (names.IsEmpty) throw new EmisUnreadable(part.Place, "A columnValue names no column.");
        _ = (part.Text("id"), part.Text("displayName"));
        var notIn = part.Text("inNotIn") switch
        {
            null or "IN" => false,
            "NOTIN" or "NOT IN" => true,
            var other => throw new EmisUnreadable(part.Place, $"'inNotIn' is '{Part.Shown(other)}'; IN and NOTIN are known."),
        };
        ImmutableArray<EmisValueSet> sets = [.. part.Children("valueSet").Select(ValueSet)];
        var range = part.Child("rangeValue") is { } found ? Range(found) : null;
        var absent = part.Absent("libraryItem", "singleValue", "function", "parameter", "qualifier", "substitutionIdentifier");
        part.End();
        return new EmisColumn(part.Place, names, notIn, sets, range, absent ?? (sets.IsEmpty && range is null ? "nothing" : null));
    }

    private static EmisValueSet ValueSet(Part part)
    {
        var system = part.Needed("codeSystem");
        ImmutableArray<EmisSetValue> values = [.. part.Children("values").Select(Value)];
        var all = part.Child("allValues");
        if (all is not null)
        {
            _ = all.Text("codeSystem");
            values = [.. values, .. all.Children("values").Select(Value)];
            all.End();
        }
        var set = new EmisValueSet(part.Place, part.Id("id"), system, part.Text("description"), all is not null, values);
        part.End();
        return set;
    }

    private static EmisSetValue Value(Part part)
    {
        var exceptions = ImmutableArray.CreateBuilder<EmisSetValue>();
        foreach (var exception in part.Children("exception"))
        {
            _ = exception.Text("codeSystem");
            exceptions.AddRange(exception.Children("values").Select(Value));
            exception.End();
        }
        var value = new EmisSetValue(part.Needed("value"), part.Text("displayName"), part.Flag("includeChildren"), part.Flag("isRefset"), exceptions.DrainToImmutable());
        part.End();
        return value;
    }

    private static EmisRange Range(Part part)
    {
        var range = new EmisRange(part.Place, part.Attribute("relativeTo"), Bound(part.Child("rangeFrom"), "GT", "GTEQ"), Bound(part.Child("rangeTo"), "LT", "LTEQ"));
        part.End();
        return range;
    }

    private static EmisBound? Bound(Part? part, string strict, string inclusive)
    {
        if (part is null) return null;
        var comparison = part.Text("operator");
        if (comparison is { Length: > 0 } && comparison != strict && comparison != inclusive)
            throw new EmisUnreadable(part.Place, $"'{part.Name}' has the operator '{Part.Shown(comparison)}'; {strict} and {inclusive} are known.");
        var value = part.Child("value");
        var bound = new EmisBound(value?.Text("value"), value?.Text("unit"), value?.Text("relation"), comparison, part.Absent("function", "substitutionIdentifier"));
        value?.End();
        part.End();
        return bound;
    }

    private static EmisRestriction Restriction(Part part)
    {
        var order = part.NeededChild("columnOrder");
        var count = order.Number("recordCount") ?? throw new EmisUnreadable(order.Place, "A columnOrder does not say how many records are kept.");
        var columns = order.Children("columns").ToList();
        if (columns.Count != 1) throw new EmisUnreadable(order.Place, $"Records are ordered by {columns.Count} columns; exports order by one.");
        var names = columns[0].Texts("column");
        if (names.Count == 0) throw new EmisUnreadable(columns[0].Place, "An order names no column.");
        _ = columns[0].Text("displayName");
        var direction = columns[0].Needed("direction");
        if (direction is not ("ASC" or "DESC")) throw new EmisUnreadable(columns[0].Place, $"'direction' is '{Part.Shown(direction)}'; ASC and DESC are known.");
        columns[0].End();
        order.End();
        ImmutableArray<EmisColumn> test = [];
        if (part.Child("testAttribute") is { } found)
        {
            test = [.. found.Children("columnValue").Select(Column)];
            found.End();
        }
        part.End();
        return new EmisRestriction(part.Place, count, string.Join('.', names), direction == "DESC", test);
    }

    private static EmisLink Link(Part part)
    {
        var relationship = part.NeededChild("relationship");
        var (parent, child) = (relationship.Needed("parentColumn"), relationship.Needed("childColumn"));
        var range = relationship.Child("rangeValue") is { } found ? Range(found) : null;
        relationship.End();
        var link = new EmisLink(part.Place, parent, child, range, Criterion(part.NeededChild("criterion")));
        part.End();
        return link;
    }
}
