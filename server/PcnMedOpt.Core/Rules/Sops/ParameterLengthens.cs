using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>
/// A practice may test more often than the protocol says, and never less (language §11). So a parameter that stands as an interval, or as the
/// grace after it, allows nothing above its own value.
/// </summary>
public sealed class ParameterLengthens : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8114", "parameter-lengthens", Severity.Error, "A practice could lengthen the interval of a test");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from schedule in declaration.All<ScheduleSyntax>()
        from written in new[] { schedule.Every, schedule.Grace }
        where written is { Unit: null }
        let name = CodeSetReader.NameOf(written.Number)
        let parameter = declaration.Scope.Find(name)?.Parameter
        where parameter is { Value: DurationAmount, High: DurationAmount } && parameter.High.CompareTo(parameter.Value) > 0
        select Kind.At(
            written.Span,
            $"'{name}' is {parameter.Value}, and a practice may set it up to {parameter.High}: tests would be done later than the protocol says.",
            $"Let it be shortened only: allow … to {parameter.Value}.");
}
