using System.Collections.Concurrent;
using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Rules;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core;

/// <summary>
/// A project as it stands: texts, settings, targets and a day, and what follows from them. It never changes; an edit makes another, which
/// shares all that the edit does not touch. The five stages: <see cref="SourceFile"/> cuts a file into slices; <see cref="Declared"/> reads a
/// slice's facts; <see cref="ProjectNames"/> joins them; <see cref="Meaning"/> binds a declaration and judges it; the project's rules judge how
/// declarations fit together.
/// </summary>
public sealed class Compilation
{
    private const int Many = 64;

    private readonly Lazy<ProjectNames> names;
    private readonly Lazy<CodeSets> codeSets;
    private readonly Lazy<ProjectReport> report;
    private readonly Lazy<LineMap> settingsLines;
    private readonly Parameters parameters;
    private readonly EditStep? step;
    private readonly object identity = new();
    private readonly ConcurrentDictionary<string, Cohort?> derived = new(StringComparer.Ordinal);

    private Compilation(
        ImmutableSortedDictionary<string, SourceFile> files,
        ImmutableDictionary<string, string?> lists,
        ProjectSettings settings,
        ImmutableArray<ITarget> targets,
        DateOnly today,
        CodeKnowledge knowledge,
        NameGraph? graph = null,
        EditStep? step = null)
    {
        Knowledge = knowledge;
        Files = files;
        Graph = graph ?? new NameGraph();
        this.step = step;
        Lists = lists;
        Settings = settings;
        Targets = targets;
        Today = today;
        names = new Lazy<ProjectNames>(() => new ProjectNames(files.Values));
        codeSets = new Lazy<CodeSets>(() => new CodeSets(this));
        report = new Lazy<ProjectReport>(() => Reporting.Of(this));
        settingsLines = new Lazy<LineMap>(() => new LineMap(settings.Text));
        parameters = new Parameters(this);
    }

    /// <summary>The .medopt files by path, in order.</summary>
    public ImmutableSortedDictionary<string, SourceFile> Files { get; }

    /// <summary>The texts of the code lists that are wanted; null for one that is not there.</summary>
    public ImmutableDictionary<string, string?> Lists { get; }

    public ProjectSettings Settings { get; }

    public ImmutableArray<ITarget> Targets { get; }

    public DateOnly Today { get; }

    /// <summary>What is known of codes: by the project's lock, by a release.</summary>
    public CodeKnowledge Knowledge { get; }

    public ProjectNames Names => names.Value;

    public Scope Scope => parameters.Scope;

    /// <summary>What follows from names and their uses alone.</summary>
    internal NameGraph Graph { get; }

    internal LineMap SettingsLines => settingsLines.Value;

    /// <summary>All findings, silenced ones left out, by file and place.</summary>
    public ImmutableArray<LocatedDiagnostic> Diagnostics => report.Value.All;

    /// <summary>The findings that are shown in a file of the project: a source, a code list, the settings.</summary>
    public ImmutableArray<LocatedDiagnostic> DiagnosticsOf(string path) => report.Value.Of(path);

    /// <summary>Looks at all of the project, so that asking for findings costs nothing.</summary>
    public void Judge() => _ = report.Value;

    /// <summary>The findings are known: asking for them costs nothing.</summary>
    public bool IsJudged => report.IsValueCreated;

    /// <summary>
    /// What reading a file, its declarations and the names that they use finds, without what is found by looking at the whole project. It needs no
    /// more than the names of the other files, so that the first answer about a file need not wait for a large project.
    /// </summary>
    public ImmutableArray<LocatedDiagnostic> FirstDiagnosticsOf(string path) => Reporting.First(this, path);

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>The paths of files that declarations name, as they are written: what a loader has to read. None leaves the project.</summary>
    public IEnumerable<string> Wanted
    {
        get
        {
            ReadFacts();
            return Files.Values.SelectMany(f => f.Declarations).SelectMany(d => d.Facts.Codes?.Lists ?? [])
                .Select(l => l.Path).Where(ListPath.StaysInside).Distinct(StringComparer.Ordinal);
        }
    }

    public ImmutableArray<long> KnownCodes => codeSets.Value.Known;

    public static Compilation Of(
        IEnumerable<KeyValuePair<string, string>> files,
        ProjectSettings settings,
        DateOnly today,
        IEnumerable<KeyValuePair<string, string?>>? lists = null,
        ImmutableArray<ITarget> targets = default,
        CodeKnowledge? knowledge = null) => new(
            files.AsParallel().Select(f => SourceFile.From(f.Key, f.Value)).AsSequential().ToImmutableSortedDictionary(f => f.Path, f => f, StringComparer.Ordinal),
            (lists ?? []).ToImmutableDictionary(StringComparer.Ordinal),
            settings,
            targets.IsDefault ? [] : targets,
            today,
            knowledge ?? CodeKnowledge.None);

