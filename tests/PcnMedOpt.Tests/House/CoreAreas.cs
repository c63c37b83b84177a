using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PcnMedOpt.Tests.House;

/// <summary>One source of Core: the area it belongs to, and every other area that it names.</summary>
public sealed record CoreSource(string Path, string Area, IReadOnlyList<(string Area, string How)> Names);

/// <summary>
/// Which area of Core names which. An area is a folder of Core and a namespace below PcnMedOpt.Core; what lies in PcnMedOpt.Core itself is the
/// area Compilation. Read from the text: using lines, names that begin with an area, and the types of Compilation, which are seen without a using line.
/// </summary>
public static partial class CoreAreas
{
    public const string Top = "Compilation";

    public static IReadOnlyList<CoreSource> Read(ProjectFile core)
    {
        var texts = core.Sources.Order(StringComparer.Ordinal).Select(f => (Path: Path.GetRelativePath(core.Folder, f).Replace('\\', '/'), Code: Code(File.ReadAllText(f)))).ToList();
        var areas = texts.Select(t => AreaOf(t.Code)).ToFrozenSet();
        var ofTop = texts.Where(t => AreaOf(t.Code) == Top).SelectMany(t => Declaration().Matches(t.Code)).Select(m => m.Groups[1].Value).ToFrozenSet();
        return [.. texts.Select(t => new CoreSource(t.Path, AreaOf(t.Code), [.. Named(t.Code, areas, ofTop).Where(n => n.Area != AreaOf(t.Code)).Distinct()]))];
    }

    private static IEnumerable<(string Area, string How)> Named(string code, FrozenSet<string> areas, FrozenSet<string> ofTop)
    {
        foreach (Match line in Using().Matches(code)) yield return (line.Groups[1].Success ? line.Groups[1].Value : Top, line.Value.Trim());
        foreach (Match name in Qualified().Matches(code))
            if (areas.Contains(name.Groups[1].Value) && (name.Value.StartsWith("PcnMedOpt", StringComparison.Ordinal) || !IsMember(name.Groups[1].Value, code))) yield return (name.Groups[1].Value, name.Value);
        foreach (Match word in Word().Matches(code))
            if (ofTop.Contains(word.Value)) yield return (Top, word.Value);
    }

    /// <summary>A file that has a property or parameter called Text or Units means that, and says the namespace in its using lines.</summary>
    private static bool IsMember(string name, string code) => Regex.IsMatch(code, $@"[\w>?\]] {name}\b(?!\.)");

    private static string AreaOf(string code) => Namespace().Match(code) is { Success: true } found && found.Groups[1].Success ? found.Groups[1].Value : Top;

    private static string Code(string text) => Unread().Replace(text.ReplaceLineEndings("\n"), "");

    /// <summary>Comments and plain strings. Holes of interpolated strings stay, for they are code.</summary>
    [GeneratedRegex("//[^\n]*|/\\*.*?\\*/|(?<!\\$)\"\"\".*?\"\"\"|(?<![$\"])\"(?:[^\"\\\\\n]|\\\\.)*\"", RegexOptions.Singleline)]
    private static partial Regex Unread();

    [GeneratedRegex(@"^namespace PcnMedOpt\.Core(?:\.(\w+))?[\w.]*;", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:global )?using (?:static |\w+ = )?PcnMedOpt\.Core(?:\.(\w+))?[\w.]*;", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"(?<![\w.])(?:PcnMedOpt\.Core\.)?(\w+)\.[A-Z]\w*")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"^(?:public|internal) (?:[a-z]+ )*?(?:record struct|record|class|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    /// <summary>A word that may be a type: no member of something, and no call, save after new.</summary>
    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*(?![\w(])|(?<=new )[A-Z]\w*")]
    private static partial Regex Word();
}
