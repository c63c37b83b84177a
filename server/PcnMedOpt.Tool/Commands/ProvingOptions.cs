using System.CommandLine;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Commands;

internal enum ProofKind
{
    Coverage,
    Boundaries,
    Mutants,
}

/// <summary>What is asked beside running the examples.</summary>
/// <param name="Kind">What is to be shown.</param>
/// <param name="AsJson">On standard output as JSON, else as text.</param>
/// <param name="Html">A page that is written too; null for none.</param>
/// <param name="Cohort">The cohort that is looked at, or the procedure with its cohorts; null for all.</param>
internal sealed record ChosenProof(ProofKind Kind, bool AsJson, string? Html, string? Cohort);

/// <summary>The options of <c>medopt test</c> that ask what the examples show.</summary>
internal sealed class ProvingOptions
{
    private readonly Option<bool> coverage = new("--coverage")
    {
        Description = "Which criteria no example shows true and deciding, and false and deciding, with a patient to paste for each; of procedures also phases, bands and boundary days.",
    };

    private readonly Option<bool> boundaries = new("--boundaries")
    {
        Description = "Patients at the boundaries of each criterion and what becomes of them, as a table to sign.",
    };

    private readonly Option<bool> mutate = new("--mutate")
    {
        Description = "Puts easily made mistakes into each criterion and lists those that no example notices, with a patient who would.",
    };

    private readonly Option<string?> html = new("--html") { Description = "With one of these: a page that is written too.", HelpName = "FILE" };

    private readonly Option<string?> cohort = new("--cohort") { Description = "With one of these: one cohort, or one procedure with its cohorts.", HelpName = "NAME" };

    public IEnumerable<Option> All => [coverage, boundaries, mutate, html, cohort];

    /// <exception cref="UsageException">Two are asked for, or a page or cohort of none.</exception>
    public ChosenProof? Of(ParseResult parsed, bool asJson)
    {
        var kinds = new[] { (coverage, ProofKind.Coverage), (boundaries, ProofKind.Boundaries), (mutate, ProofKind.Mutants) }.Where(k => parsed.GetValue(k.Item1)).Select(k => k.Item2).ToList();
        var (page, name) = (parsed.GetValue(html), parsed.GetValue(cohort));
        if (kinds.Count > 1) throw new UsageException("Take one of --coverage, --boundaries and --mutate at a time.");
        if (kinds.Count == 0 && (page is not null || name is not null)) throw new UsageException("--html and --cohort go with --coverage, --boundaries or --mutate.");
        return kinds.Count == 0 ? null : new ChosenProof(kinds[0], asJson, page, name);
    }
}