    public Compilation WithFile(string path, string text) => !Files.TryGetValue(path, out var file)
        ? WithFile(SourceFile.From(path, text))
        : file.Text == text ? this : WithFile(file.With(text));

    public Compilation WithFile(SourceFile file)
    {
        var before = Files.GetValueOrDefault(file.Path);
        var graph = before is not null && NameGraph.IsSame(before, file) ? Graph : null;
        return new Compilation(Files.SetItem(file.Path, file), Lists, Settings, Targets, Today, Knowledge, graph, before is null ? null : EditStep.Of(identity, before, file));
    }

    public Compilation WithoutFile(string path) => new(Files.Remove(path), Lists, Settings, Targets, Today, Knowledge);

    public Compilation WithLists(IEnumerable<KeyValuePair<string, string?>> lists) =>
        new(Files, lists.ToImmutableDictionary(StringComparer.Ordinal), Settings, Targets, Today, Knowledge);

    public Compilation WithSettings(ProjectSettings settings, ImmutableArray<ITarget> targets) => new(Files, Lists, settings, targets, Today, Knowledge);

    public Compilation WithToday(DateOnly today) => new(Files, Lists, Settings, Targets, today, Knowledge);

    public Compilation WithKnowledge(CodeKnowledge knowledge) => new(Files, Lists, Settings, Targets, Today, knowledge);

    public ResolvedCodeSet? CodeSet(string name) => codeSets.Value.Resolve(name);

    public CodeList? List(ListReference reference) => codeSets.Value.List(reference);

    /// <summary>What the lock or the release says of the codes of a declaration; null where neither is at hand, or it names no code.</summary>
    public PinnedSet? Pinned(PlacedDeclaration declaration) =>
        declaration.Facts.Codes is { } codes ? codeSets.Value.Pinned.Of(codes) : codeSets.Value.Pinned.Of(declaration.Facts);

    /// <summary>What the release says of them, whatever the lock holds.</summary>
    public PinnedSet? PinnedByRelease(PlacedDeclaration declaration) => codeSets.Value.Pinned.OfRelease(declaration.Facts);

    /// <summary>The hash of what a declaration names, by which a lock knows it; null where it names no code.</summary>
    public string? PinnedText(PlacedDeclaration declaration) => codeSets.Value.Pinned.TextOf(declaration.Facts);

    /// <summary>The model of the first declaration of a name, when it is of that kind.</summary>
    public T? Model<T>(string name)
        where T : class => Names.Find(name) is { } declaration ? ModelOf(declaration) as T : null;

    public object? ModelOf(PlacedDeclaration declaration) => MeaningOf(declaration).Model;

    public IEnumerable<T> Models<T>()
        where T : class => Files.Values.SelectMany(f => f.Declarations).Select(ModelOf).OfType<T>();

    /// <summary>A cohort by its name, also one of a procedure: <c>methotrexate_monitoring.overdue</c>.</summary>
    public Cohort? Cohort(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? Model<Cohort>(name) : derived.GetOrAdd(name, full => CohortsOf(full[..dot])?.Find(full[(dot + 1)..]));
    }

    /// <summary>The cohorts that a procedure declares; null for a document and for what is no procedure.</summary>
    public DerivedCohorts? CohortsOf(string sop) => Model<Sop>(sop) is { } procedure
        ? DerivedCohorts.Of(procedure, Model<Sop>, name => Names.Find(name)?.Facts.Title ?? name, name => Scope.CodeSet(name)?.Unit is not null)
        : null;

    /// <summary>Every cohort: those that are declared, and those of procedures.</summary>
    public IEnumerable<Cohort> AllCohorts => Models<Cohort>().Concat(
        from sop in Models<Sop>()
        let cohorts = CohortsOf(sop.Name)
        where cohorts is not null
        from part in cohorts.Parts
        select Cohort($"{sop.Name}.{part}"));

    /// <summary>What evaluation and emitters ask by name.</summary>
    public ProjectModel Project => new(Cohort, Model<Model.Measures.Measure>, CodeSet, Scope.CodeSet);

    /// <summary>
    /// The meaning of a declaration. One that was worked out before is kept as long as what it followed from is still the same; in an unchanged
    /// world of its file that is not even looked at.
    /// </summary>
    internal Meaning MeaningOf(PlacedDeclaration declaration)
    {
        var world = WorldOf(declaration.File);
        var last = declaration.Declared.Last;
        if (last is not null && ReferenceEquals(last.World, world)) return last.Meaning;
        var now = DependsOn(declaration);
        var meaning = last is not null && last.Meaning.DependsOn.SequenceEqual(now, (a, b) => ReferenceEquals(a, b)) ? last.Meaning : WorkOut(declaration, now);
        declaration.Declared.Last = new HeldMeaning(meaning, world);
        return meaning;
    }

