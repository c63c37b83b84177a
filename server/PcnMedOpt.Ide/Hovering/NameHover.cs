using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Describing;

namespace PcnMedOpt.Ide.Hovering;

/// <summary>The name of a declaration, where it is declared and where it is used, and the cohorts that procedures declare.</summary>
internal static class NameHover
{
    public static Hover? At(Cursor cursor, ImmutableArray<ITarget> systems)
    {
        var (compilation, facts, here) = (cursor.Compilation, cursor.Declaration.Facts, cursor.Here);
        if (facts.Name is not null && facts.NameSpan.Contains(here)) return new Hover(facts.NameSpan, DeclarationHover.Of(compilation, cursor.Declaration, systems));
        if (cursor.Parsed.Declaration?.Title is { } title && cursor.Token == title) return new Hover(title.Span, DeclarationHover.Of(compilation, cursor.Declaration, systems));
        if (facts.Uses.LastOrDefault(u => u.Span.Contains(here)) is not { Role: not NameRole.Placeholder } use) return null;
        var name = new TextSpan(use.Span.Start, use.Name.Length);
        if (use.Part is not null && here > name.End)
            return new Hover(use.Span, Description.OfDerived(compilation, $"{use.Name}.{use.Part}") is { } derived ? DeclarationHover.Of(derived) : Unknown(compilation, $"{use.Name}.{use.Part}"));
        if (compilation.Names.Find(use.Name) is { } declaration) return new Hover(name, DeclarationHover.Of(compilation, declaration, systems));
        return use.Role == NameRole.Mentioned ? null : new Hover(name, Unknown(compilation, use.Name));
    }

    private static string Unknown(Compilation compilation, string name)
    {
        var near = CloseWords.Nearest(name, compilation.Names.All);
        return $"Nothing declares {Markdown.Code(name)}.{(near is null ? "" : $" Did you mean {Markdown.Code(near)}?")}";
    }
}
