using PcnMedOpt.Core;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Ide.Completion;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Ide;

/// <summary>The shipped protocols, and what is left of them when the rest is not written yet: every place has an answer.</summary>
public sealed class CompletionEverywhereTests
{
    private const int Step = 7;
    private const int Cuts = 25;

    private static readonly Compilation Protocols = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation;

    public static TheoryData<string> Paths => [.. Protocols.Files.Keys];

    /// <summary>Each suggestion takes the place of a stretch that the cursor is in or behind, and says something.</summary>
    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_place_has_an_answer(string path) =>
        Parallel.For(0, (Protocols.Files[path].Text.Length / Step) + 1, i => Check(Protocols, path, i * Step));

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_end_of_a_text_that_is_not_finished_has_one(string path)
    {
        var text = Protocols.Files[path].Text;
        var random = new Random(path.Length);
        for (var i = 0; i < Cuts; i++)
        {
            var cut = random.Next(text.Length + 1);
            Check(Protocols.WithFile(path, text[..cut]), path, cut);
        }
    }

    /// <summary>
    /// Every word, name and unit of the shipped protocols is offered where it stands, once its first letter is typed: what the grammar can read can be written with
    /// help. Apart are names that are made up there, and units that are wrong on purpose.
    /// </summary>
    [Theory]
    [MemberData(nameof(Paths))]
    public void What_stands_somewhere_is_offered_there(string path)
    {
        var missing =
            from declaration in Protocols.Files[path].Declarations
            from token in declaration.Declared.Slice.Parsed.Lexed.Tokens
            where TokenText.IsWord(token.Kind) || token.Kind is TokenKind.Name or TokenKind.Unit
            where !IsMadeUp(declaration, token) && !Completions.At(Protocols, path, declaration.Start + token.Start + 1).Items.Any(i => Begins(i, token.Text))
            select (Place: declaration.Start + token.Start, token.Kind, token.Text);
        Assert.Equal("", string.Join('\n', missing.Where(m => !(m.Kind == TokenKind.Unit && path.EndsWith("_examples.medopt", StringComparison.Ordinal))).Select(m => $"{m.Place}: {m.Text}")));
    }

    private static bool IsMadeUp(PlacedDeclaration declaration, Token token) =>
        Probe.At(declaration.Declared.Slice.Text, token.Start).Asked.Contains(new Asked(TokenKind.Name, Slot.NewName));

    private static bool Begins(CompletionItem item, string word)
    {
        var first = Snippet.Plain(item.Insert).TrimStart('[', '-', '>', ' ').Split(' ', '\n')[0];
        return first == word || first.StartsWith(word + ".", StringComparison.Ordinal);
    }

    private static void Check(Compilation compilation, string path, int offset)
    {
        var text = compilation.Files[path].Text;
        foreach (var item in Completions.At(compilation, path, offset).Items)
            Assert.True(
                item.Label.Length > 0 && item.Insert.Length > 0 && item.Replaces.Start <= offset && item.Replaces.End >= offset && item.Replaces.End <= text.Length
                    && !item.Replaces.Of(text).AsSpan().ContainsAny('\r', '\n'),
                $"{path} at {offset}: {item}");
    }
}
