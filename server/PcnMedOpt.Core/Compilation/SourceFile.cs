using System.Collections.Immutable;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core;

/// <summary>
/// A declaration's slice with what follows from its text alone, and what was last worked out of it with its neighbours. Shared between the
/// versions of a file as long as its text is the same.
/// </summary>
public sealed class Declared(Slice slice)
{
    private Facts? facts;

    public Slice Slice => slice;

    public Facts Facts => facts ??= FactsReader.Read(slice.Parsed);

    /// <summary>The facts have been read already.</summary>
    internal bool IsRead => facts is not null;

    /// <summary>The meaning that was worked out last, and where it was last found to hold.</summary>
    internal HeldMeaning? Last { get; set; }
}

/// <summary>One declaration and where its slice starts in its file.</summary>
public sealed class PlacedDeclaration(SourceFile file, int start, Declared declared)
{
    public SourceFile File => file;

    public int Start => start;

    public Declared Declared => declared;

    public Facts Facts => declared.Facts;

    /// <summary>Its findings with their places, as they were last reported for a meaning.</summary>
    internal ReportedFindings? LastReported { get; set; }
}

/// <summary>A name that a file uses.</summary>
/// <param name="Name">The name.</param>
/// <param name="IsNeeded">It must be declared; one that is only mentioned in text need not be.</param>
/// <param name="IsOwn">Only the declaration of that name uses it.</param>
public sealed record UsedName(string Name, bool IsNeeded, bool IsOwn);

/// <summary>A .medopt file: its path in the project, with forward slashes, and its text cut into declarations.</summary>
public sealed class SourceFile
{
    private LineMap? lines;
    private ImmutableArray<UsedName> usedNames;

    private SourceFile(string path, string text, IReadOnlyDictionary<string, Declared>? earlier)
    {
        Path = path;
        Text = text;
        var start = 0;
        var declarations = ImmutableArray.CreateBuilder<PlacedDeclaration>();
        foreach (var slice in Slicer.Cut(text, chunk => earlier?.GetValueOrDefault(chunk)?.Slice))
        {
            var declared = earlier is not null && earlier.TryGetValue(slice.Text, out var same) ? same : new Declared(slice);
            declarations.Add(new PlacedDeclaration(this, start, declared));
            start += slice.Text.Length;
        }
        Declarations = declarations.DrainToImmutable();
    }

    public string Path { get; }

    public string Text { get; }

    public ImmutableArray<PlacedDeclaration> Declarations { get; }

    public LineMap Lines => lines ??= new LineMap(Text);

    /// <summary>The protocol that everything in the file belongs to.</summary>
    public ProtocolHeader? Protocol => Declarations.Select(d => d.Facts.Protocol).FirstOrDefault(p => p is not null);

    /// <summary>The names that its declarations use, each once.</summary>
    public ImmutableArray<UsedName> UsedNames
    {
        get
        {
            if (!usedNames.IsDefault) return usedNames;
            var all = Declarations.SelectMany(d => d.Facts.Uses.Select(u => (u.Name, Needed: u.Role is not (NameRole.Mentioned or NameRole.Placeholder), Own: u.Role != NameRole.Mentioned && u.Name == d.Facts.Name)));
            return usedNames = [.. all.GroupBy(u => u.Name, StringComparer.Ordinal).Select(g => new UsedName(g.Key, g.Any(u => u.Needed), g.All(u => u.Own)))];
        }
    }

    /// <summary>The world that it was last looked at in.</summary>
    internal HeldWorld? LastWorld { get; set; }

    /// <summary>What was last reported of it, when no rule of the project had anything to say.</summary>
    internal ReportedFile? LastReported { get; set; }

    public static SourceFile From(string path, string text) => new(path, text, null);

    /// <summary>The same file with another text; declarations whose text is the same are kept.</summary>
    public SourceFile With(string text)
    {
        var earlier = new Dictionary<string, Declared>(StringComparer.Ordinal);
        foreach (var declaration in Declarations) earlier.TryAdd(declaration.Declared.Slice.Text, declaration.Declared);
        return new SourceFile(Path, text, earlier);
    }
}
