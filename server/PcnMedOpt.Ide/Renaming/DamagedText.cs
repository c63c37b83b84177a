using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Renaming;

/// <summary>Words that may stand for a part, in text that could not be read.</summary>
internal static class DamagedText
{
    public static IEnumerable<FilePlace> In(Compilation compilation, PartName part) =>
        from declaration in Symbols.Owners(compilation, part)
        where declaration.Facts.IsDamaged
        from token in Words(declaration.Declared.Slice.Parsed.Declaration)
        where part.Kind.IsText() ? token.Kind == TokenKind.String : token.IsName || token.Kind == TokenKind.CasedWord
        where PartPlaces.NameIn(part.Kind, token) == part.Name
        select new FilePlace(declaration.File.Path, token.Span.Shift(declaration.Start));

    private static IEnumerable<Token> Words(DeclarationSyntax? declaration)
    {
        if (declaration is null) return [];
        var lost = declaration is DamagedSyntax ? declaration.Tokens : declaration.DescendantsAndSelf().OfType<SkippedSyntax>().SelectMany(s => s.Tokens);
        return lost.Concat(declaration.Stray?.Tokens ?? []);
    }
}
