using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>The unit of a set decides how results without one are read, so that it is never guessed.</summary>
public sealed class UnitUnknownInSet : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2122", "unit-unknown-in-set", Severity.Error, "The unit of a code set is not known");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from clause in declaration.Facts.Codes?.Units ?? []
        where clause.Unit is null
        select About(clause.UnitSpan, clause.UnitSpan.Of(declaration.Text));

    private Diagnostic About(TextSpan span, string typed)
    {
        var spellings = UnitSpellings.Documented.SelectMany(s => new[] { s.Key, s.Value });
        var near = CloseWords.Near(typed, spellings).Select(UnitSpellings.Read).OfType<Unit>().Select(u => u.Text).Distinct().ToList();
        return Kind.At(
            span,
            $"'{typed}' is no unit.",
            near.Count > 0
                ? $"Did you mean {string.Join(" or ", near)}?"
                : "Write it as UCUM does, such as 10*9/L or umol/L, or none for results without a unit.",
            [.. near.Select(u => Fix.Changes($"Write {u}", new TextEdit(span, u)))]);
    }
}
