using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Renaming;

/// <summary>
/// Reads each declaration again as it would be after a rename: it must have the same form and use the same names but for the one. So a name that is a
/// unit after a number, a word of the language where it stands, or a merge field in a letter, is refused.
/// </summary>
internal static class SameReading
{
    public static string? WhyNot(Compilation compilation, ImmutableArray<SymbolPlace> places, string name, string newName, string text)
    {
        foreach (var ofDeclaration in places.Where(p => p.Declaration is not null).GroupBy(p => p.Declaration))
        {
            if (ofDeclaration.Key is not { } declaration) continue;
            var slice = declaration.Declared.Slice;
            var edits = ofDeclaration.Select(p => new FileEdit("", p.Place.Span.Shift(-declaration.Start), text));
            var after = new Slice(ProjectEdit.Of(edits).Apply("", slice.Text)).Parsed;
            if (!IsSame(slice.Parsed, after) || !IsSame(declaration.Facts, FactsReader.Read(after), name, newName))
                return $"With '{newName}' the text in {Shown.Place(compilation, ofDeclaration.First().Place)} would be read in another way.";
        }
        return null;
    }

    private static bool IsSame(ParsedSlice before, ParsedSlice after) =>
        before.Nodes.Select(n => n.GetType()).SequenceEqual(after.Nodes.Select(n => n.GetType()))
        && before.Lexed.Tokens.Count() == after.Lexed.Tokens.Count()
        && before.Lexed.Tokens.Zip(after.Lexed.Tokens).All(t => t.First.Kind == t.Second.Kind || (IsWord(t.First) && t.Second.IsName));

    private static bool IsWord(Token token) => token.IsName || token.Kind == TokenKind.CasedWord;

    private static bool IsSame(Facts before, Facts after, string name, string newName) =>
        before.Uses.Length == after.Uses.Length
        && before.Uses.Zip(after.Uses).All(u => u.First.Role == u.Second.Role
            && IsRenamed(u.First.Name, u.Second.Name, name, newName)
            && DeclaredPlaces.IsMergeField(u.First) == DeclaredPlaces.IsMergeField(u.Second))
        && after.Findings.Length <= before.Findings.Length;

    private static bool IsRenamed(string before, string after, string name, string newName) => after == before || (before == name && after == newName);
}
