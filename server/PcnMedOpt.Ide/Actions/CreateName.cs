using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Actions;

/// <summary>
/// Declares a name that is used and not declared, where its like are: a code set that awaits its codes, a cohort without criteria, a parameter without a
/// value. What only the author knows is left open, and stays a finding until it is written.
/// </summary>
internal static class CreateName
{
    public static IEnumerable<CodeAction> Of(ActionPlace place)
    {
        foreach (var finding in place.Shown)
        {
            if (finding.Diagnostic.Kind.Slug != "unknown-name" || finding.Declaration is not { } declaration) continue;
            if (declaration.Facts.Uses.FirstOrDefault(u => u.Span == finding.Diagnostic.Span) is not { Part: null } use) continue;
            if (Declare(place.Compilation, declaration, use) is not { } made) continue;
            yield return CodeAction.Changes($"Declare the {made.Noun} '{use.Name}'", ActionKind.QuickFix, () => ActionAnswer.Of(made.Edit)) with { Mends = finding };
        }
    }

    private static (string Noun, FileEdit Edit)? Declare(Compilation compilation, PlacedDeclaration user, NameUse use)
    {
        var title = Strings.Quoted(char.ToUpperInvariant(use.Name[0]) + use.Name[1..].Replace('_', ' '));
        return use.Role switch
        {
            NameRole.CodeSet => ("code set", CodeSet(compilation, user, $"codes {use.Name} {title} {System(user, use)} {{\n  awaiting \"Codes to be chosen.\"\n}}\n")),
            NameRole.Cohort => ("cohort", Edits.Before(user, $"cohort {use.Name} {title} {{\n  include any {{\n  }}\n}}\n")),
            NameRole.Parameter => ("parameter", Parameter(user, $"parameter {use.Name} {title} = allow to\n")),
            _ => null,
        };
    }

    /// <summary>Beside the code sets of the file; in a file without any, with those that it uses most, else before who uses it.</summary>
    private static FileEdit CodeSet(Compilation compilation, PlacedDeclaration user, string text)
    {
        if (user.File.Declarations.LastOrDefault(d => d.Facts.Kind == DeclarationKind.Codes && d.Start < user.Start) is { } before) return Edits.Behind(before, text);
        var used = user.File.UsedNames.Select(u => compilation.Names.Find(u.Name)).OfType<PlacedDeclaration>().Where(d => d.Facts.Kind == DeclarationKind.Codes && d.File != user.File);
        return used.GroupBy(d => d.File.Path, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault() is { } most
            ? Edits.AtEnd(compilation.Files[most.Key], text)
            : Edits.Before(user, text);
    }

    private static FileEdit Parameter(PlacedDeclaration user, string text)
    {
        var beside = user.File.Declarations.LastOrDefault(d => d.Facts.Kind == DeclarationKind.Parameter && d.Start < user.Start)
            ?? user.File.Declarations.FirstOrDefault(d => d.Facts.Kind == DeclarationKind.Protocol && d.Start < user.Start);
        return beside is null ? Edits.Before(user, text) : Edits.Behind(beside, text);
    }

    /// <summary>Medicines are dm+d: where the name is issued, on repeat, counted or monitored, or stands among sets that are.</summary>
    private static string System(PlacedDeclaration user, NameUse use)
    {
        var path = user.Declared.Slice.Parsed.Declaration?.PathTo(use.Span.Start).Reverse().ToList() ?? [];
        if (user.Facts.Codes is { System: Core.Semantics.Codes.CodeSystem.Dmd }) return "dmd";
        foreach (var node in path)
            switch (node)
            {
                case HappenedTestSyntax test: return IsIssued(test.Happened);
                case StatusTestSyntax { Happened: { } happened }: return IsIssued(happened);
                case AnchorSyntax { Happened: { } happened }: return IsIssued(happened);
                case OfEachSyntax each: return IsIssued(each.Happened);
                case RecordSyntax record: return record.Event.Word.Kind is TokenKind.IssuedWord or TokenKind.OnWord ? "dmd" : "snomed";
                case PairSyntax or OnRepeatSyntax or CountTestSyntax or DrugSyntax or AlsoSyntax: return "dmd";
            }
        return "snomed";
    }

    private static string IsIssued(HappenedSyntax happened) => happened.Word.Kind == TokenKind.IssuedWord ? "dmd" : "snomed";
}
