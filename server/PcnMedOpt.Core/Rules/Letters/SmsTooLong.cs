using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Letters;

namespace PcnMedOpt.Core.Rules.Letters;

/// <summary>459 characters are three parts of a message (language §8). A longer one may arrive in pieces, or cut off.</summary>
public sealed class SmsTooLong : IProjectRule
{
    private const int Most = 459;

    public DiagnosticKind Kind { get; } = new("MO8402", "sms-too-long", Severity.Warning, "A text message is too long");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project) =>
        from text in LetterText.Of(project)
        where text.Body.Medium == Medium.Sms
        let length = text.Sent(project).Length
        where length > Most
        select new ProjectFinding(
            text.Where,
            Kind.At(
                text.Body.Span,
                $"The text message of '{text.Letter.Name}' has {length} characters; {Most} is the most. What is filled in for each patient counts as it is written here.",
                "Shorten it: say whom to call, and leave the rest to the letter."));
}
