using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Renaming;

/// <summary>What is to be renamed.</summary>
/// <param name="Symbol">What it is; null with a refusal.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Inner">Where the name stands that is pointed at, without quotation marks.</param>
/// <param name="Places">Everywhere that it stands.</param>
/// <param name="Refusal">Why it cannot be renamed.</param>
internal sealed record RenameTarget(Symbol? Symbol, string Name, FilePlace? Inner, ImmutableArray<SymbolPlace> Places, string? Refusal)
{
    public static RenameTarget At(Compilation compilation, string path, int offset)
    {
        if (Symbols.At(compilation, path, offset) is not { } place) return Refused(IsRole(compilation, path, offset)
            ? "Roles are not declared: each procedure and workflow says by whom in its own words."
            : "Nothing here has a name that could be changed.");
        return place.Symbol switch
        {
            DerivedName derived => OfDerived(compilation, derived, place),
            DeclaredName name => OfName(compilation, name, place),
            PartName part => OfPart(compilation, part, place),
            _ => throw new System.Diagnostics.UnreachableException($"No rename of {place.Symbol}"),
        };
    }

    /// <summary>The test or limit that a procedure's cohort is called after can be renamed there too; the cohort's own word cannot.</summary>
    private static RenameTarget OfDerived(Compilation compilation, DerivedName derived, SymbolPlace place)
    {
        if (DeclaredPlaces.TestOf(derived.Part) is { } test) return OfName(compilation, new DeclaredName(test), place);
        if (DeclaredPlaces.LimitOf(derived.Part) is { } limit)
            return OfPart(compilation, new PartName(PartKind.Limit, PartPlaces.LimitOwner(compilation, derived.Sop, limit), limit), place);
        return Refused($"'{derived.Part}' is a cohort that the procedure '{derived.Sop}' makes by itself, and is always called so.");
    }

    private static RenameTarget OfName(Compilation compilation, DeclaredName name, SymbolPlace place)
    {
        if (compilation.Names.Find(name.Name) is not { } declaration) return Refused($"Nothing declares '{name.Name}': declare it first, or correct it here.");
        if (compilation.Names.Duplicates.Any(d => d.Second.Facts.Name == name.Name))
        {
            var second = compilation.Names.Duplicates.First(d => d.Second.Facts.Name == name.Name).Second;
            return Refused($"'{name.Name}' is declared twice, in {Shown.Place(compilation, declaration)} and in {Shown.Place(compilation, second)}: which of the two is meant cannot be told.");
        }
        ImmutableArray<SymbolPlace> places = [.. Symbols.PlacesOf(compilation, name)];
        return places.FirstOrDefault(p => !p.IsCertain) is { } unread ? Unread(compilation, name.Name, unread.Place) : new RenameTarget(name, name.Name, place.Place, places, null);
    }

    private static RenameTarget OfPart(Compilation compilation, PartName part, SymbolPlace place)
    {
        ImmutableArray<SymbolPlace> places = [.. Symbols.PlacesOf(compilation, part)];
        var quoted = part.Kind.IsText() ? $"\"{part.Name}\"" : $"'{part.Name}'";
        var declared = places.Where(p => p.IsDeclaration).ToList();
        if (declared.Count == 0) return Refused($"There is no {part.Kind.Noun()} {quoted}: correct it here, or declare it first.");
        if (declared.Count > 1) return Refused($"There are several called {quoted}: which of them is meant cannot be told.");
        if (compilation.Names.Duplicates.Any(d => d.Second.Facts.Name == part.Owner)) return Refused($"'{part.Owner}' is declared twice: which of the two is meant cannot be told.");
        if (part.Kind == PartKind.Column && ClosesRows(compilation, part, part.Name)) return Refused(Closing(part.Name));
        var damaged = DamagedText.In(compilation, part).FirstOrDefault();
        if (damaged is not null) return Unread(compilation, part.Name, damaged);
        var inner = part.Kind.IsText() ? place.Place with { Span = Inside(place.Place.Span) } : place.Place;
        return new RenameTarget(part, part.Name, inner, places, null);
    }

    /// <summary>The column says when a row is closed, and is known by its name.</summary>
    public static bool ClosesRows(Compilation compilation, PartName column, string name) =>
        Register.ClosingNames.Contains(name) && compilation.Model<Register>(column.Owner) is { Deadlines.IsEmpty: false } register
        && register.Columns.Any(c => c.Name == column.Name && c.Kind == ColumnKind.Date);

    public static string Closing(string name) => $"A column called '{name}' says when a row is closed: with another name the register would be counted in another way.";

    private static RenameTarget Unread(Compilation compilation, string name, FilePlace place) => Refused(
        $"'{name}' stands in {Shown.Place(compilation, place)} in text that cannot be read, so that it is not certain what it means there: mend that first.");

    private static RenameTarget Refused(string why) => new(null, "", null, [], why);

    private static TextSpan Inside(TextSpan quoted) => quoted.Length < 2 ? quoted : new TextSpan(quoted.Start + 1, quoted.Length - 2);

    private static bool IsRole(Compilation compilation, string path, int offset) =>
        Cursor.At(compilation, path, offset) is { Token: { } token } cursor && cursor.Path.LastOrDefault() switch
        {
            WorkflowStepSyntax step => step.Role == token,
            SopStepSyntax step => step.Role == token,
            RecallSyntax recall => recall.Role == token,
            _ => false,
        };
}
