using System.Globalization;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>
/// An "except" that takes nothing out: the code is another one than was meant, or what was to be taken out has gone already. It is said only where all
/// of the set is known.
/// </summary>
public sealed class ExceptsNothing : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2143", "excepts-nothing", Severity.Warning, "An except takes nothing out");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Facts.Codes is not { IsEmpty: false } set || (set.Excepted.IsEmpty && set.ExceptedSets.IsEmpty)) yield break;
        if (declaration.BeforeExcept() is not { NeedsRelease: false, Awaiting: null } before) yield break;
        foreach (var except in set.Excepted)
            if (CodesOf(set.System, except, declaration.Pinned) is { } codes && !codes.Any(before.Contains))
                yield return About(except.Span, set.Name, except.Code.Text);
        foreach (var name in set.ExceptedSets)
            if (declaration.CodeSet(name.Name) is { NeedsRelease: false, Awaiting: null } other && !other.Codes.Any(before.Contains))
                yield return About(name.Span, set.Name, $"'{name.Name}'");
    }

    /// <summary>What an except stands for; null where that is not known.</summary>
    private static IEnumerable<long>? CodesOf(CodeSystem system, CodeEntry except, PinnedSet? pinned)
    {
        if (except.Code.Id is not { } id) return null;
        long[] own = except.Mark is CodeMark.Members or CodeMark.Descendants ? [] : [id];
        if (CodeSetResolver.PartOf(system, except) is not { } part) return own;
        return pinned?.Of(PinnedWhy.Of(part)) is { } codes ? own.Concat(codes.Select(c => c.Id)) : null;
    }

    private Diagnostic About(TextSpan span, string set, string what) => Kind.At(
        span, string.Create(CultureInfo.InvariantCulture, $"'{set}' holds nothing of {what}, so that there is nothing to take out."), "Make sure that it is the one that is meant, or remove the line.");
}
