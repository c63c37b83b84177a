using System.Collections.Immutable;
using System.Xml.Linq;

namespace PcnMedOpt.Emit.Emis.Reading;

/// <summary>
/// Reads an EMIS Web <c>enquiryDocument</c> into records of what stands there. Elements are found by name and not by place, as EMIS has changed
/// their order without a new version; what the records have no place for is kept beside them.
/// </summary>
public static class EmisReader
{
    /// <summary>A larger file is refused.</summary>
    public const int MostBytes = SafeXml.MostBytes;

    /// <summary>The document, or why there is none.</summary>
    public static (EmisDocument? Document, EmisFault? Fault) Read(byte[] bytes)
    {
        var (root, fault) = SafeXml.Read(bytes);
        if (fault is not null || root is null) return (null, fault ?? new EmisFault(new EmisPlace(1, 1), "The file is empty."));
        if (root.Name.LocalName != "enquiryDocument" || root.Name.NamespaceName != EmisWriter.XmlNamespace)
            return (null, new EmisFault(new EmisPlace(1, 1), $"The file holds '{Part.Shown(root.Name.LocalName)}', and no enquiryDocument of EMIS Web: export the searches from Population Reporting."));
        try
        {
            return (Document(root), null);
        }
        catch (EmisUnreadable unreadable)
        {
            return (null, new EmisFault(unreadable.Place, unreadable.Message));
        }
    }

    private static EmisDocument Document(XElement root)
    {
        var others = new List<EmisOther>();
        var part = new Part(root, "the file", others);
        var id = part.Id("id") ?? "";
        var name = part.Text("name");
        ImmutableArray<EmisReportFolder> folders = [.. part.Children("reportFolder").Select(Folder)];
        ImmutableArray<EmisReport> reports = [.. part.Children("report").Select(Report)];
        part.End();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var report in reports)
            if (!seen.Add(report.Id)) throw new EmisUnreadable(report.Place, $"The report '{Part.Shown(report.Name)}' has the identifier of another one, {report.Id}.");
        if (EmisReferences.Fault(reports) is { } fault) throw new EmisUnreadable(fault.Place, fault.Message);
        return new EmisDocument(id, name, folders, reports, [.. others]);
    }

    private static EmisReportFolder Folder(Part part)
    {
        var named = part.Called($"folder '{part.Text("name")}'");
        var folder = new EmisReportFolder(named.Place, named.Id("id") ?? "", named.Text("name") ?? "", named.Id("parentFolder"));
        named.End();
        return folder;
    }

    private static EmisReport Report(Part unnamed)
    {
        var name = unnamed.Needed("name");
        var part = unnamed.Called($"report '{name}'");
        var (id, place) = (part.Id("id") is { Length: > 0 } given ? given : throw new EmisUnreadable(part.Place, "A report has no 'id'."), part.Place);
        _ = part.Text("name");
        var description = part.Text("description");
        var folder = part.Id("folder");
        var populationType = part.Text("populationType") ?? "PATIENT";
        var parent = Parent(part);
        var searchDate = part.Text("searchDate") ?? "BASELINE";
        var kind = Kind(part);
        ImmutableArray<EmisGroup> groups = [];
        if (kind == EmisReportKind.Population && part.Child("population") is { } population)
        {
            groups = [.. population.Children("criteriaGroup").Select(Group)];
            population.End();
        }
        part.End();
        return new EmisReport(place, id, name, description, folder, parent, populationType, searchDate, kind, groups);
    }

    private static EmisReportKind Kind(Part part)
    {
        if (part.Child("population") is not null) return EmisReportKind.Population;
        foreach (var (name, kind) in new[] { ("listReport", EmisReportKind.List), ("aggregateReport", EmisReportKind.Aggregate), ("auditReport", EmisReportKind.Audit) })
            if (part.Child(name) is not null) return kind;
        return EmisReportKind.Other;
    }

    private static EmisParent Parent(Part report)
    {
        if (report.Child("parent") is not { } part) return new EmisParent(EmisParentKind.Active, null);
        var search = part.Child("SearchIdentifier");
        var id = search?.Attribute("reportGuid")?.ToLowerInvariant();
        search?.End();
        var type = part.Attribute("parentType");
        part.End();
        return type switch
        {
            "ACTIVE" => new EmisParent(EmisParentKind.Active, null),
            "ALL" => new EmisParent(EmisParentKind.All, null),
            "POP" => new EmisParent(EmisParentKind.Population, id ?? throw new EmisUnreadable(part.Place, "A report is the child of another one, and does not say of which.")),
            _ => throw new EmisUnreadable(part.Place, $"A parent is of the type '{Part.Shown(type ?? "")}'; ACTIVE, ALL and POP are known."),
        };
    }

    private static EmisGroup Group(Part part)
    {
        var mark = part.Mark;
        var definition = part.Child("definition") is { } defined ? CriterionReader.Definition(defined) : null;
        var library = part.Text("libraryItem");
        if (definition is null && library is null) throw new EmisUnreadable(part.Place, "A criteriaGroup has neither definition nor libraryItem.");
        var group = new EmisGroup(part.Place, part.Id("id") ?? "", definition, library, Action(part, "actionIfTrue"), Action(part, "actionIfFalse"), []);
        part.End();
        return group with { Others = part.LogicSince(mark) };
    }

    private static EmisAction Action(Part part, string name) => part.Needed(name) switch
    {
        "SELECT" => EmisAction.Select,
        "REJECT" => EmisAction.Reject,
        "NEXT" => EmisAction.Next,
        "GOTO" => EmisAction.Goto,
        var other => throw new EmisUnreadable(part.Place, $"'{name}' is '{Part.Shown(other)}'; SELECT, REJECT, NEXT and GOTO are known."),
    };
}
