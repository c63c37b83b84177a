using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace PcnMedOpt.Emit.Emis.Reading;

/// <summary>The file is not what EMIS writes: the sentence says how.</summary>
internal sealed class EmisUnreadable(EmisPlace place, string message) : Exception(message)
{
    public EmisPlace Place => place;
}

/// <summary>
/// An element while it is read: what is asked of it is remembered, so that at its end all else is known to be left over.
/// </summary>
internal sealed class Part(XElement element, string within, List<EmisOther> others)
{
    private const int LongestShown = 120;

    /// <summary>Elements and attributes that say who, when and how it is shown, and never whom a search finds.</summary>
    private static readonly HashSet<string> NoLogic = new(StringComparer.Ordinal)
    {
        "creationTime", "author", "enquirer", "schedule", "metaTags", "userInterface", "formerReportGuid", "sequence", "enterpriseReportingLevel", "association", "displayName",
        "parentColumnDisplayName", "childColumnDisplayName", "valueDisplay", "clusterCode", "legacyValue", "dynamicColumn", "contractInformation", "qmasIndicator", "qmasExceptionCode",
        "exceptionCode", "execution", "VersionIndependentGUID", "IsEnterpriseSearchOverride", "PopulationTypeId", "id", "description",
        "@schemaVersion", "@version", "@updateMode", "@auditDeleteDate", "@auditDeleteUserInRole", "@auditDeleteInfo", "@versionIndependentGuid", "@populationType",
    };

    private readonly HashSet<XObject> asked = [];

    public string Name => element.Name.LocalName;

    public EmisPlace Place => PlaceOf(element);

    /// <summary>How much is left over so far.</summary>
    public int Mark => others.Count;

    /// <summary>What was left over since then and may be logic.</summary>
    public ImmutableArray<EmisOther> LogicSince(int mark) => [.. others.Skip(mark).Where(o => o.IsLogic)];

    public Part Called(string name) => new(element, name, others);

    public string? Text(string name)
    {
        if (Element(name) is not { } child) return null;
        if (child.HasElements) throw new EmisUnreadable(PlaceOf(child), $"'{name}' holds elements where a text is expected.");
        return child.Value.Trim();
    }

    public string Needed(string name) => Text(name) is { Length: > 0 } text ? text : throw new EmisUnreadable(Place, $"'{Name}' has no '{name}'.");

    /// <summary>An identifier, in lower case.</summary>
    public string? Id(string name) => Text(name)?.ToLowerInvariant();

    public bool Flag(string name) => Text(name) switch
    {
        null or "" or "false" or "0" => false,
        "true" or "1" => true,
        var other => throw new EmisUnreadable(Place, $"'{name}' is '{Shown(other)}', and not true or false."),
    };

    public int? Number(string name) => Text(name) switch
    {
        null or "" => null,
        var text when int.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new EmisUnreadable(Place, $"'{name}' is '{Shown(text)}', and no number."),
    };

    public string? Attribute(string name)
    {
        if (element.Attribute(name) is not { } attribute) return null;
        asked.Add(attribute);
        return attribute.Value.Trim();
    }

    public Part? Child(string name) => Element(name) is { } child ? new Part(child, within, others) : null;

    public Part NeededChild(string name) => Child(name) ?? throw new EmisUnreadable(Place, $"'{Name}' has no '{name}'.");

    public IEnumerable<Part> Children(string name)
    {
        foreach (var child in element.Elements().Where(e => Is(e, name)))
        {
            asked.Add(child);
            yield return new Part(child, within, others);
        }
    }

    public IReadOnlyList<string> Texts(string name) => [.. Children(name).Select(c => c.Whole())];

    /// <summary>The first of several elements that is there, with its name: a form that is known and not read. What it holds is kept.</summary>
    public string? Absent(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (element.Elements().FirstOrDefault(e => Is(e, name)) is { } found)
            {
                Leave(found, PlaceOf(found), name, found.Value, true);
                return found.Value.Length > 0 ? $"{name} {Shown(found.Value)}" : name;
            }
        return null;
    }

    /// <summary>Everything that was not asked for is kept as left over.</summary>
    public void End()
    {
        foreach (var child in element.Elements().Where(e => !asked.Contains(e))) Leave(child, PlaceOf(child), child.Name.LocalName, child.Value, !NoLogic.Contains(child.Name.LocalName) || child.Name.Namespace != element.Name.Namespace);
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration && !asked.Contains(a)))
            Leave(attribute, PlaceOf(attribute), "@" + attribute.Name.LocalName, attribute.Value, !NoLogic.Contains("@" + attribute.Name.LocalName));
    }

    public static string Shown(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestShown ? line : line[..LongestShown] + "…";
    }

    private string Whole() => element.HasElements ? throw new EmisUnreadable(Place, $"'{Name}' holds elements where a text is expected.") : element.Value.Trim();

    private XElement? Element(string name)
    {
        var found = element.Elements().FirstOrDefault(e => Is(e, name));
        if (found is not null) asked.Add(found);
        return found;
    }

    private void Leave(XObject item, EmisPlace place, string name, string text, bool isLogic)
    {
        if (asked.Add(item)) others.Add(new EmisOther(place, within, name, Shown(text), isLogic));
    }

    private static bool Is(XElement element, string name) => element.Name.LocalName == name && element.Name.NamespaceName == EmisWriter.XmlNamespace;

    private static EmisPlace PlaceOf(IXmlLineInfo item) => item.HasLineInfo() ? new EmisPlace(item.LineNumber, item.LinePosition) : new EmisPlace(1, 1);
}
