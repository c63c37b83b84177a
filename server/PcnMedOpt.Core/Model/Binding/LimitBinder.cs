using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Model.Binding;

/// <summary>Limits and their bands.</summary>
public static class LimitBinder
{
    public static Limit Bind(ValueBinder values, LimitSyntax limit)
    {
        var set = CodeSetReader.NameOf(limit.Set);
        CheckUnit(values, limit.Unit, set);
        return new Limit(
            CodeSetReader.NameOf(limit.Name),
            Strings.Value(limit.Title),
            set,
            (limit.Unit is null ? values.Scope.CodeSet(set)?.Unit?.Unit : Unit(limit.Unit)) ?? Units.Unit.None,
            [.. limit.Bands.OfType<RangeBandSyntax>().Select(Band)],
            [.. limit.Bands.OfType<ChangeBandSyntax>().Select(b => Change(values, b, set))],
            Citations.Of(limit),
            limit.Span);
    }

    /// <summary>A unit as it is written; null for one that is not known.</summary>
    public static Units.Unit? Unit(Token unit) => unit.Kind == TokenKind.NoneWord ? Units.Unit.None : Units.UnitSpellings.Read(unit.Text);

    /// <summary>The unit must measure what the set's unit does.</summary>
    public static void CheckUnit(ValueBinder values, Token? written, string set)
    {
        if (written is null || Unit(written) is not { } unit || values.Scope.CodeSet(set)?.Unit is not { Unit: { } declared } || unit.ConvertsTo(declared)) return;
        values.Report(BindingFindings.UnitDimension.At(
            written.Span,
            declared.IsNone ? $"Results of '{set}' have no unit, but '{unit}' is written."
            : unit.IsNone ? $"Results of '{set}' are in {declared}, and not without a unit."
            : $"'{unit}' does not measure what results of '{set}' are: they are in {declared}.",
            declared.IsNone ? "Write in none, or give the code set its unit." : $"Write in {declared}, or a unit that converts into it."));
    }

    private static Band Band(RangeBandSyntax band) => new(
        ColourOf(band.Colour.Kind),
        Numbers.Signed(band.Low),
        band.HoldsLow,
        Numbers.Signed(band.High),
        band.HoldsHigh,
        band.Action is null ? null : Strings.Value(band.Action),
        Citations.Of(band),
        band.Span);

    private static ChangeBand Change(ValueBinder values, ChangeBandSyntax band, string set)
    {
        var (amount, percent) = values.Change(band.Amount, set);
        var change = new ChangeTest(
            set, band.Direction.Kind == TokenKind.RiseWord, band.More is not null, amount, percent, FilterBinder.Window(values, band.Window))
        { Span = band.Span };
        return new ChangeBand(ColourOf(band.Colour.Kind), change, band.Action is null ? null : Strings.Value(band.Action), Citations.Of(band), band.Span);
    }

    private static Colour ColourOf(TokenKind word) => word switch { TokenKind.RedWord => Colour.Red, TokenKind.AmberWord => Colour.Amber, _ => Colour.Green };
}
