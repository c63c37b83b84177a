using System.Runtime.CompilerServices;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Letters;

/// <summary>A text message is read on a locked screen, by whoever is near: it names no medicine, no condition, and not why somebody was found.</summary>
/// <remarks>Of a medicine also the first word of its entries' terms is looked for: "Methotrexate" of "Methotrexate 2.5mg tablets".</remarks>
public sealed class SmsNames : IProjectRule
{
    private const int ShortestWord = 5;

    private static readonly ConditionalWeakTable<CodeSetDefinition, string[]> Medicines = [];

    public DiagnosticKind Kind { get; } = new("MO8403", "sms-names", Severity.Warning, "A text message tells others about the patient");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project)
    {
        var messages = LetterText.Of(project).Where(t => t.Body.Medium == Medium.Sms).ToList();
        if (messages.Count == 0) yield break;
        var telling = Telling(project).ToList();
        foreach (var message in messages)
        {
            var sent = message.Sent(project);
            if (telling.Find(t => Names(sent, t.Words)) is { Words: { } words } found)
                yield return new ProjectFinding(
                    message.Where,
                    Kind.At(
                        message.Body.Span,
                        $"The text message of '{message.Letter.Name}' says \"{words}\", {found.What}: others may read it.",
                        "Say that the practice would like to talk about medicines or a test, and no more."));
        }
    }

    private static IEnumerable<(string Words, string What)> Telling(ProjectIndex project)
    {
        foreach (var placed in project.Names.OfKind(DeclarationKind.Codes))
        {
            if (placed.Facts.Title is { Length: >= ShortestWord } title) yield return (title, $"the title of the code set '{placed.Facts.Name}'");
            if (placed.Facts.Codes is { System: CodeSystem.Dmd } set)
                foreach (var word in Medicines.GetValue(set, FirstWords)) yield return (word, $"a medicine of the code set '{set.Name}'");
        }
        foreach (var placed in project.Names.OfKind(DeclarationKind.Cohort))
            foreach (var criterion in (project.Model(placed) as Cohort)?.Criteria ?? [])
                if (criterion.Label.Length >= ShortestWord) yield return (criterion.Label, $"a criterion of '{placed.Facts.Name}'");
    }

    private static string[] FirstWords(CodeSetDefinition set) =>
        [.. set.Entries.Select(e => e.Code.Term?.Split(' ')[0] ?? "").Where(w => w.Length >= ShortestWord && w.All(char.IsLetter)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The words stand in the text, and are no part of longer ones.</summary>
    private static bool Names(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length]))) return true;
        return false;
    }
}
