using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Terminology.Store;

/// <summary>Descriptions by ordinal. Ordinals of descriptions ascend as search ranks them: active, preferred, shorter.</summary>
public sealed partial class ReleaseStore
{
    private readonly DescriptionColumns descriptions;

    /// <summary>How many descriptions there are, text definitions and retired ones included.</summary>
    public int DescriptionCount => descriptions.Ids.Count;

    /// <summary>The language reference sets, ascending; one is spoken of by its place in it.</summary>
    public ReadOnlySpan<long> Dialects => descriptions.DialectIds.Span;

    /// <summary>The descriptions of a concept: active before retired, the preferred first, then other synonyms, full names, definitions.</summary>
    public ReadOnlySpan<int> DescriptionsOf(int ordinal) => descriptions.OfConcept[ordinal];

    /// <summary>The ordinal of a description; -1 where the store does not know its identifier.</summary>
    public int DescriptionOf(long id) => IdTable.Find(descriptions.Table.Span, descriptions.Ids.Span, id);

    /// <summary>Its identifier; 0 where it is the name of an entry of dm+d that has no description.</summary>
    public long DescriptionId(int description) => descriptions.Ids[description];

    /// <summary>The ordinal of its concept.</summary>
    public int ConceptOf(int description) => descriptions.Concepts[description];

    public bool IsDescriptionActive(int description) => descriptions.Active[description] != 0;

    /// <summary>900000000000003001 for a fully specified name, 900000000000013009 for a synonym, 900000000000550004 for a definition.</summary>
    public long DescriptionType(int description) => descriptions.TypeIds[descriptions.Types[description]];

    public long CaseSignificance(int description) => descriptions.CaseIds[descriptions.Cases[description]];

    /// <summary>The code of its language, such as <c>en</c>.</summary>
    public string Language(int description) => descriptions.LanguageCodes[descriptions.Languages[description]];

    public long DescriptionModule(int description) => modules[descriptions.Modules[description]];

    /// <summary>The day of its latest row as a number, such as 20260311; 0 where it has no possible one.</summary>
    public int DescriptionTime(int description) => descriptions.Times[description];

    public string Term(int description) => descriptions.Terms[description];

    /// <summary>Its term in UTF-8.</summary>
    public ReadOnlySpan<byte> TermBytes(int description) => descriptions.Terms.Bytes(description);

    /// <summary>What each language reference set says of it, by active rows.</summary>
    public ReadOnlySpan<DialectRow> DialectsOf(int description) => descriptions.Dialects[description];

    /// <summary>How the language reference sets of the UK take it, or, in a release without them, the others.</summary>
    public Acceptability ShownAs(int description) => (Acceptability)descriptions.Shown[description];

    /// <summary>The term of a concept that is shown: the description's ordinal, -1 where it has none.</summary>
    public int PreferredTerm(int ordinal) => preferredTerms[ordinal];

    /// <summary>The fully specified name of a concept: the description's ordinal, -1 where it has none.</summary>
    public int FullName(int ordinal) => fullNames[ordinal];
}
