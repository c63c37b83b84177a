using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Renaming;

/// <summary>Why something cannot be called so, in a sentence.</summary>
internal static class RenameObstacles
{
    public static string? Of(Compilation compilation, RenameTarget target, string name) => target.Symbol switch
    {
        PartName { Kind: var kind } part when kind.IsText() => OfText(compilation, part, name),
        PartName part => NewNames.WhyNot(name) ?? OfPart(compilation, part, name),
        _ => NewNames.WhyNot(name) ?? OfDeclared(compilation, name),
    };

    private static string? OfDeclared(Compilation compilation, string name)
    {
        if (compilation.Names.Find(name) is { } taken)
            return $"'{name}' is already {taken.Facts.Kind.WithArticle()}, in {Shown.Place(compilation, taken)}.";
        return Symbols.PlacesOf(compilation, new DeclaredName(name)).FirstOrDefault(p => p.IsCertain) is { } used
            ? $"'{name}' is used in {Shown.Place(compilation, used.Place)}, where nothing declares it: it would come to mean this."
            : null;
    }

    private static string? OfText(Compilation compilation, PartName part, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return $"A {part.Kind.Noun()} needs a label.";
        if (text.AsSpan().IndexOfAny('\r', '\n') >= 0) return "A label stands on one line.";
        if (text != text.Trim()) return "A label does not begin or end with a blank.";
        var same = Symbols.OwnParts(compilation, part).FirstOrDefault(p => p.Symbol is PartName other && other.Kind == part.Kind && other.Owner == part.Owner && other.Name.Trim() == text && other.Name != part.Name);
        return same is null ? null : $"Another {part.Kind.Noun()} is called \"{text}\", in {Shown.Place(compilation, same.Place)}.";
    }

    private static string? OfPart(Compilation compilation, PartName part, string name)
    {
        if (part.Kind == PartKind.Column && RenameTarget.ClosesRows(compilation, part, name)) return RenameTarget.Closing(name);
        if (part.Kind == PartKind.Limit && OfLimit(compilation, part, name) is { } limit) return limit;
        return Symbols.PlacesOf(compilation, part with { Name = name }).FirstOrDefault() is { } same
            ? same.IsDeclaration ? $"Another {part.Kind.Noun()} is called '{name}', in {Shown.Place(compilation, same.Place)}." : $"'{name}' is named in {Shown.Place(compilation, same.Place)}, where there is none: it would come to mean this."
            : null;
    }

    /// <summary>A limit that others take over is called so there too.</summary>
    private static string? OfLimit(Compilation compilation, PartName limit, string name)
    {
        foreach (var sop in compilation.Models<Sop>())
        {
            var inForce = LimitsInForce.Of(sop, compilation.Model<Sop>).Select(l => l.Name).ToHashSet(StringComparer.Ordinal);
            if (!inForce.Contains(limit.Name) || PartPlaces.LimitOwner(compilation, sop.Name, limit.Name) != limit.Owner) continue;
            if (inForce.Contains(name)) return $"The procedure '{sop.Name}' has a limit '{name}' already.";
            if (Symbols.PlacesOf(compilation, new PartName(PartKind.Limit, sop.Name, name)).FirstOrDefault() is { } used)
                return $"'{name}' is named in {Shown.Place(compilation, used.Place)}, where there is none: it would come to mean this.";
        }
        return null;
    }
}
