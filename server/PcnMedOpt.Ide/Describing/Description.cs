using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Explaining;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Describing;

/// <summary>What a declaration is and means.</summary>
/// <param name="Name">Its name, also <c>methotrexate_monitoring.overdue</c>; null for an example.</param>
/// <param name="Title">Its title, or its name where it has none.</param>
/// <param name="Noun">"cohort", "code set".</param>
/// <param name="Text">The /// lines before it (Markdown); null for none.</param>
/// <param name="Protocol">The protocol that it belongs to, its version, status and review; null where its file has none.</param>
/// <param name="Lines">Its meaning in plain English.</param>
public sealed record Description(string? Name, string Title, string Noun, string? Text, string? Protocol, ImmutableArray<ExplainedLine> Lines)
{
    public static Description Of(Compilation compilation, PlacedDeclaration declaration)
    {
        var facts = declaration.Facts;
        return new Description(
            facts.Name,
            facts.Title ?? facts.Name ?? "",
            facts.Kind.Noun(),
            facts.Description,
            declaration.File.Protocol is { } header ? HeaderLines.Sentence(header, compilation.Today) : null,
            [.. DescriptionLines.Of(compilation, declaration)]);
    }

    /// <summary>A cohort that a procedure declares; null where there is none of that name.</summary>
    public static Description? OfDerived(Compilation compilation, string name)
    {
        var sop = name[..Math.Max(name.IndexOf('.', StringComparison.Ordinal), 0)];
        if (compilation.Cohort(name) is not { } cohort || compilation.Names.Find(sop) is not { } declaration || compilation.CohortsOf(sop) is not { } cohorts) return null;
        return new Description(
            name,
            cohort.Title,
            "cohort of a procedure",
            null,
            declaration.File.Protocol is { } header ? HeaderLines.Sentence(header, compilation.Today) : null,
            [
                .. Explanation.Of(cohort, null, ProjectWords.English(compilation)),
                new ExplainedLine(0, "What is approximated:"),
                .. Approximations.PlainLines(cohorts.Monitoring).Select(l => new ExplainedLine(1, l)),
            ]);
    }

    /// <summary>The lines that explain a stretch of the declaration's slice.</summary>
    public IEnumerable<ExplainedLine> Within(TextSpan span) => Lines.Where(l => l.Span is { Length: > 0 } at && at.Start >= span.Start && at.End <= span.End);
}
