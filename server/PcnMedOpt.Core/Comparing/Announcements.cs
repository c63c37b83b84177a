using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Comparing;

/// <summary>
/// Whether a changed meaning is announced: the version of each protocol that answers for it is another one, and where the protocol is active, so is its approval
/// (language §2). What stands in a file without protocol, such as a shared code set, is answered for by the protocols of those that it reaches.
/// </summary>
internal static class Announcements
{
    public static ImmutableArray<Unannounced> Missing(Sides sides, ImmutableArray<Change> changes)
    {
        var before = Protocols(sides.Old.Compilation).ToDictionary(p => sides.Pairing.NewName(p.Protocol.Name), p => p.Protocol, StringComparer.Ordinal);
        var missing = ImmutableArray.CreateBuilder<Unannounced>();
        var changed = changes.Where(c => c.ChangesMeaning).ToList();
        foreach (var (protocol, file) in Protocols(sides.New.Compilation))
        {
            var names = changed.Where(c => c.File == file).Select(c => c.Name).ToImmutableArray();
            if (names.IsEmpty || !before.TryGetValue(protocol.Name, out var old)) continue;
            var version = old.Version == protocol.Version ? $"its version is still {protocol.Version ?? "none"}" : null;
            var approval = protocol.Status == ProtocolStatus.Active && ProtocolWords.Approval(old) == ProtocolWords.Approval(protocol) ? $"its approval is still that of {ProtocolWords.Approval(protocol)}" : null;
            if (version is not null || approval is not null)
                missing.Add(new Unannounced(protocol.Name, file, string.Join(", and ", new[] { version, approval }.OfType<string>()), names));
        }
        var answered = Protocols(sides.New.Compilation).Concat(Protocols(sides.Old.Compilation)).Select(p => p.File).ToHashSet(StringComparer.Ordinal);
        foreach (var group in changed.Where(c => !answered.Contains(c.File) && !c.Reaches.Any(r => IsAnswered(sides, answered, r))).GroupBy(c => c.File, StringComparer.Ordinal))
            missing.Add(new Unannounced(null, group.Key, "no protocol answers for it", [.. group.Select(c => c.Name)]));
        return missing.DrainToImmutable();
    }

    private static bool IsAnswered(Sides sides, HashSet<string> answered, Reached reached) =>
        sides.New.Compilation.Names.Find(reached.Name.Split('.')[0]) is { } declaration && answered.Contains(declaration.File.Path);

    private static IEnumerable<(ProtocolHeader Protocol, string File)> Protocols(Compilation compilation) =>
        compilation.Files.Values.SelectMany(f => f.Protocol is { } protocol ? [(protocol, f.Path)] : Array.Empty<(ProtocolHeader, string)>());
}
