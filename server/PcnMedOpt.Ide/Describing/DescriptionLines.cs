using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Model.Explaining;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Ide.Describing;

/// <summary>The meaning of a declaration of any kind, line by line.</summary>
internal static class DescriptionLines
{
    public static IEnumerable<ExplainedLine> Of(Compilation compilation, PlacedDeclaration declaration) => declaration.Facts switch
    {
        { Codes: { } codes } => CodeSetLines.Of(compilation, codes),
        { Parameter: { } parameter } => Of(compilation, parameter),
        { Protocol: { } header } => HeaderLines.Of(header, compilation.Today),
        { Kind: DeclarationKind.Example } when compilation.ModelOf(declaration) is Example example => Of(example, ProjectWords.English(compilation)),
        var facts => Explanation.Of(compilation.ModelOf(declaration), facts is { Kind: DeclarationKind.Sop, Name: { } sop } ? compilation.CohortsOf(sop) : null, ProjectWords.English(compilation)),
    };

    private static IEnumerable<ExplainedLine> Of(Compilation compilation, ParameterDefinition parameter)
    {
        var inForce = compilation.Scope.Parameter(parameter.Name);
        var set = compilation.Settings.Parameters.GetValueOrDefault(parameter.Name);
        if (inForce is null) yield return new ExplainedLine(0, "Its value cannot be read.");
        else if (set is null) yield return new ExplainedLine(0, $"In force: {inForce}, as declared.", parameter.ValueSpan);
        else if (IsChanged(parameter, inForce)) yield return new ExplainedLine(0, $"In force: {inForce}, set in {ProjectSettings.FileName}. Declared: {parameter.Value}.", parameter.ValueSpan);
        else yield return new ExplainedLine(0, $"In force: {inForce}, as declared. {ProjectSettings.FileName} says {set.Text}.", parameter.ValueSpan);
        if (parameter is { Low: { } low, High: { } high }) yield return new ExplainedLine(0, $"Allowed: {low} to {high}.");
        yield return new ExplainedLine(0, $"A practice or an integrated care board (ICB) sets it in {ProjectSettings.FileName}, under \"parameters\".");
    }

    /// <summary>The project gives the parameter another value than its declaration.</summary>
    public static bool IsChanged(ParameterDefinition parameter, Amount inForce) => parameter.Value is not { } declared || inForce.ToString() != declared.ToString();

    private static IEnumerable<ExplainedLine> Of(Example example, PlainEnglish english)
    {
        if (example.On is { } on) yield return new ExplainedLine(0, $"On {EnglishDates.Of(on)}.");
        foreach (var patient in example.Patients)
            yield return new ExplainedLine(
                0,
                $"{(patient.Name is { } name ? $"“{name}”" : "The patient")}{(patient.Born is { } born ? $", born on {EnglishDates.Of(born)}" : "")}{(patient.Sex == Sex.Unknown ? "" : $", {patient.Sex.ToString().ToLowerInvariant()}")}, with {ProjectWords.Count(patient.Records.Length, "line")} of records.",
                patient.Span);
        foreach (var expected in example.Expectations)
            yield return new ExplainedLine(
                0,
                $"{(expected.Patient is { } who ? $"“{who}”" : "The patient")} is {(expected.In ? "" : "not ")}in {english.Named(expected.FullName)}{(expected.HasBecause ? $", because: {string.Join("; ", expected.Because.Select(b => b.Label))}" : "")}.",
                expected.Span);
    }
}
