using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Terminology.Store;

/// <summary>The columns of descriptions. A description is its ordinal: its rank in search.</summary>
internal sealed class DescriptionColumns(StoreFile file)
{
    public StoreColumn<long> Ids { get; } = file.Column<long>(StoreNames.DescriptionIds);

    public StoreColumn<int> Table { get; } = file.Column<int>(StoreNames.DescriptionTable);

    public StoreColumn<int> Concepts { get; } = file.Column<int>(StoreNames.DescriptionConcepts);

    public StoreColumn<byte> Active { get; } = file.Column<byte>(StoreNames.DescriptionActive);

    public StoreColumn<byte> Types { get; } = file.Column<byte>(StoreNames.DescriptionTypes);

    public StoreColumn<byte> Cases { get; } = file.Column<byte>(StoreNames.DescriptionCases);

    public StoreColumn<byte> Languages { get; } = file.Column<byte>(StoreNames.DescriptionLanguages);

    public StoreColumn<ushort> Modules { get; } = file.Column<ushort>(StoreNames.DescriptionModules);

    public StoreColumn<int> Times { get; } = file.Column<int>(StoreNames.DescriptionTimes);

    public StoreTexts Terms { get; } = file.Texts(StoreNames.DescriptionTerms);

    /// <summary>How it is taken by the language reference sets that count: <see cref="Acceptability"/>.</summary>
    public StoreColumn<byte> Shown { get; } = file.Column<byte>(StoreNames.DescriptionShown);

    public StoreLists<DialectRow> Dialects { get; } = file.Lists<DialectRow>(StoreNames.DescriptionDialects);

    /// <summary>For each concept its descriptions, in the order in which they are shown.</summary>
    public StoreLists<int> OfConcept { get; } = file.Lists<int>(StoreNames.DescriptionsOf);

    public StoreColumn<long> TypeIds { get; } = file.Column<long>(StoreNames.Types);

    public StoreColumn<long> CaseIds { get; } = file.Column<long>(StoreNames.Cases);

    public StoreTexts LanguageCodes { get; } = file.Texts(StoreNames.Languages);

    public StoreColumn<long> DialectIds { get; } = file.Column<long>(StoreNames.Dialects);
}
