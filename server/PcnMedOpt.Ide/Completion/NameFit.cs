using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Completion;

/// <summary>How well a declaration's name fits a place.</summary>
internal static class NameFit
{
    /// <summary>0 for the best, more for what is possible and unlikely; null for what cannot stand there.</summary>
    /// <param name="slot">What the grammar asks for.</param>
    /// <param name="facts">The declaration.</param>
    /// <param name="system">The terminology of the code set that is being written; a set of the other cannot be part of it.</param>
    /// <param name="following">The word behind the place: before "issued" stand medicines, before "recorded" what SNOMED CT says.</param>
    public static int? Of(Slot slot, Facts facts, TokenKind? system, TokenKind following) => slot switch
    {
        Slot.CodeSet or Slot.Condition or Slot.PatientLine => OfSet(facts.Codes, system, following),
        Slot.Medicines => facts.Codes is { } codes ? codes.System == CodeSystem.Dmd ? 0 : 2 : null,
        Slot.Results or Slot.Schedule => facts.Codes is { } codes ? codes.Unit is not null ? 0 : codes.System == CodeSystem.Snomed ? 1 : 2 : null,
        Slot.Cohort or Slot.Population => facts.Kind switch { DeclarationKind.Cohort => 0, DeclarationKind.Sop => 1, _ => null },
        Slot.PackMember => IsMember(facts.Kind) ? 0 : null,
        Slot.Proof => IsMember(facts.Kind) ? facts.Kind == DeclarationKind.Measure ? 0 : 1 : null,
        Slot.Procedure => facts.Kind == DeclarationKind.Sop ? 0 : null,
        Slot.Duration or Slot.Ago or Slot.Age or Slot.Time => facts.Parameter is { Value: DurationAmount } ? 0 : null,
        Slot.Count => facts.Parameter is { Value: QuantityAmount { Unit.IsNone: true } } ? 0 : null,
        Slot.Quantity => facts.Parameter is { Value: QuantityAmount } ? 0 : null,
        _ => null,
    };

    private static bool IsMember(DeclarationKind kind) => kind is DeclarationKind.Cohort or DeclarationKind.Measure || kind.IsDocument();

    private static int? OfSet(CodeSetDefinition? codes, TokenKind? system, TokenKind following)
    {
        if (codes is null) return null;
        if (system is not null) return (system == TokenKind.DmdWord) == (codes.System == CodeSystem.Dmd) ? 0 : null;
        return following switch
        {
            TokenKind.IssuedWord or TokenKind.OnWord => codes.System == CodeSystem.Dmd ? 0 : 2,
            TokenKind.RecordedWord => codes.System == CodeSystem.Snomed ? 0 : 2,
            TokenKind.ValueWord => codes.Unit is not null ? 0 : 2,
            _ => 0,
        };
    }
}
