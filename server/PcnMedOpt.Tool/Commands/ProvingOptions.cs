using System.CommandLine;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Commands;

internal enum ProofKind
{
    Coverage,
}

/// <summary>What is asked beside running the examples.</summary>
/// <param name="Kind">What is to be shown.</param>
/// <param name="AsJson">On standard output as JSON, else as text.</param>
/// <param name="Html">A page that is written too; null for none.</param>
internal sealed record ChosenProof(ProofKind Kind, bool AsJson, string? Html);

/// <summary>The options of <c>medopt test</c> that ask what the examples show.</summary>
internal sealed class ProvingOptions
{
    private readonly Option<bool> coverage = new("--coverage")
    {
        Description = "Which criteria no example shows true and deciding, and false and deciding, with a patient to paste for each; of procedures also phases, bands and boundary days.",
    };

    public IEnumerable<Option> All => [coverage];

    /// <exception cref="UsageException">Two are asked for.</exception>
    public ChosenProof? Of(ParseResult parsed, bool asJson) => parsed.GetValue(coverage) ? new ChosenProof(ProofKind.Coverage, asJson, null) : null;
}
