using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Spec;

/// <summary>
/// What a specification says of the EMIS codes that a terminology release gave: each of them with its source, what is not known of them, and which
/// reference set could stand in the place of a set. Of a set that the project's own map gives all codes nothing is said.
/// </summary>
internal static class EmisCodeNotes
{
    /// <summary>The namespace of the UK Primary Care reference sets: exports of EMIS show no reference set of another.</summary>
    private const string PrimaryCare = "1000230";

    private const string Unknown =
        "Codes that no EMIS code map has are written as descriptions of SNOMED CT, the preferred term of the UK first. Exports of EMIS show such codes; "
        + "whether EMIS carries each of these, and whether it finds what was recorded with another term of the concept, is not known. "
        + "Compare the number of patients with that of a search built by hand before this one is used.";

    public static ImmutableArray<CodeSetView> Add(ImmutableArray<CodeSetView> views, PageContents contents, EmisValues values) =>
        [.. views.Select(v => contents.Project.CodeSet(v.Name) is { } set ? Add(v, set, values) : v)];

    public static string Called(EmisOrigin origin) => origin switch
    {
        EmisOrigin.ProjectMap => "EMIS code map",
        EmisOrigin.ReleaseMap => "EMIS code map of the terminology release",
        _ => "SNOMED CT descriptions",
    };

    private static CodeSetView Add(CodeSetView view, ResolvedCodeSet set, EmisValues values)
    {
        var choices = values.Choices(set);
        var written = values.Of(set).ByHand is null && choices.Any(c => c.Origin != EmisOrigin.ProjectMap);
        return view with
        {
            Emis = written ? [.. choices.SelectMany(c => c.Codes.Select(e => View(set, c, e)))] : [],
            Notes = [.. view.Notes, .. set.SameMembers.Select(Offer), .. written && choices.Any(c => c.Origin == EmisOrigin.Description) ? [Unknown] : Array.Empty<string>()],
        };
    }

    private static EmisCodeView View(ResolvedCodeSet set, EmisChoice choice, EmisCode code)
    {
        var digits = Digits(choice.Code);
        var source = choice.Origin == EmisOrigin.Description ? "a description of SNOMED CT" : $"by the {Called(choice.Origin)}";
        return new EmisCodeView(code.Id, code.Term, set.TermOf(choice.Code) is { Length: > 0 } term ? $"{digits} {term}" : digits, source);
    }

    private static string Offer(PinnedCode refset)
    {
        var id = Digits(refset.Id);
        var named = string.Join(", ", new[] { refset.Term, refset.Cluster }.Where(t => !string.IsNullOrEmpty(t)));
        var known = Core.Semantics.Sctid.NamespaceOf(id) == PrimaryCare ? "EMIS would take it by its identifier, and keep it as its own release has it" : "whether EMIS holds it is not known";
        return $"In the terminology release that the project was checked with it has exactly the members of the reference set {id}{(named.Length > 0 ? $" ({named})" : "")}. It could be written as ^ {id}: {known}.";
    }

    private static string Digits(long code) => code.ToString(CultureInfo.InvariantCulture);
}
