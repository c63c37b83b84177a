using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core;

/// <summary>What medopt.json says that the project does not bear out.</summary>
public static class SettingsFindings
{
    public static readonly DiagnosticKind UnknownParameter = new("MO9011", "settings-unknown-parameter", Severity.Error, "The settings name a parameter that does not exist");

    public static readonly DiagnosticKind ParameterBounds = new("MO9012", "settings-parameter-bounds", Severity.Error, "The settings give a parameter a value that it does not allow");

    public static readonly DiagnosticKind UnknownRule = new("MO9013", "settings-unknown-rule", Severity.Warning, "The settings name a rule that does not exist");

    public static readonly DiagnosticKind RuleIsError = new("MO9014", "settings-rule-is-error", Severity.Warning, "The settings lower a rule that is an error");

    public static readonly DiagnosticKind NotJson = new("MO9015", "settings-not-json", Severity.Error, "The settings are not JSON");

    public static readonly DiagnosticKind UnknownKey = new("MO9016", "settings-unknown-key", Severity.Warning, "The settings have a key that is not known");

    public static readonly DiagnosticKind WrongValue = new("MO9017", "settings-wrong-value", Severity.Error, "A setting has a value that it cannot have");

    public static readonly DiagnosticKind LockOld = new("MO9018", "lock-old", Severity.Warning, "The lock of codes is old");

    internal static IEnumerable<Diagnostic> Of(Compilation compilation)
    {
        if (compilation.Knowledge.Lock is { } pinned && compilation.Today.DayNumber - pinned.Locked.DayNumber is var age && age > compilation.Settings.LockDays)
            yield return LockOld.At(
                new TextSpan(0, 0),
                $"medopt.lock was written {age} days ago, by {pinned.Release}.",
                "Load the present release and look at what would enter and leave: medopt lock --update --check. How long is too long stands in \"lockDays\".");
        foreach (var (name, setting) in compilation.Settings.Parameters)
            if (Parameter(compilation, name, setting) is { } finding) yield return finding;
        foreach (var (slug, setting) in compilation.Settings.Rules)
        {
            var kind = AllRules.Kinds.FirstOrDefault(k => k.Slug == slug);
            if (kind is null)
                yield return UnknownRule.At(
                    setting.Span, $"There is no rule '{slug}'.", CloseWords.Nearest(slug, AllRules.Kinds.Select(k => k.Slug)) is { } near ? $"Did you mean '{near}'?" : "medopt explain lists the rules.");
            else if (kind.Severity == Severity.Error && setting.Severity != Severity.Error)
                yield return RuleIsError.At(setting.Span, $"'{slug}' is an error and stays one.", "Remove the line, and mend what the rule finds.");
        }
    }

    private static Diagnostic? Parameter(Compilation compilation, string name, ParameterSetting setting)
    {
        if (compilation.Names.Find(name)?.Facts.Parameter is not { } parameter)
        {
            var near = CloseWords.Nearest(name, compilation.Names.OfKind(DeclarationKind.Parameter).Select(d => d.Facts.Name!));
            return UnknownParameter.At(setting.Span, $"There is no parameter '{name}'.", near is null ? "Declare it in a protocol, or remove the line." : $"Did you mean '{near}'?");
        }
        if (Parameters.Parse(setting.Text) is not { } amount)
            return ParameterBounds.At(setting.Span, $"'{setting.Text}' is no value of the parameter '{name}'.", $"Write a value from {parameter.Low} to {parameter.High}.");
        return Parameters.IsAllowed(parameter, amount)
            ? null
            : ParameterBounds.At(setting.Span, $"{amount} is outside what '{name}' allows: {parameter.Low} to {parameter.High}.", $"Choose a value from {parameter.Low} to {parameter.High}.");
    }
}
