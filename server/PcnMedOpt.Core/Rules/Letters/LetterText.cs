using System.Text.RegularExpressions;
using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Letters;

/// <summary>The text of a letter for one medium, and what stands between braces in it.</summary>
internal sealed partial record LetterText(PlacedDeclaration Where, Letter Letter, LetterBody Body)
{
    public static IEnumerable<LetterText> Of(ProjectIndex project) =>
        from placed in project.Names.OfKind(DeclarationKind.Letter)
        let letter = project.Model(placed) as Letter
        where letter is not null
        from body in letter.Bodies
        select new LetterText(placed, letter, body);

    /// <summary>Its placeholders at their places in the declaration.</summary>
    public IEnumerable<Placeholder> Placeholders =>
        Placeholder.In(Typed).Select(p => p with { Span = p.Span.Shift(Body.Span.Start), Whole = p.Whole.Shift(Body.Span.Start) });

    /// <summary>Where double braces stand that are no placeholder: something is missing, or too much, between them.</summary>
    public IEnumerable<(TextSpan Span, string Text)> Malformed =>
        from match in Braces().Matches(Typed)
        let span = new TextSpan(Body.Span.Start + match.Index, match.Length)
        where !Placeholders.Any(p => p.Whole == span)
        select (span, match.Value);

    /// <summary>The text as it is sent, but for what is filled in for each patient, which stays as it is written.</summary>
    public string Sent(ProjectIndex project)
    {
        var text = Body.Text;
        foreach (var placeholder in Placeholder.In(text).Reverse())
            if (ValueOf(project, placeholder) is FromProtocol { Text: var value })
                text = string.Concat(text.AsSpan(0, placeholder.Whole.Start), value, text.AsSpan(placeholder.Whole.End));
        return text;
    }

    public static PlaceholderValue? ValueOf(ProjectIndex project, Placeholder placeholder) =>
        Model.Letters.Placeholders.Of(placeholder, project.Scope, name => project.Names.Find(name) is { } found ? project.Model(found) as Template : null);

    private string Typed => Body.Span.Of(Where.Declared.Slice.Text);

    [GeneratedRegex(@"\{\{[^{}\n]*\}\}|\{\{|\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();
}
