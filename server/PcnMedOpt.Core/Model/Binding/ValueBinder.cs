using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Units;
using static PcnMedOpt.Core.Model.Binding.BindingFindings;

namespace PcnMedOpt.Core.Model.Binding;

/// <summary>Numbers, durations and quantities of one declaration, with what is wrong with them.</summary>
public sealed class ValueBinder(Scope scope)
{
    private readonly List<Diagnostic> findings = [];

    public Scope Scope => scope;

    public IReadOnlyList<Diagnostic> Findings => findings;

    public void Report(Diagnostic finding) => findings.Add(finding);

    /// <summary>A duration, or one day when it cannot be read (which is reported).</summary>
    public Duration Duration(DurationSyntax syntax)
    {
        if (syntax.Unit is null) return FromParameter(syntax);
        var unit = Durations.UnitOf(syntax.Unit.Kind) ?? DurationUnit.Days;
        if (Numbers.Whole(syntax.Number) is not { } count)
        {
            var digits = syntax.Number.Text.Contains('.', StringComparison.Ordinal);
            Report(digits
                ? NotWhole.At(syntax.Span, $"'{syntax.Number.Text} {syntax.Unit.Text}' is not a whole number of {syntax.Unit.Text}.", "Write it in a smaller unit: 6 weeks, 18 months.")
                : TooLarge.At(syntax.Span, $"'{syntax.Number.Text} {syntax.Unit.Text}' is longer than any record.", $"The longest duration is {Semantics.Duration.LongestInYears} years."));
            return new Duration(1, unit);
        }
        var duration = new Duration(count, unit);
        if (!duration.IsTooLong) return duration;
        Report(TooLarge.At(syntax.Span, $"{duration} is longer than any record.", $"The longest duration is {Semantics.Duration.LongestInYears} years."));
        return new Duration(1, unit);
    }

    /// <summary>A time that people keep, or one day when it cannot be read (which is reported).</summary>
    public TimeAmount Time(TimeSpanSyntax syntax)
    {
        if (syntax.Unit is null)
        {
            var name = CodeSetReader.NameOf(syntax.Number);
            switch (scope.Parameter(name))
            {
                case DurationAmount { Value: { } value }: return new TimeAmount(value.Count, TimeUnits.UnitOf(value.Unit), name);
                case { } other:
                    Report(ParameterKind.At(syntax.Span, $"The parameter '{name}' is {other}; a time is needed here.", "Use another parameter, or write the time."));
                    break;
            }
            return new TimeAmount(1, TimeUnit.Days, name);
        }
        return new TimeAmount(Whole(syntax.Number), TimeUnits.UnitOf(syntax.Unit.Kind, syntax.Working is not null));
    }

    /// <summary>A whole number, or a parameter that is one; 1 when it cannot be read (which is reported), because 0 is seldom meant.</summary>
    public int Whole(Token token)
    {
        if (token.Kind == TokenKind.Number)
        {
            if (Numbers.Whole(token) is { } count) return count;
            Report(token.Text.Contains('.', StringComparison.Ordinal)
                ? NotWhole.At(token.Span, $"'{token.Text}' is not a whole number.", "Counts are whole numbers.")
                : TooLarge.At(token.Span, $"'{token.Text}' is too large.", $"The largest number here is {int.MaxValue}."));
            return 1;
        }
        var name = CodeSetReader.NameOf(token);
        switch (scope.Parameter(name))
        {
            case QuantityAmount { Unit.IsNone: true } amount when amount.Value == decimal.Truncate(amount.Value) && amount.Value is >= 0 and <= int.MaxValue:
                return (int)amount.Value;
            case { } other:
                Report(ParameterKind.At(token.Span, $"The parameter '{name}' is {other}; a whole number is needed here.", "Use another parameter, or write the number."));
                return 1;
            default: return 1;
        }
    }

    /// <summary>A value to compare a result of a set with; its unit must measure what the set's unit does.</summary>
    public Quantity Quantity(QuantitySyntax syntax, string set)
    {
        var (value, unit, parameter) = Read(syntax);
        if (unit is null) return new Quantity(value, Unit.None, false, parameter);
        if (scope.CodeSet(set)?.Unit is not { Unit: { } declared })
            return new Quantity(value, unit, unit.IsNone, parameter);
        if (unit.ConvertsTo(declared)) return new Quantity(value, unit, false, parameter);
        if (unit.IsNone)
        {
            var typed = Numbers.Shown(value);
            Report(UnitMissing.At(
                syntax.Span,
                $"'{typed}' has no unit, but results of '{set}' are in {declared}.",
                $"Write {typed} {declared}, if that is what is meant.",
                parameter is null ? [Fix.Changes($"Write {typed} {declared}", new TextEdit(syntax.Span, $"{typed} {declared}"))] : []));
        }
        else
            Report(UnitDimension.At(
                syntax.Span,
                declared.IsNone ? $"Results of '{set}' have no unit, but '{unit}' is written." : $"'{unit}' does not measure what results of '{set}' are: they are in {declared}.",
                declared.IsNone ? "Write the bare number, or give the code set its unit." : $"Write a value in {declared}, or in a unit that converts into it."));
        return new Quantity(value, unit, false, parameter);
    }

    /// <summary>How much a result changed: percent, or an amount in the set's unit.</summary>
    public (Quantity Quantity, bool Percent) Change(QuantitySyntax syntax, string set)
    {
        if (syntax.Unit?.Kind != TokenKind.Percent)
        {
            if (!syntax.Number.IsName || scope.Parameter(CodeSetReader.NameOf(syntax.Number)) is not QuantityAmount { Unit.Text: "%" } percent) return (Quantity(syntax, set), false);
            return (new Quantity(percent.Value, Unit.None, false, CodeSetReader.NameOf(syntax.Number)), true);
        }
        var (value, _, parameter) = Read(syntax);
        return (new Quantity(value, Unit.None, false, parameter), true);
    }

    private (decimal Value, Unit? Unit, string? Parameter) Read(QuantitySyntax syntax)
    {
        if (syntax.Number.IsName || syntax.Number.Kind == TokenKind.CasedWord)
        {
            var name = CodeSetReader.NameOf(syntax.Number);
            switch (scope.Parameter(name))
            {
                case QuantityAmount amount: return (amount.Value, amount.Unit, name);
                case { } other:
                    Report(ParameterKind.At(syntax.Span, $"The parameter '{name}' is {other}; a value is needed here.", "Use another parameter, or write the value."));
                    return (0, null, name);
                default: return (0, null, name);
            }
        }
        if (Numbers.Of(syntax.Number) is not { } number)
        {
            Report(TooLarge.At(syntax.Number.Span, $"'{syntax.Number.Text}' has too many digits.", $"A number has at most {Numbers.MostDigits} digits."));
            return (0, null, null);
        }
        var unit = syntax.Unit is null ? Unit.None : UnitSpellings.Read(syntax.Unit.Text);
        return (syntax.Minus is null ? number : -number, unit, null);
    }

    private Duration FromParameter(DurationSyntax syntax)
    {
        var name = CodeSetReader.NameOf(syntax.Number);
        switch (scope.Parameter(name))
        {
            case DurationAmount amount: return amount.Value with { Parameter = name };
            case { } other:
                Report(ParameterKind.At(syntax.Span, $"The parameter '{name}' is {other}; a duration is needed here.", "Use another parameter, or write the duration."));
                break;
        }
        return new Duration(1, DurationUnit.Days, name);
    }
}
