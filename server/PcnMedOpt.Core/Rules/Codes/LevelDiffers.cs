using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>The level that an entry of dm+d is said to have is not the one that it has.</summary>
public sealed class LevelDiffers : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2136", "level-differs", Severity.Error, "An entry of dm+d has another level");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from named in NamedCodes.Entries(declaration)
        where named.Known.Level is { } level && Stated(named.Entry.Mark) is { } stated && stated != level
        select Kind.At(
            named.Entry.Span,
            $"{NamedCodes.Shown(named.Known.Id, named.Known.Term)} is no {Word(Stated(named.Entry.Mark))} in dm+d, it is a {Word(named.Known.Level)}.",
            "Write the identifier of the level that is meant, or the level that it has.");

    private static string Word(DmdLevel? level) => level?.ToString().ToUpperInvariant() ?? "";

    private static DmdLevel? Stated(CodeMark mark) => mark switch
    {
        CodeMark.Vtm => DmdLevel.Vtm,
        CodeMark.Vmp => DmdLevel.Vmp,
        CodeMark.Amp => DmdLevel.Amp,
        CodeMark.Vmpp => DmdLevel.Vmpp,
        CodeMark.Ampp => DmdLevel.Ampp,
        _ => null,
    };
}
