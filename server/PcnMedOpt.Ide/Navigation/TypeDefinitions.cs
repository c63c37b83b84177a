using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Navigation;

/// <summary>
/// What something is about, one step further than its definition: a procedure's cohort leads to the procedure, a measure, template or letter to its
/// cohort, a cohort to the one that it starts from, a limit to its code set, a label to its cohort. What is about nothing else leads to its declaration.
/// </summary>
public static class TypeDefinitions
{
    public static Navigation? At(Compilation compilation, string path, int offset)
    {
        if (Symbols.At(compilation, path, offset) is not { } place) return null;
        var to = Of(compilation, place).ToList();
        return to.Count == 0 ? null : new Navigation(place.Place, [.. to]);
    }

    private static IEnumerable<NavigationTarget> Of(Compilation compilation, SymbolPlace place)
    {
        var about = place.Symbol switch
        {
            DerivedName derived => derived.Sop,
            DeclaredName name => AboutOf(compilation, name.Name) ?? name.Name,
            PartName { Kind: PartKind.Evidence } part => compilation.Files.GetValueOrDefault(part.Owner)?.Protocol?.Name,
            PartName { Kind: PartKind.Limit } part => SetOf(compilation, part) ?? part.Owner,
            PartName part => part.Owner,
            _ => null,
        };
        return about is not null && compilation.Names.Find(about) is { } declaration ? [NavigationTarget.Of(declaration)] : [];
    }

    private static string? AboutOf(Compilation compilation, string name)
    {
        if (compilation.Names.Find(name) is not { Facts.Kind: DeclarationKind.Cohort or DeclarationKind.Measure or DeclarationKind.Template or DeclarationKind.Letter } declaration)
            return null;
        var reference = declaration.Declared.Slice.Parsed.Nodes.Select(Reference).FirstOrDefault(r => r is not null);
        return reference is null ? null : CodeSetReader.NameOf(reference.Parts[0]);
    }

    private static RefSyntax? Reference(SyntaxNode node) => node switch
    {
        PopulationSyntax population => population.Cohort,
        ForCohortSyntax of => of.Cohort,
        LetterToSyntax to => to.Cohort,
        _ => null,
    };

    private static string? SetOf(Compilation compilation, PartName limit) =>
        compilation.Names.Find(limit.Owner)?.Declared.Slice.Parsed.Nodes.OfType<LimitSyntax>().FirstOrDefault(l => CodeSetReader.NameOf(l.Name) == limit.Name) is { } found
            ? CodeSetReader.NameOf(found.Set)
            : null;
}
