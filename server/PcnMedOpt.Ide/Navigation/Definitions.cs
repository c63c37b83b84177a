using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Navigation;

/// <summary>Where something is written: the declaration of a name, the line of a procedure that makes a cohort, the criterion of a label, the file of a list.</summary>
public static class Definitions
{
    public static Navigation? At(Compilation compilation, string path, int offset)
    {
        if (Cursor.At(compilation, path, offset) is { Token: { } token } cursor && cursor.Path.LastOrDefault() is { } node)
        {
            if (OfFile(compilation, cursor, node, token) is { } file) return file;
            if (token.Kind == TokenKind.String && OfLabel(compilation, cursor, node, token) is { } label) return label;
            if (node is LetterBodySyntax && OfPlaceholder(compilation, cursor) is { } printed) return printed;
        }
        return Symbols.At(compilation, path, offset) is { } place ? From(place.Place, Of(compilation, place.Symbol)) : null;
    }

    /// <summary>Where a symbol is declared.</summary>
    public static IEnumerable<NavigationTarget> Of(Compilation compilation, Symbol symbol) => symbol switch
    {
        DeclaredName name => compilation.Names.Find(name.Name) is { } declaration ? [NavigationTarget.Of(declaration)] : [],
        DerivedName derived => DerivedPlaces.Of(compilation, derived),
        PartName part => Symbols.PlacesOf(compilation, part).Where(p => p.IsDeclaration).Select(Whole).OfType<NavigationTarget>(),
        _ => [],
    };

    /// <summary>A placeholder leads to what it prints: <c>{{smr_consultation.duration}}</c> to the clause that says how long it lasts.</summary>
    private static Navigation? OfPlaceholder(Compilation compilation, Cursor cursor)
    {
        if (cursor.Declaration.Facts.Uses.FirstOrDefault(u => u.Role == NameRole.Placeholder && u.Span.Contains(cursor.Here)) is not { } use) return null;
        if (DeclaredPlaces.IsMergeField(use) || compilation.Names.Find(use.Name) is not { } target) return null;
        return From(cursor.Place(use.Span), [OfPart(target, use.Part ?? "") ?? NavigationTarget.Of(target)]);
    }

    private static NavigationTarget? OfPart(PlacedDeclaration declaration, string part) => part switch
    {
        "title" when declaration.Declared.Slice.Parsed.Declaration?.Title is { } title =>
            new(NavigationTarget.Of(declaration).Whole, NavigationTarget.Placed(declaration, title.Span)),
        "duration" when declaration.Declared.Slice.Parsed.Nodes.OfType<LastingSyntax>().FirstOrDefault() is { } lasting => NavigationTarget.Of(declaration, lasting),
        _ => null,
    };

    private static NavigationTarget? Whole(SymbolPlace place)
    {
        if (place.Declaration is not { } declaration) return null;
        var span = place.Place.Span.Shift(-declaration.Start);
        var node = declaration.Declared.Slice.Parsed.Declaration?.PathTo(span.Start).LastOrDefault(n => n is ClauseSyntax);
        return node is null ? new NavigationTarget(place.Place, place.Place) : new NavigationTarget(NavigationTarget.Placed(declaration, node.Span), place.Place);
    }

    /// <summary>A published list: its file, from the start.</summary>
    private static Navigation? OfFile(Compilation compilation, Cursor cursor, SyntaxNode node, Token token)
    {
        if (node is not FromFileSyntax from || from.Path != token) return null;
        var path = Strings.AsTyped(token);
        if (compilation.Lists.GetValueOrDefault(path) is null) return null;
        var start = new FilePlace(path, new TextSpan(0, 0));
        return new Navigation(cursor.Place(token.Span), [new NavigationTarget(start, start)]);
    }

    /// <summary>After "because" of a procedure's cohort stands what one of its lines is called.</summary>
    private static Navigation? OfLabel(Compilation compilation, Cursor cursor, SyntaxNode node, Token token)
    {
        if (node is not ExpectSyntax { Cohort.Parts: { Length: > 1 } parts } expect || !expect.Because.Contains(token)) return null;
        var part = string.Join('.', parts.Skip(1).Select(CodeSetReader.NameOf));
        return From(cursor.Place(token.Span), DerivedPlaces.OfLabel(compilation, new DerivedName(CodeSetReader.NameOf(parts[0]), part), Strings.Value(token)));
    }

    private static Navigation? From(FilePlace from, IEnumerable<NavigationTarget> targets) => targets.ToList() is { Count: > 0 } to ? new Navigation(from, [.. to]) : null;
}
