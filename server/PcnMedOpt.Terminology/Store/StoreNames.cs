namespace PcnMedOpt.Terminology.Store;

/// <summary>The names of the sections that a release is made of; those of dm+d, clusters and EMIS codes stand with their readers.</summary>
internal static class StoreNames
{
    public const string Release = "release";

    public const string ConceptIds = "concept.ids";
    public const string ConceptTable = "concept.table";
    public const string ConceptFlags = "concept.flags";
    public const string ConceptModules = "concept.modules";
    public const string ConceptStatuses = "concept.statuses";
    public const string ConceptTimes = "concept.times";
    public const string ConceptTerms = "concept.terms";
    public const string ConceptFullNames = "concept.fullNames";
    public const string Modules = "modules";
    public const string Statuses = "statuses";

    public const string Parents = "isA.parents";
    public const string Children = "isA.children";
    public const string Ancestors = "isA.ancestors";

    public const string LargeHierarchies = "isA.large";
    public const string LargeHierarchyBits = "isA.large.below";

    public const string Attributes = "attributes";
    public const string Inbound = "attributes.inbound";
    public const string ConcreteValues = "attributes.values";

    public const string RefsetIds = "refset.ids";
    public const string RefsetKinds = "refset.kinds";
    public const string Members = "refset.members";
    public const string MemberTimes = "refset.members.times";
    public const string MemberModules = "refset.members.modules";
    public const string RefsetRows = "refset.rows";
    public const string MapTargets = "refset.mapTargets";
    public const string RefsetsOf = "refset.of";
    public const string Associations = "associations";
    public const string AssociationsTo = "associations.to";

    public const string DescriptionIds = "description.ids";
    public const string DescriptionTable = "description.table";
    public const string DescriptionConcepts = "description.concepts";
    public const string DescriptionActive = "description.active";
    public const string DescriptionTypes = "description.types";
    public const string DescriptionCases = "description.cases";
    public const string DescriptionLanguages = "description.languages";
    public const string DescriptionModules = "description.modules";
    public const string DescriptionTimes = "description.times";
    public const string DescriptionTerms = "description.terms";
    public const string DescriptionShown = "description.shown";
    public const string DescriptionDialects = "description.dialects";
    public const string DescriptionsOf = "description.of";
    public const string Types = "types";
    public const string Cases = "cases";
    public const string Languages = "languages";
    public const string Dialects = "dialects";

    public const string Words = "search.words";
    public const string Postings = "search.postings";
    public const string WordsOf = "search.wordsOf";
    public const string ByText = "search.byText";
}
