using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Rules.Templates;

/// <summary>A number of a template, and a code set of the project that holds its code and says in which unit its results are.</summary>
internal sealed record KnownResults(PlacedDeclaration Where, Field Field, Unit Unit, CodeSetDefinition Set, UnitClause Clause, Unit SetUnit)
{
    public static IEnumerable<KnownResults> Of(ProjectIndex project)
    {
        var numbers = new List<(PlacedDeclaration Where, Field Field, Unit Unit, long Code)>();
        foreach (var placed in project.Names.OfKind(DeclarationKind.Template))
            foreach (var field in (project.Model(placed) as Template)?.Fields ?? [])
                if (field is { Kind: FieldKind.Number, Unit: { } unit, Coding: Coded { Code.Id: { } code } }) numbers.Add((placed, field, unit, code));
        if (numbers.Count == 0) yield break;
        foreach (var placed in project.Names.OfKind(DeclarationKind.Codes))
            if (placed.Facts.Codes is { Unit: { Unit: { } setUnit } clause } set && project.CodeSet(set.Name) is { } resolved)
                foreach (var number in numbers)
                    if (resolved.Contains(number.Code)) yield return new KnownResults(number.Where, number.Field, number.Unit, set, clause, setUnit);
    }
}
