using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Hovering;

/// <summary>What a letter puts between its words.</summary>
internal static class PlaceholderHover
{
    public static Hover? At(Cursor cursor)
    {
        if (cursor.Path.OfType<LetterBodySyntax>().LastOrDefault() is not { Text: { } text } || text != cursor.Token) return null;
        if (Placeholder.In(text).FirstOrDefault(p => p.Whole.Contains(cursor.Here)) is not { } placeholder) return null;
        var (scope, compilation) = (cursor.Compilation.Scope, cursor.Compilation);
        return new Hover(placeholder.Whole, Placeholders.Of(placeholder, scope, compilation.Model<Template>) switch
        {
            FilledIn { Field: { } field } => $"Puts in {Markdown.Text(field.Stands)}, when the letter is sent.",
            FromProtocol value => $"Puts in “{Markdown.Text(value.Text)}”, the same in every letter.",
            _ => $"Nothing stands for {Markdown.Code(Placeholders.Written(placeholder))}: a letter can put in {string.Join(", ", Placeholders.MergeFields.Select(f => Markdown.Code(f.Name)))}, a parameter, or the title of a declaration.",
        });
    }
}
