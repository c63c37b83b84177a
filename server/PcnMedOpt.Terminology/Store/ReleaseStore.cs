using System.Collections.Immutable;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Dmd;
using PcnMedOpt.Terminology.EmisMap;
using PcnMedOpt.Terminology.Pcd;
using PcnMedOpt.Terminology.Search;

namespace PcnMedOpt.Terminology.Store;

/// <summary>
/// A release in a store. Inside, a concept is an *ordinal*: its place among all identifiers in order, so that ordinals sort as identifiers do.
/// Ordinals hold for one store only. Lists that are returned as spans lie in the mapped file, ascend, and must not be kept.
/// </summary>
public sealed partial class ReleaseStore : ITerminology, IDisposable
{
    private readonly StoreFile file;
    private readonly StoreColumn<long> ids;
    private readonly StoreColumn<int> idTable;
    private readonly StoreColumn<byte> flags;
    private readonly StoreColumn<ushort> conceptModules;
    private readonly StoreColumn<byte> statuses;
    private readonly StoreColumn<int> conceptTimes;
    private readonly StoreColumn<int> preferredTerms;
    private readonly StoreColumn<int> fullNames;
    private readonly StoreColumn<long> modules;
    private readonly StoreColumn<long> statusIds;
    private readonly StoreLists<int> parents;
    private readonly StoreLists<int> children;
    private readonly StoreLists<int> ancestors;
    private readonly StoreColumn<int> largeHierarchies;
    private readonly StoreColumn<ulong> largeHierarchyBits;
    private readonly StoreLists<AttributeRow> attributes;
    private readonly StoreLists<InboundRow> inbound;
    private readonly StoreTexts concreteValues;
    private readonly StoreColumn<long> refsetIds;
    private readonly StoreColumn<byte> refsetKinds;
    private readonly StoreLists<int> members;
    private readonly StoreLists<int> refsetsOf;
    private readonly StoreColumn<int> memberTimes;
    private readonly StoreColumn<ushort> memberModules;
    private readonly StoreLists<RefsetRow> refsetRows;
    private readonly StoreTexts mapTargets;
    private readonly StoreLists<AssociationRow> associations;
    private readonly StoreLists<AssociationRow> associationsTo;

    private ReleaseStore(StoreFile file)
    {
        this.file = file;
        ids = file.Column<long>(StoreNames.ConceptIds);
        idTable = file.Column<int>(StoreNames.ConceptTable);
        flags = file.Column<byte>(StoreNames.ConceptFlags);
        conceptModules = file.Column<ushort>(StoreNames.ConceptModules);
        statuses = file.Column<byte>(StoreNames.ConceptStatuses);
        conceptTimes = file.Column<int>(StoreNames.ConceptTimes);
        preferredTerms = file.Column<int>(StoreNames.ConceptTerms);
        fullNames = file.Column<int>(StoreNames.ConceptFullNames);
        modules = file.Column<long>(StoreNames.Modules);
        statusIds = file.Column<long>(StoreNames.Statuses);
        parents = file.Lists<int>(StoreNames.Parents);
        children = file.Lists<int>(StoreNames.Children);
        ancestors = file.Lists<int>(StoreNames.Ancestors);
        largeHierarchies = file.Column<int>(StoreNames.LargeHierarchies);
        largeHierarchyBits = file.Column<ulong>(StoreNames.LargeHierarchyBits);
        attributes = file.Lists<AttributeRow>(StoreNames.Attributes);
        inbound = file.Lists<InboundRow>(StoreNames.Inbound);
        concreteValues = file.Texts(StoreNames.ConcreteValues);
        refsetIds = file.Column<long>(StoreNames.RefsetIds);
        refsetKinds = file.Column<byte>(StoreNames.RefsetKinds);
        members = file.Lists<int>(StoreNames.Members);
        refsetsOf = file.Lists<int>(StoreNames.RefsetsOf);
        memberTimes = file.Column<int>(StoreNames.MemberTimes);
        memberModules = file.Column<ushort>(StoreNames.MemberModules);
        refsetRows = file.Lists<RefsetRow>(StoreNames.RefsetRows);
        mapTargets = file.Texts(StoreNames.MapTargets);
        associations = file.Lists<AssociationRow>(StoreNames.Associations);
        associationsTo = file.Lists<AssociationRow>(StoreNames.AssociationsTo);
        descriptions = new DescriptionColumns(file);
        search = new TermSearch(this, file);
        dmd = new DmdSections(file);
        clusters = new ClusterSections(file);
        emis = new EmisMapSections(file);
        Release = ReleaseText.Read(file.Texts(StoreNames.Release), file.Hash);
        refsets = new Lazy<ImmutableArray<RefsetEntry>>(MakeRefsets);
    }

    public ReleaseInfo Release { get; }

    /// <summary>The file that the release lies in, for sections that other parts of a release have added.</summary>
    public StoreFile File => file;

    /// <summary>Opens a store, and checks that it is whole.</summary>
    /// <exception cref="StoreException">It is no store, damaged, or of another version.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ReleaseStore Open(string path)
    {
        var file = StoreFile.Open(path);
        try
        {
            return new ReleaseStore(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What a store says of itself; only this much of it is read and checked.</summary>
    /// <inheritdoc cref="Open"/>
    public static ReleaseInfo InfoOf(string path)
    {
        using var file = StoreFile.OpenOnly(path, StoreNames.Release, StoreNames.Release + StoreFile.Starts);
        return ReleaseText.Read(file.Texts(StoreNames.Release), file.Hash);
    }

    /// <summary>Closes the file. Nothing that was asked may be running, and nothing may be asked afterwards.</summary>
    public void Dispose() => file.Dispose();
}