    /// <summary>What the rules about files find in a file, by declaration.</summary>
    internal ILookup<PlacedDeclaration, Diagnostic> FindingsOf(SourceFile file, ProjectIndex project) =>
        WorldOf(file).Findings ??= AllRules.Judge(file, project).ToLookup(f => f.Where, f => f.Diagnostic);

    /// <summary>The world of a file: the same object as before when what the file depends on is.</summary>
    internal FileWorld WorldOf(SourceFile file)
    {
        var last = file.LastWorld;
        if (last is not null && ReferenceEquals(last.In, identity)) return last.World;
        var world = last is not null && step is not null && ReferenceEquals(last.In, step.From) && Names.Duplicates.Count == 0 && !last.World.DependsOnAllNames && !step.Touches(file)
            ? last.World
            : WorkedOut(file, last?.World);
        file.LastWorld = new HeldWorld(world, identity);
        return world;
    }

    private FileWorld WorkedOut(SourceFile file, FileWorld? last)
    {
        var now = DependsOn(file);
        return last is not null && last.IsSame(now) ? last : new FileWorld(now, now.Contains(Names));
    }

    /// <summary>Works out meanings that are not known yet, on all processors when they are many.</summary>
    internal void Prepare()
    {
        ReadFacts();
        var unknown = Files.Values.SelectMany(f => f.Declarations).Where(d => d.Declared.Last is null).ToList();
        if (unknown.Count >= Many) Parallel.ForEach(unknown, d => _ = MeaningOf(d));
    }

    private void ReadFacts()
    {
        var unread = Files.Values.SelectMany(f => f.Declarations).Where(d => !d.Declared.IsRead).ToList();
        if (unread.Count >= Many) Parallel.ForEach(unread, d => _ = d.Facts);
    }

    private Meaning WorkOut(PlacedDeclaration declaration, ImmutableArray<object?> dependsOn)
    {
        var parsed = declaration.Declared.Slice.Parsed;
        var (model, bound) = Meaning.Bind(parsed.Declaration, declaration.Facts, Scope);
        var judged = parsed.Declaration is not { } syntax || declaration.Facts.IsDamaged
            ? []
            : AllRules.Judge(new DeclarationMeaning(
                syntax, parsed.Nodes, parsed.Lexed.Text, declaration.Facts, model, Scope, CodeSet, List, declaration.File.Protocol, Targets, Today)
            {
                Pinned = Pinned(declaration),
                Knowledge = Knowledge,
                PinnedText = Knowledge.IsNone ? null : PinnedText(declaration),
                PinnedByRelease = () => PinnedByRelease(declaration),
                BeforeExcept = () => declaration.Facts.Codes is { } codes ? codeSets.Value.BeforeExcept(codes) : null,
            });
        var meaning = new Meaning(model, [.. bound, .. judged], dependsOn);
        declaration.Declared.Slice.LetGo();
        return meaning;
    }

    /// <summary>
    /// What a meaning follows from beside its own text: the day, settings and targets, the file's protocol, and for each name used the facts of
    /// its declaration, and for a code set what it was worked out to.
    /// </summary>
    private ImmutableArray<object?> DependsOn(PlacedDeclaration declaration)
    {
        var depends = Surroundings(declaration.Facts.Uses.Length);
        depends.Add(declaration.File.Protocol);
        foreach (var use in declaration.Facts.Uses) AddNamed(depends, use.Name);
        AddOwnCodes(depends, declaration);
        return depends.DrainToImmutable();
    }

    /// <summary>What everything in a file follows from; where a name is unknown or declared twice, all names of the project.</summary>
    private ImmutableArray<object?> DependsOn(SourceFile file)
    {
        var depends = Surroundings(file.UsedNames.Length);
        foreach (var use in file.UsedNames) AddNamed(depends, use.Name);
        foreach (var declaration in file.Declarations) AddOwnCodes(depends, declaration);
        if (Names.Duplicates.Count > 0 || file.UsedNames.Any(u => u.IsNeeded && Names.Find(u.Name) is null)) depends.Add(Names);
        return depends.DrainToImmutable();
    }

    private ImmutableArray<object?>.Builder Surroundings(int names)
    {
        var depends = ImmutableArray.CreateBuilder<object?>((2 * names) + 9);
        depends.Add(Settings);
        depends.Add(Knowledge);
        depends.Add(DayObject.Of(Today));
        foreach (var target in Targets) depends.Add(target);
        return depends;
    }

    private void AddNamed(ImmutableArray<object?>.Builder depends, string name)
    {
        var facts = Names.Find(name)?.Facts;
        depends.Add(facts);
        if (facts?.Codes is not null) depends.Add(CodeSet(name));
    }

    private void AddOwnCodes(ImmutableArray<object?>.Builder depends, PlacedDeclaration declaration)
    {
        if (declaration.Facts.Codes is not { } codes) return;
        depends.Add(CodeSet(codes.Name));
        foreach (var list in codes.Lists) depends.Add(List(list));
    }
}
