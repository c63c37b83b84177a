using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>An entry that is understood, and for which the release has no code.</summary>
public sealed class ExpandsToNothing : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2139", "expands-to-nothing", Severity.Warning, "An entry stands for no code in the terminology release");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Facts.Codes is not { } set || declaration.Pinned is not { } pinned) yield break;
        foreach (var entry in set.Entries.Concat(set.Excepted))
            if (entry.Mark is CodeMark.Descendants or CodeMark.Members && CodeSetResolver.PartOf(set.System, entry) is { } part && IsNothing(pinned, PinnedWhy.Of(part)))
                yield return About(entry.Span, entry.Mark == CodeMark.Members ? $"The reference set {part.Text} has no member" : $"{part.Text} has no descendant");
        foreach (var named in EclNamed.In(declaration))
            if (pinned.Find(named.Reference.Concept.Id)?.Why.Contains(PinnedWhy.NoMembers) == true) yield return About(named.Span, $"The reference set {named.Id} has no member");
        if (set.Ecl is not null && IsNothing(pinned, PinnedWhy.Ecl)) yield return About(declaration.Facts.NameSpan, "The ECL expression finds no concept");
    }

    private static bool IsNothing(PinnedSet pinned, string why) => pinned.Of(why) is { IsEmpty: true };

    private Diagnostic About(TextSpan span, string what) => Kind.At(span, $"{what} in the terminology release.", "Make sure that it is the one that is meant.");
}
