using System.Collections.Immutable;
using System.Text;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Importing;

/// <summary>A code set of the protocol, as text; the identifiers of which it is certainly made are kept, where it is made of nothing else.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its declaration.</param>
/// <param name="Certain">All of its codes, or null where some stand for others too, or are not known.</param>
internal sealed record ImportedSet(string Name, string Text, ImmutableHashSet<long>? Certain);

/// <summary>Writes one value set of EMIS as a code set of the language.</summary>
internal static class ImportedSetText
{
    /// <summary>Value sets in which EMIS codes stand. Of other systems the codes are kept as they are, and not read.</summary>
    private const string EmisCodes = "SNOMED_CONCEPT";

    public static ImportedSet Of(string name, string title, CodeSystem system, EmisValueSet set, FindCode find, ImportFindings findings)
    {
        var lines = new List<string>();
        var unknown = new List<EmisSetValue>();
        var certain = ImmutableHashSet.CreateBuilder<long>();
        var isCertain = set.CodeSystem == EmisCodes;
        var written = new HashSet<string>(StringComparer.Ordinal);
        var cluster = set.Values is [{ IsRefset: true }] && set.Description is { Length: > 0 } described && !described.Any(char.IsWhiteSpace) ? $" cluster {Strings.Quoted(described)}" : "";
        foreach (var value in set.Values) Value(value);
        if (unknown.Count > 0)
        {
            lines.Add($"awaiting {Strings.Quoted($"{unknown.Count} of {set.Values.Length} codes of EMIS are not known: {string.Join(", ", unknown.Take(3).Select(Shown))}{(unknown.Count > 3 ? ", …" : "")}")}");
            findings.Add(ImportFindingKind.UnknownCode, set.Place, $"The code set '{name}' awaits {unknown.Count} of {set.Values.Length} codes: {string.Join(", ", unknown.Take(3).Select(Shown))}{(unknown.Count > 3 ? " and others" : "")}.");
        }
        else if (lines.Count == 0) lines.Add($"awaiting {Strings.Quoted("the value set of EMIS is empty")}");
        var word = system == CodeSystem.Dmd ? "dmd" : "snomed";
        return new ImportedSet(name, $"codes {name} {Strings.Quoted(title)} {word} {{\n{string.Join('\n', lines)}\n}}\n", isCertain && unknown.Count == 0 ? certain.ToImmutable() : null);

        void Value(EmisSetValue value)
        {
            if (value.IsRefset && system == CodeSystem.Snomed && IsConcept(value.Value))
            {
                isCertain = false;
                if (written.Add("^" + value.Value)) lines.Add($"^ {value.Value} {Strings.TermOf(value.DisplayName ?? "")}{cluster}");
            }
            else if (!value.IsRefset && set.CodeSystem == EmisCodes && find(value) is { } found && value.Exceptions.All(e => !e.IsRefset && find(e) is not null))
            {
                isCertain &= !value.IncludeChildren;
                certain.Add(found.Concept);
                var mark = (system, value.IncludeChildren) switch { (CodeSystem.Dmd, true) => "", (CodeSystem.Dmd, false) => "only ", (_, true) => "<< ", _ => "" };
                if (written.Add($"{mark}{found.Concept}")) lines.Add($"{mark}{found.Concept} {Strings.TermOf(found.Term ?? value.DisplayName ?? "")}");
                foreach (var exception in value.Exceptions)
                    if (find(exception) is { } left && written.Add($"except {left.Concept}"))
                        lines.Add($"except {(exception.IncludeChildren && system == CodeSystem.Snomed ? "<< " : "")}{left.Concept} {Strings.TermOf(left.Term ?? exception.DisplayName ?? "")}");
            }
            else
            {
                unknown.Add(value);
                lines.Add($"// {Comment(value)}");
            }
        }

        string Comment(EmisSetValue value) => new StringBuilder(set.CodeSystem == EmisCodes ? "EMIS code " : $"{set.CodeSystem} ").Append(Shown(value))
            .Append(value.IsRefset ? ", a reference set" : "").Append(value.IncludeChildren ? ", with what is below it" : "")
            .Append(value.Exceptions.IsEmpty ? "" : $", except {string.Join(", ", value.Exceptions.Select(Shown))}").ToString();
    }

    private static bool IsConcept(string id) => Sctid.Check(id) == SctidProblem.None && Sctid.KindOf(id) == ComponentKind.Concept;

    private static string Shown(EmisSetValue value) => $"{Strings.TermOf(value.Value).Trim('|')} {Strings.TermOf(value.DisplayName ?? "")}".TrimEnd();
}
