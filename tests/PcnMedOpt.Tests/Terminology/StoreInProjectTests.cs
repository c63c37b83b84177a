using System.Globalization;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Emit.Emis.Importing;
using PcnMedOpt.Emit.Emis.Reading;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Terminology;

/// <summary>A store as a project uses it: sets stand for what it tells, a lock tells the same, and codes of EMIS are found by their descriptions.</summary>
public sealed class StoreInProjectTests(ImportedRelease release) : IClassFixture<ImportedRelease>
{
    [Fact]
    public void Sets_stand_for_what_the_store_tells_and_the_lock_tells_the_same()
    {
        var store = release.Store;
        var top = Enumerable.Range(0, store.Count).Where(store.IsActive).MaxBy(o => store.Children(o).Length);
        var refset = store.Refsets.MaxBy(r => r.Members)!;
        var retired = Enumerable.Range(0, store.Count).First(o => !store.Associations(o).IsEmpty);
        var substance = Enumerable.Range(0, store.Count).Select(o => store.Dmd(store.IdOf(o))).First(d => d is { Level: DmdLevel.Vtm, Below.Length: > 1 })!;
        var project = TestProject.Of($$"""
            codes below "Below" snomed { << {{store.IdOf(top)}} }
            codes members "Members" snomed { ^ {{refset.Id}} }
            codes past "Past" snomed { {{store.Successors(store.IdOf(retired))[0].Concept}} with history maximum }
            codes products "Products" dmd { {{substance.Id}} }
            """).WithKnowledge(new CodeKnowledge(store, null, false));
        Assert.Equal(store.Descendants(store.IdOf(top)).Length + 1, project.CodeSet("below")!.Codes.Length);
        Assert.Equal(store.Members(refset.Id)!.Value, project.CodeSet("members")!.Codes);
        Assert.Contains(store.IdOf(retired), project.CodeSet("past")!.Codes);
        Assert.Subset(project.CodeSet("products")!.Codes.ToHashSet(), substance.Below.Append(substance.Id).ToHashSet());
        Assert.Empty(project.Diagnostics.Where(d => d.Diagnostic.Kind.Slug is "needs-terminology" or "unknown-code"));
        var (pinned, _) = Locking.Of(project, store, false, TestProject.Today);
        var locked = project.WithKnowledge(new CodeKnowledge(null, LockFile.Read(LockText.Of(pinned)).Lock, true));
        foreach (var set in new[] { "below", "members", "past", "products" }) Assert.Equal(project.CodeSet(set)!.Codes, locked.CodeSet(set)!.Codes);
    }

    [Fact]
    public void A_code_of_EMIS_that_is_a_description_is_found_by_it()
    {
        var concept = release.Store.IdOf(release.Store.Count / 2);
        var find = FindCodes.ByDescription(release.Store);
        foreach (var description in release.Store.Descriptions(concept))
            Assert.Equal(concept, find(new EmisSetValue(description.Id.ToString(CultureInfo.InvariantCulture), "shown", false, false, []))?.Concept);
        Assert.Null(find(new EmisSetValue(concept.ToString(CultureInfo.InvariantCulture), "shown", false, false, [])));
        Assert.Null(find(new EmisSetValue("EMISNQ123", "shown", false, false, [])));
    }
}
