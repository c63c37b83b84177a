using System.Text.RegularExpressions;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Completion;

/// <summary>Names that are declared inside a declaration: steps, fields, columns, limits, sources; and who does something.</summary>
internal static partial class PartItems
{
    private static readonly string[] Roles = ["pharmacist", "technician", "prescriber"];

    public static IEnumerable<CompletionItem> Of(Typing typing, Slot slot) => slot switch
    {
        Slot.Evidence => Sources(typing),
        Slot.Step => Steps(typing),
        Slot.Field => Fields(typing),
        Slot.Column => Columns(typing),
        Slot.LimitName => Limits(typing),
        Slot.Role => typing.Cursor.File.Text is var text
            ? By().Matches(text).Select(m => m.Groups[1].Value).Concat(Roles).Distinct().Select((r, i) => Items.Of(typing, r, CompletionKind.Role, "who does it", r, Items.Fitting, i))
            : [],
        _ => [],
    };

    private static IEnumerable<CompletionItem> Sources(Typing typing) =>
        (typing.Cursor.File.Protocol?.Evidence ?? []).Select((e, i) => Items.Of(typing, e.Id, CompletionKind.Evidence, e.Text, e.Id, Items.Fitting, i) with
        {
            FilterText = $"{e.Id} {e.Text}",
            Key = $"evidence {typing.Cursor.File.Path} {e.Id}",
        });

    private static IEnumerable<CompletionItem> Steps(Typing typing) => typing.Cursor.Parsed.Nodes
        .SelectMany<SyntaxNode, (Token Name, Token? Title)>(n => n switch
        {
            WorkflowStepSyntax step => [(step.Name, step.Title)],
            DecisionSyntax decision => [(decision.Name, decision.Title)],
            EndSyntax end => [(end.Name, end.Title)],
            _ => [],
        })
        .Select((p, i) => Part(typing, p.Name.Text, p.Title, i));

    /// <summary>What follows a step or an answer, with its arrow.</summary>
    public static IEnumerable<CompletionItem> Arrows(Typing typing) =>
        Steps(typing).Select(s => s with { Label = $"-> {s.Label}", Insert = $"-> {s.Insert}", FilterText = $"-> {s.Label}" });

    private static IEnumerable<CompletionItem> Fields(Typing typing) =>
        typing.Cursor.Parsed.Nodes.OfType<FieldSyntax>().Where(f => f.After.Start <= typing.Word.Start || f.First.Start > typing.Word.Start)
            .Select((f, i) => Part(typing, f.Name.Text, f.Title, i));

    private static IEnumerable<CompletionItem> Columns(Typing typing) =>
        typing.Cursor.Parsed.Nodes.OfType<ColumnSyntax>().Where(c => c.After.Start <= typing.Word.Start || c.First.Start > typing.Word.Start)
            .Select((c, i) => Part(typing, c.Name.Text, c.Title, i));

    /// <summary>Those of the procedure whose limits are taken over.</summary>
    private static IEnumerable<CompletionItem> Limits(Typing typing)
    {
        var before = typing.Before;
        var at = before.Select((t, i) => (t, i)).FirstOrDefault(t => t.t.Kind == TokenKind.ExceptWord).i;
        if (at + 1 >= before.Count || typing.Compilation.Model<Sop>(before[at + 1].Text) is not { } sop) return [];
        return sop.Limits.Select((l, i) => Items.Of(typing, l.Name, CompletionKind.Part, l.Title, l.Name, Items.Fitting, i));
    }

    private static CompletionItem Part(Typing typing, string name, Token? title, int rank) => Items.Of(
        typing, name, CompletionKind.Part, title is null ? "" : Core.Semantics.Strings.Value(title), name, Items.Fitting, rank);

    [GeneratedRegex(@"""\s+by\s+([a-z][a-z0-9_]*)", RegexOptions.CultureInvariant)]
    private static partial Regex By();
}
