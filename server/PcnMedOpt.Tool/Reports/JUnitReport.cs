using System.Globalization;
using System.Text;
using System.Xml;

namespace PcnMedOpt.Tool.Reports;

/// <summary>A case of a JUnit report: what failed, when something did; an error is a case that is itself wrong.</summary>
internal sealed record JUnitCase(string Name, string ClassName, string? Failure, bool IsError);

/// <summary>JUnit's XML as CI systems read it.</summary>
internal static class JUnitReport
{
    public static void Write(string suite, IEnumerable<JUnitCase> cases, TextWriter data)
    {
        var all = cases.ToList();
        using (var xml = XmlWriter.Create(data, new XmlWriterSettings { Indent = true, CloseOutput = false, Encoding = Encoding.UTF8, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", suite);
            xml.WriteAttributeString("tests", all.Count.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("failures", all.Count(c => c is { Failure: not null, IsError: false }).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("errors", all.Count(c => c is { Failure: not null, IsError: true }).ToString(CultureInfo.InvariantCulture));
            foreach (var each in all)
            {
                xml.WriteStartElement("testcase");
                xml.WriteAttributeString("name", Legal(each.Name));
                xml.WriteAttributeString("classname", Legal(each.ClassName));
                if (each.Failure is { } failure)
                {
                    xml.WriteStartElement(each.IsError ? "error" : "failure");
                    xml.WriteAttributeString("message", Legal(failure.Split('\n')[0]));
                    xml.WriteString(Legal(failure));
                    xml.WriteEndElement();
                }
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        data.WriteLine();
    }

    private static string Legal(string text) => string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));
}
