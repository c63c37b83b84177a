using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using PcnMedOpt.Core.Semantics.Pinning;

namespace PcnMedOpt.Tool.Project;

/// <summary>Writes <c>medopt.lock</c>: sorted, one line for each declaration and code, so that a change of it can be read as a difference.</summary>
public static class LockText
{
    /// <summary>The notices that content of SNOMED CT and of dm+d is to carry: the wording of the agreement, and of the Open Government Licence v3.0.</summary>
    private static readonly string[] Notice =
    [
        "It holds the codes that this project names, and what they stand for. It is no release, and no substitute for one.",
        "This artefact includes content from SNOMED Clinical Terms(R) (SNOMED CT(R)) which is copyright of the International Health Terminology Standards Development Organisation (IHTSDO). "
            + "Implementers of these artefacts must have the appropriate SNOMED CT Affiliate license - for more information contact http://www.snomed.org/snomed-ct/get-snomed-ct or info@snomed.org.",
        "dm+d: Contains public sector information licensed under the Open Government Licence v3.0.",
    ];

    public static string Of(TerminologyLock pinned)
    {
        var text = new StringBuilder("{\n");
        text.Append("  \"notice\": [\n").AppendJoin(",\n", Notice.Select(n => "    " + Quoted(n))).Append("\n  ],\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"version\": {LockFile.Version},\n  \"release\": {Quoted(pinned.Release)},\n  \"hash\": {Quoted(pinned.Hash)},\n");
        if (pinned.Date is { } date) text.Append(CultureInfo.InvariantCulture, $"  \"date\": \"{date:yyyy-MM-dd}\",\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"locked\": \"{pinned.Locked:yyyy-MM-dd}\",\n  \"declarations\": {{");
        text.Append(pinned.Sets.IsEmpty ? "" : "\n").AppendJoin(",\n", pinned.Sets.Values.Select(Set)).Append(pinned.Sets.IsEmpty ? "}" : "\n  }");
        return text.Append("\n}\n").ToString();
    }

    private static string Set(PinnedSet set)
    {
        var lacks = set.Lacks.IsEmpty ? "" : $"      \"lacks\": {{{string.Join(", ", set.Lacks.Select(l => $"{Quoted(l.Why)}: {Quoted(l.Reason)}"))}}},\n";
        var codes = set.Codes.IsEmpty ? "[]" : $"[\n{string.Join(",\n", set.Codes.Select(c => "        " + Code(c)))}\n      ]";
        return $"    {Quoted(set.Name)}: {{\n      \"text\": {Quoted(set.Text)},\n{lacks}      \"codes\": {codes}\n    }}";
    }

    private static string Code(PinnedCode code)
    {
        var fields = new List<string> { $"\"id\": \"{Digits(code.Id)}\"", $"\"term\": {Quoted(code.Term)}", $"\"why\": [{string.Join(", ", code.Why.Select(Quoted))}]" };
        if (code.Status != CodeStatus.Active) fields.Add($"\"status\": {Quoted(char.ToLowerInvariant(code.Status.ToString()[0]) + code.Status.ToString()[1..])}");
        if (code.Tag is { } tag) fields.Add($"\"tag\": {Quoted(tag)}");
        if (code.Level is { } level) fields.Add($"\"level\": \"{level.ToString().ToLowerInvariant()}\"");
        if (code.Cluster is { } cluster) fields.Add($"\"cluster\": {Quoted(cluster)}");
        if (code.Closest is { } closest) fields.Add($"\"closest\": {Quoted(closest)}");
        if (!code.Successors.IsEmpty) fields.Add($"\"successors\": [{string.Join(", ", code.Successors.Select(s => $"{{\"id\": \"{Digits(s.Id)}\", \"term\": {Quoted(s.Term)}, \"how\": {Quoted(s.How)}}}"))}]");
        if (code.Emis is { } emis)
        {
            fields.Add($"\"emis\": [{string.Join(", ", emis.Codes.Select(e => $"{{\"id\": \"{Digits(e.Id)}\", \"term\": {Quoted(e.Term)}}}"))}]");
            fields.Add($"\"emisBy\": \"{emis.Source.ToString().ToLowerInvariant()}\"");
        }
        return $"{{{string.Join(", ", fields)}}}";
    }

    private static string Digits(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string text) => JsonConvert.ToString(text);
}
