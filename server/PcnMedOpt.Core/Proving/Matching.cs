using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Proving;

/// <summary>Which lines of an example's patient are of a code set.</summary>
internal sealed class Matching(ProjectModel project)
{
    public bool IsOf(ExampleRecord record, ImmutableArray<string> sets, Happened how) => record switch
    {
        SetEvent set => (set.How & how) != 0 && Has(record, sets),
        CodeEvent code => (code.How & how) != 0 && Has(record, sets),
        _ => false,
    };

    public bool Has(ExampleRecord record, ImmutableArray<string> sets) => CodeOf(record) is { } member && sets.Any(s => project.CodeSet(s)?.ContainsInExample(member) == true);

    public ExampleRecord? Latest(ExamplePatient patient, ImmutableArray<string> sets, Happened how) =>
        patient.Records.Where(r => IsOf(r, sets, how)).OrderBy(ExampleText.DayOf).LastOrDefault();

    /// <summary>A code of the same system that a set does not have: one that it leaves out, else one of another set of the project.</summary>
    public (long Code, string? Term)? OtherCode(string set, SearchSpace space)
    {
        if (project.CodeSet(set) is not { } own) return null;
        if (own.Carved.FirstOrDefault(c => c > 0 && !own.Contains(c)) is > 0 and var carved) return (carved, own.TermOf(carved));
        foreach (var other in (own.System == CodeSystem.Dmd ? space.Medicines : space.Findings).Select(project.CodeSet).OfType<ResolvedCodeSet>())
            if (other.Codes.FirstOrDefault(c => c > 0 && !own.ContainsInExample(c)) is > 0 and var code) return (code, other.TermOf(code));
        return null;
    }

    private long? CodeOf(ExampleRecord record) => record switch
    {
        SetEvent set => project.CodeSet(set.Set)?.Representative,
        SetOnRepeat set => project.CodeSet(set.Set)?.Representative,
        CodeEvent written => written.Code,
        CodeOnRepeat written => written.Code,
        _ => null,
    };
}
