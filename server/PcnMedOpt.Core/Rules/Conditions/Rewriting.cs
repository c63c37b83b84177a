using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>Edits that write a condition in another way.</summary>
internal static class Rewriting
{
    public static IEnumerable<T> All<T>(this DeclarationMeaning declaration)
        where T : SyntaxNode => declaration.ConditionNodes.OfType<T>();

    public static TextEdit Instead(this SyntaxNode node, string text) => new(node.Span, text);

    public static TextEdit Insert(int at, string text) => new(new TextSpan(at, 0), text);

    public static TextEdit[] InBrackets(int start, int end) => [Insert(start, "("), Insert(end, ")")];

    /// <summary>The fix that puts a row of conditions in the place of one test, in brackets where it would mix with what stands around it.</summary>
    public static Fix Row(this DeclarationMeaning declaration, ConditionSyntax test, TokenKind word, params IEnumerable<string> parts)
    {
        var row = string.Join($" {TokenText.Of(word)} ", parts);
        var mixes = declaration.ConditionNodes.Any(n =>
            n is NotSyntax not ? not.Operand == test : n is JoinedSyntax joined && joined.Operands.Contains(test) && joined.Operators.Any(o => o.Kind != word));
        return Fix.Changes(row, test.Instead(mixes ? $"({row})" : row));
    }

    /// <summary>Nodes as they are written, each after a blank.</summary>
    public static string Trailing(IEnumerable<SyntaxNode?> nodes) => string.Concat(nodes.Select(n => n is null ? "" : " " + n.OneLine));

    /// <summary>A parameter that is not declared has an error of its own, and no value to judge by.</summary>
    public static bool HasUnknownParameter(this DeclarationMeaning declaration) =>
        declaration.Facts.Uses.Any(u => u.Role == NameRole.Parameter && declaration.Scope.Parameter(u.Name) is null);
}
