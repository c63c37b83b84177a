using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A code that is put in and taken out again. The order does not matter: "except" wins.</summary>
public sealed class IncludeAndExcept : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2107", "include-and-except", Severity.Warning, "A code is put into a set and taken out again");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Facts.Codes is not { } set) return [];
        return
            from except in set.Excepted
            let entry = set.Entries.FirstOrDefault(e => e.Code.Id is not null && e.Code.Id == except.Code.Id)
            where entry is not null
            select Kind.At(except.Span, Message(set, entry, except), Hint(set, entry, except)) with
            {
                Related = new Related(set.Name, entry.Span, "put in here"),
            };
    }

    private static string Message(CodeSetDefinition set, CodeEntry entry, CodeEntry except) => except.Covers(entry, set.System)
        ? $"'{set.Name}' takes {except.Code.Text} out again, so that its entry is without effect."
        : $"'{set.Name}' takes out a part of what its entry {entry.Code.Text} puts in.";

    private static string Hint(CodeSetDefinition set, CodeEntry entry, CodeEntry except) => except.Covers(entry, set.System)
        ? "Remove the entry or the except."
        : entry.Mark == CodeMark.SelfAndDescendants && except.Mark == CodeMark.Self && set.System == CodeSystem.Snomed
            ? $"The descendants alone are written: < {entry.Code.Text}."
            : "Say it in one entry: << for a concept and its descendants, < for its descendants, nothing for itself.";
}
