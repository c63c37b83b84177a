using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Emit.Pages;

/// <summary>All codes of a set, by where they come from and how they are meant. Nothing is left out, whatever their number.</summary>
internal static class CodeGroups
{
    private const string InProtocol = "the protocol";

    public static ImmutableArray<CodeGroupView> Of(string name, ResolvedCodeSet set, PageContents contents)
    {
        var sources = Sources(name, contents);
        var groups = ImmutableArray.CreateBuilder<CodeGroupView>();
        foreach (var part in set.Opaque.Where(o => !IsOwn(set, o)).GroupBy(o => o.Kind))
            groups.Add(Group(What(part.Key), InProtocol, part.Key == OpaqueKind.Refset ? "No" : "Yes", part.Select(o => Code(o))));
        var withBelow = set.Opaque.Where(o => o.Kind is OpaqueKind.Descendants or OpaqueKind.Below).Select(o => o.Text).ToHashSet(StringComparer.Ordinal);
        var codes = set.Codes.Select(c => (Code: new CodeView(Shown(c), set.TermOf(c) ?? ""), Source: sources.GetValueOrDefault(c, InProtocol), Below: withBelow.Contains(Shown(c))));
        foreach (var group in codes.GroupBy(c => (c.Source, c.Below)))
            groups.Add(Group("Codes", group.Key.Source, group.Key.Below ? "Yes" : "No", group.Select(c => c.Code)));
        var carved = set.Carved.Select(c => new CodeView(Shown(c), Excepted(name, c, contents) ?? set.TermOf(c) ?? ""));
        if (set.Carved.Length > 0) groups.Add(Group("Left out, wherever a part above holds them", InProtocol, "No", carved));
        return groups.DrainToImmutable();
    }

    private static CodeGroupView Group(string what, string source, string descendants, IEnumerable<CodeView> codes)
    {
        ImmutableArray<CodeView> all = [.. codes];
        return new CodeGroupView(what, source, descendants, all.Length.ToString("N0", CultureInfo.InvariantCulture), all);
    }

    private static string What(OpaqueKind kind) => kind switch
    {
        OpaqueKind.Refset => "Reference sets, whose members count",
        OpaqueKind.Ecl => "ECL expressions",
        OpaqueKind.Descendants => "Descendants only, not the concept itself",
        _ => "What is below these entries, not the entries themselves",
    };

    /// <summary>A concept whose descendants are meant with it stands among the codes.</summary>
    private static bool IsOwn(ResolvedCodeSet set, OpaquePart part) =>
        part.Kind is OpaqueKind.Descendants or OpaqueKind.Below && set.HasOwn(part);

    private static CodeView Code(OpaquePart part)
    {
        var term = part.Term ?? "";
        return part.Kind == OpaqueKind.Ecl ? new CodeView("", part.Text) : new CodeView(part.Text, part.Cluster is null ? term : term.Length > 0 ? $"{term} ({part.Cluster})" : part.Cluster);
    }

    private static string? Excepted(string name, long code, PageContents contents) =>
        contents.Project.Definition(name)?.Excepted.FirstOrDefault(e => e.Code.Id == code)?.Code.Term;

    /// <summary>Where each code of a set was found first: its own entries, its files, the sets that it is made of.</summary>
    private static Dictionary<long, string> Sources(string name, PageContents contents)
    {
        var sources = new Dictionary<long, string>();
        if (contents.Project.Definition(name) is not { } definition) return sources;
        foreach (var entry in definition.Entries)
            if (entry.Code.Id is { } id) sources.TryAdd(id, InProtocol);
        foreach (var list in definition.Lists)
            foreach (var code in contents.ListOf(list)?.Codes ?? []) sources.TryAdd(code.Id, $"{list.Path}, column {list.Column}");
        foreach (var other in definition.Included.Concat(definition.Expression?.Sets ?? []))
            foreach (var code in contents.Project.CodeSet(other.Name)?.Codes ?? []) sources.TryAdd(code, $"the code set {other.Name}");
        return sources;
    }

    private static string Shown(long code) => code.ToString(CultureInfo.InvariantCulture);
}
