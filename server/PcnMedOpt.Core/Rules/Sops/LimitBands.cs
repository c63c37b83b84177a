using System.Numerics;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>
/// A result in a gap between two bands has no colour and looks as if nothing were wrong; one in two bands has two. Bands hold every value that
/// is plausible, or where the code set does not say what is, every value from 0, once (language §7).
/// </summary>
public sealed class LimitBands : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8101", "limit-bands", Severity.Error, "The bands of a limit leave a gap, or overlap");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from limit in (declaration.Model as Sop)?.Limits ?? []
        where !limit.Bands.IsEmpty || !limit.Changes.IsEmpty
        from finding in OfLimit(declaration, limit)
        select finding;

    private IEnumerable<Diagnostic> OfLimit(DeclarationMeaning declaration, Limit limit)
    {
        var empty = limit.Bands.Where(b => b is { Low: { } low, High: { } high } && (low > high || (low == high && !(b.HoldsLow && b.HoldsHigh)))).ToList();
        if (empty.Count > 0)
            return empty.Select(b => Kind.At(
                b.Span, $"No value lies in this band of \"{limit.Title}\": {Numbers.Shown(b.Low ?? 0)} is not below {Numbers.Shown(b.High ?? 0)}.", "Correct its ends: the lower comes first."));
        var (least, greatest) = Range(declaration.Scope.CodeSet(limit.Set)?.Unit, limit.Unit);
        return BandPlaces.Faults(BandPlaces.Of(limit.Bands, least, greatest)).Select(f => About(limit, f.From, f.To));
    }

    private Diagnostic About(Limit limit, BandPlace from, BandPlace to)
    {
        var value = $"{Numbers.Shown(from.Value)} {limit.Unit}".TrimEnd();
        var reach = from == to && from.IsEdge ? "" : $" So is every value {from.FromWords}{to.ToWords}.";
        return from.Bands.Count == 0
            ? Kind.At(
                limit.Bands.FirstOrDefault(b => b.Low >= from.Value)?.Span ?? limit.Bands.LastOrDefault()?.Span ?? new TextSpan(limit.Span.Start, "limit".Length),
                $"A result of {value} is in no band of \"{limit.Title}\".{reach}",
                "Move the end of a band, or add one: every value has one colour.")
            : Kind.At(
                from.Bands[^1].Span,
                $"A result of {value} is in two bands of \"{limit.Title}\", {Word(from.Bands[0])} and {Word(from.Bands[^1])}.{reach}",
                "Move the end of a band: a value that ends one begins the next, such as below 3.5 and 3.5 and above.");
    }

    private static string Word(Band band) => band.Colour.ToString().ToLowerInvariant();

    /// <summary>What is plausible, in the unit of the limit; from 0 without end where that is not said, or cannot be written in it.</summary>
    private static (decimal Least, decimal? Greatest) Range(UnitClause? clause, Unit unit) =>
        clause is { Unit: { } own, Low: { } low, High: { } high } && own.ConvertsTo(unit)
        && Converted(low, own, unit) is { } least && Converted(high, own, unit) is { } greatest && least < greatest
            ? (least, greatest)
            : (0, null);

    private static decimal? Converted(decimal value, Unit from, Unit to)
    {
        if (from.Text == to.Text) return value;
        var ratio = Ratio.Of(value) * from.Size / to.Size;
        var divisor = BigInteger.GreatestCommonDivisor(ratio.Numerator, ratio.Denominator);
        var (numerator, denominator) = (ratio.Numerator / divisor, ratio.Denominator / divisor);
        var most = new BigInteger(decimal.MaxValue);
        return BigInteger.Abs(numerator) <= most && denominator <= most ? (decimal)numerator / (decimal)denominator : null;
    }
}
