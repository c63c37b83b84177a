using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core;

/// <summary>What rules about the project see: names, facts, and the models of cohorts and measures, which are kept between edits.</summary>
public sealed class ProjectIndex(Compilation compilation)
{
    public ProjectNames Names => compilation.Names;

    public Scope Scope => compilation.Scope;

    public DateOnly Today => compilation.Today;

    public ProjectSettings Settings => compilation.Settings;

    public IEnumerable<SourceFile> Files => compilation.Files.Values;

    public IEnumerable<PlacedDeclaration> Declarations => Files.SelectMany(f => f.Declarations);

    /// <summary>What rules keep that follows from names and their uses alone.</summary>
    public NameGraph Graph => compilation.Graph;

    /// <summary>Some declaration other than itself refers to the name, or seems to.</summary>
    public bool IsUsed(string name) => Graph.Keep("used", AllUses).Contains(name);

    /// <summary>The model of a declaration whose text could be read, such as a cohort; null for code sets, parameters and protocols.</summary>
    public object? Model(PlacedDeclaration declaration) => declaration.Facts.IsDamaged ? null : compilation.ModelOf(declaration);

    public Cohort? Cohort(string name) => compilation.Cohort(name);

    /// <summary>The cohorts that a procedure declares; null for a document and for what is no procedure.</summary>
    public DerivedCohorts? CohortsOf(string sop) => compilation.CohortsOf(sop);

    public Measure? Measure(string name) => compilation.Model<Measure>(name);

    public Pack? Pack(string name) => compilation.Model<Pack>(name);

    public Example? Example(PlacedDeclaration declaration) => compilation.ModelOf(declaration) as Example;

    /// <summary>A test of the declaration is built by hand in some system.</summary>
    public bool IsBuiltByHand(PlacedDeclaration declaration) => compilation.MeaningOf(declaration).IsBuiltByHand;

    public ResolvedCodeSet? CodeSet(string name) => compilation.CodeSet(name);

    /// <summary>The codes of a file that a code set takes in, or null when it is not there.</summary>
    public CodeList? List(ListReference reference) => compilation.List(reference);

    /// <summary>Every good identifier that the project's code sets and lists name, in order. Worked out when asked for.</summary>
    public ImmutableArray<long> KnownCodes => compilation.KnownCodes;

    /// <summary>A name that nothing declares counts as the ones that it probably stands for, so that a slip of the pen is one mistake.</summary>
    private HashSet<string> AllUses()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in Files.SelectMany(f => f.UsedNames))
            if (use.IsNeeded && Names.Find(use.Name) is null) names.UnionWith(CloseWords.Near(use.Name, Names.All));
            else if (!use.IsOwn) names.Add(use.Name);
        return names;
    }
}
