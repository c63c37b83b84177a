using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Emit.Searches;

namespace PcnMedOpt.Emit.Emis;

/// <summary>What a folder of EMIS searches is made from.</summary>
/// <param name="Key">Names the folder for ever: identifiers follow from it.</param>
/// <param name="FolderName">What EMIS shows.</param>
/// <param name="Version">Of the protocol; a new one gives new report identifiers, and the same version-independent ones.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Created">The day that the file bears.</param>
/// <param name="Reference">The day that "in this quarter" is worked out from.</param>
/// <param name="Searches">The searches, each after those that it depends on.</param>
public sealed record EmisFolder(string Key, string FolderName, string Version, string Author, DateOnly Created, DateOnly Reference, ImmutableArray<Search> Searches);

/// <summary>
/// Writes an EMIS Web <c>enquiryDocument</c> as published exports have it: UTF-8 without byte order mark, one line, elements in the order of the
/// schema, a wanted report before those that it refers to, one date (BASELINE) throughout.
/// </summary>
public static class EmisWriter
{
    public const string XmlNamespace = "http://www.e-mis.com/emisopen";

    public static byte[] Write(EmisFolder folder, ProjectModel project, EmisTarget target)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = false, CheckCharacters = true }))
        {
            xml.WriteStartElement("enquiryDocument", XmlNamespace);
            xml.WriteAttributeString("xmlns", "xsi", null, "http://www.w3.org/2001/XMLSchema-instance");
            xml.WriteAttributeString("xmlns", "xs", null, "http://www.w3.org/2001/XMLSchema");
            xml.WriteAttributeString("schemaVersion", "32.0.0");
            xml.WriteAttributeString("version", "1.0.0");
            new Document(new EmisXml(xml), folder, project, target).Write();
            xml.WriteEndElement();
        }
        return stream.ToArray();
    }

    /// <summary>The report of a list: changes with the version.</summary>
    public static Guid ReportId(EmisFolder folder, string list) => NameBasedGuid.Of($"{folder.Key}/{folder.Version}/{list}");

    private sealed class Document(EmisXml xml, EmisFolder folder, ProjectModel project, EmisTarget target)
    {
        private readonly string created = folder.Created.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00.0000000+00:00";

        private Guid FolderId => NameBasedGuid.Of($"{folder.Key}/{folder.Version}/folder");

        public void Write()
        {
            xml.Text("id", NameBasedGuid.Of($"{folder.Key}/{folder.Version}"));
            xml.Text("creationTime", created);
            xml.Element("reportFolder", () =>
            {
                xml.Text("id", FolderId);
                xml.Text("name", folder.FolderName);
                xml.Text("sequence", "1");
                xml.Text("IsEnterpriseSearchOverride", "false");
            });
            var sequence = 0;
            foreach (var search in folder.Searches.Reverse()) Report(search, ++sequence);
        }

        private void Report(Search search, int sequence)
        {
            var list = search.List;
            var criteria = new EmisCriteria(xml, project, target, folder.Reference, $"{folder.Key}/{folder.Version}/{list.Id}");
            xml.Element("report", () =>
            {
                xml.Text("id", ReportId(folder, list.Id));
                xml.Text("name", EmisNames.Of(search));
                xml.Text("description", EmisDescriptions.Of(search, target, project));
                xml.Text("creationTime", created);
                xml.Element("author", () => xml.Text("authorName", folder.Author));
                xml.Text("populationType", "PATIENT");
                xml.Text("folder", FolderId);
                xml.Text("sequence", sequence);
                Parent(list);
                xml.Text("searchDate", "BASELINE");
                xml.Text("VersionIndependentGUID", NameBasedGuid.Of($"{folder.Key}/{list.Id}"));
                xml.Element("population", () => Population(list, criteria));
                xml.Element("execution", () => xml.Element("searchDateInclusivity", () => xml.Element(
                    "observationInclusive", () => xml.Attribute("patientAgeAndRegistrationInclusive", "true"))));
            });
        }

        private void Parent(RuleList list) => xml.Element("parent", () =>
        {
            xml.Attribute("parentType", list.From switch { FromList => "POP", FromEveryone => "ALL", _ => "ACTIVE" });
            if (list.From is FromList from) xml.Element("SearchIdentifier", () => xml.Attribute("reportGuid", ReportId(folder, from.Id).ToString()));
        });

        private void Population(RuleList list, EmisCriteria criteria)
        {
            if (list.Origin == ListOrigin.Hand)
            {
                Group("hand", "AND", () => criteria.Nobody(), RuleAction.Select, RuleAction.Reject, list);
                return;
            }
            foreach (var (rule, index) in list.Rules.Select((r, i) => (r, i)))
                Group(
                    index.ToString(CultureInfo.InvariantCulture),
                    rule.Join == RuleJoin.All ? "AND" : "OR",
                    () => Members(rule, index, criteria),
                    rule.IfTrue,
                    rule.IfFalse,
                    list);
        }

        private void Group(string key, string join, Action members, RuleAction whenTrue, RuleAction whenFalse, RuleList list) => xml.Element("criteriaGroup", () =>
        {
            xml.Element("definition", () =>
            {
                xml.Text("memberOperator", join);
                members();
            });
            xml.Text("actionIfTrue", whenTrue.ToString().ToUpperInvariant());
            xml.Text("actionIfFalse", whenFalse.ToString().ToUpperInvariant());
            xml.Text("id", NameBasedGuid.Of($"{folder.Key}/{folder.Version}/{list.Id}/rule/{key}"));
        });

        private void Members(Rule rule, int index, EmisCriteria criteria)
        {
            foreach (var (member, number) in rule.Members.Select((m, i) => (m, i)))
                xml.Element("criteria", () =>
                {
                    switch (member)
                    {
                        case InList inList:
                            xml.Element("populationCriterion", () => xml.Attribute("reportGuid", ReportId(folder, inList.Id).ToString()));
                            break;
                        case Records records: criteria.Write(records, string.Create(CultureInfo.InvariantCulture, $"rule/{index}/{number}")); break;
                    }
                });
        }
    }
}
