using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Semantics;

/// <summary>From a slice to its facts.</summary>
public static class FactsReader
{
    public static Facts Read(ParsedSlice slice)
    {
        var findings = SyntaxFindings.Of(slice);
        if (slice.Declaration is not { } declaration)
            return new Facts(DeclarationKind.None, null, default, null, null, null, null, null, [], [], Allowances.Of(slice), [.. findings])
            {
                NhsNumbers = PersonalData.In(slice),
            };
        var definition = declaration is CodesSyntax codes ? CodeSetReader.Read(codes) : null;
        var uses = NameUses.Of(slice, declaration);
        return new Facts(
            DeclarationKinds.Of(declaration.Keyword.Kind),
            declaration.Name is null ? null : CodeSetReader.NameOf(declaration.Name),
            declaration.Name?.Span ?? declaration.Title?.Span ?? declaration.Keyword.Span,
            declaration.Title is null ? null : Strings.Value(declaration.Title),
            Description(slice.Leading),
            definition,
            declaration is ParameterSyntax parameter ? ParameterDefinition.Read(parameter) : null,
            declaration is ProtocolSyntax protocol ? ProtocolHeader.Read(protocol) : null,
            uses,
            [.. slice.Nodes.OfType<CiteSyntax>().Select(Citations.Of)],
            Allowances.Of(slice),
            [.. findings, .. UpperCaseNames(slice, declaration, uses)])
        {
            LostNames = LostNames(declaration),
            UnusableCodes = [.. Codes(slice, definition).Where(c => !c.IsConcept)],
            CodesOutsideSets = definition is null ? [.. Codes(slice, null).Where(c => c.IsConcept)] : [],
            NhsNumbers = PersonalData.In(slice),
        };
    }

    /// <summary>The codes that are written in the declaration; those of a code set have been read already.</summary>
    private static IEnumerable<WrittenCode> Codes(ParsedSlice slice, CodeSetDefinition? definition) =>
        definition is not null ? definition.Entries.Concat(definition.Excepted).Select(e => e.Code) : slice.Nodes.OfType<CodeSyntax>().Select(CodeSetReader.Code);

    private static ImmutableArray<string> LostNames(DeclarationSyntax declaration)
    {
        SyntaxNode? lost = DeclarationKinds.Of(declaration.Keyword.Kind) == DeclarationKind.None ? declaration : declaration.Stray;
        return lost is null ? [] : [.. lost.Tokens.Take(2).Where(t => t.IsName).Select(t => t.Text)];
    }

    /// <summary>The /// lines that stand directly before the declaration.</summary>
    private static string? Description(string leading)
    {
        var lines = leading.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).SkipWhile(l => !l.StartsWith("///", StringComparison.Ordinal))
            .Where(l => l.StartsWith("///", StringComparison.Ordinal)).Select(l => l.Length > 3 && l[3] == ' ' ? l[4..] : l[3..]).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static IEnumerable<Diagnostic> UpperCaseNames(ParsedSlice slice, DeclarationSyntax declaration, ImmutableArray<NameUse> uses)
    {
        foreach (var token in slice.Lexed.Tokens)
        {
            if (token.Kind != TokenKind.CasedWord || !IsPartOf(token, declaration, uses)) continue;
            var lower = token.Text.ToLowerInvariant();
            yield return LexicalFindings.UpperCaseName.At(
                token.Span, $"Names are written in lower case: '{token.Text}' is not.", $"Write {lower}.", Fix.Keeps($"Write {lower}", new TextEdit(token.Span, lower)));
        }
    }

    private static bool IsPartOf(Token token, DeclarationSyntax declaration, ImmutableArray<NameUse> uses) =>
        declaration.Name == token || uses.Any(u => u.Span.Start <= token.Start && u.Span.End >= token.EndOffset);
}
