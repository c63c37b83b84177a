using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Letters;

/// <summary>A patient who reads {{patient.forename}} in a letter trusts it less, and may miss what it should have said.</summary>
public sealed class UnknownPlaceholder : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO8401", "unknown-placeholder", Severity.Error, "A placeholder of a letter stands for nothing");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project) =>
        from text in LetterText.Of(project)
        from finding in Unknown(project, text).Concat(Malformed(text))
        select new ProjectFinding(text.Where, finding);

    private IEnumerable<Diagnostic> Unknown(ProjectIndex project, LetterText text) =>
        from placeholder in text.Placeholders
        where LetterText.ValueOf(project, placeholder) is null
        let kind = project.Names.Find(placeholder.Name)?.Facts.Kind
        select kind is { } known && placeholder.Name is not ("patient" or "practice") ? OfDeclaration(placeholder, known) : OfNothing(project, placeholder);

    private Diagnostic OfDeclaration(Placeholder placeholder, DeclarationKind kind) =>
        kind == DeclarationKind.Template && placeholder.Part == "duration"
            ? Kind.At(placeholder.Span, $"The template '{placeholder.Name}' does not say how long it lasts.", "Write it there, such as duration 30 minutes.")
            : Kind.At(
                placeholder.Span,
                kind == DeclarationKind.Parameter && placeholder.Part is not null
                    ? $"'{placeholder.Name}' is a parameter, and has no '{placeholder.Part}'."
                    : $"'{placeholder.Name}' is {kind.WithArticle()}, and '{Placeholders.Written(placeholder)}' is no text of it.",
                $"Write {Listing.Or([.. kind == DeclarationKind.Parameter ? [$"{{{{{placeholder.Name}}}}}"] : Array.Empty<string>(), .. Placeholders.PartsOf(kind).Select(p => $"{{{{{placeholder.Name}.{p}}}}}")])}.");

    private Diagnostic OfNothing(ProjectIndex project, Placeholder placeholder)
    {
        var written = Placeholders.Written(placeholder);
        var candidates = Placeholders.MergeFields.Select(f => f.Name)
            .Concat(project.Names.OfKind(DeclarationKind.Parameter).Select(d => d.Facts.Name ?? ""))
            .Concat(placeholder.Part is { } part ? project.Names.Declarations.Where(d => Placeholders.PartsOf(d.Facts.Kind).Contains(part)).Select(d => $"{d.Facts.Name}.{part}") : []);
        var near = CloseWords.Near(written, candidates).ToList();
        return Kind.At(
            placeholder.Span,
            $"'{{{{{written}}}}}' stands for nothing, and would be sent as it is written.",
            near.Count > 0 ? $"Did you mean {string.Join(" or ", near.Select(n => $"{{{{{n}}}}}"))}?" : $"Write one of {string.Join(", ", Placeholders.MergeFields.Select(f => f.Name))}, a parameter, or the title of a declaration.",
            [.. near.Select(n => Fix.Changes($"Write {{{{{n}}}}}", new TextEdit(placeholder.Span, n)))]);
    }

    private IEnumerable<Diagnostic> Malformed(LetterText text) =>
        from broken in text.Malformed
        let meant = Placeholders.MergeFields.FirstOrDefault(f => Letters(f.Name).SequenceEqual(Letters(broken.Text)))
        select Kind.At(
            broken.Span,
            broken.Text.Length > 4 ? $"'{broken.Text}' is no placeholder, and would be sent as it is written." : $"'{broken.Text}' is half of a placeholder, and would be sent as it is written.",
            meant is null ? "Write a name in lower case between two braces on each side, such as {{patient.name}}." : $"Write {{{{{meant.Name}}}}}.",
            meant is null ? [] : [Fix.Changes($"Write {{{{{meant.Name}}}}}", new TextEdit(broken.Span, $"{{{{{meant.Name}}}}}"))]);

    /// <summary>The letters of a text, however it is spaced and joined.</summary>
    private static IEnumerable<char> Letters(string text) => text.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant);
}
