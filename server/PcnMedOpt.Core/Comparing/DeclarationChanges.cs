using System.Collections.Immutable;
using PcnMedOpt.Core.Formatting;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Explaining;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Comparing;

/// <summary>What changed of one declaration.</summary>
internal static class DeclarationChanges
{
    public static Change Added(Sides sides, PlacedDeclaration declaration) => Whole(sides.New, declaration, ChangeKind.Added, "It is new.", Effect.More);

    public static Change Removed(Sides sides, PlacedDeclaration declaration) => Whole(sides.Old, declaration, ChangeKind.Removed, "It is gone.", Effect.Fewer);

    public static Change? Between(Sides sides, ReachedPeople reached, Pair pair, PlacedDeclaration old, PlacedDeclaration now)
    {
        var isSameText = WrittenText.Of(old, sides.Pairing.Renamed) == WrittenText.Of(now, ImmutableDictionary<string, string>.Empty);
        var (lines, meaning) = Lines(sides, old, now, isSameText);
        var name = now.Facts.Name;
        var own = name is null ? [] : reached.OfOwner(name);
        if (lines.IsEmpty && own.IsEmpty && !pair.IsRenamed) return null;
        var kind = now.Facts.Kind;
        var others = name is not null && kind is DeclarationKind.Codes or DeclarationKind.Parameter && (meaning || !isSameText) ? reached.Using(name ?? "") : [];
        var verdict = VerdictOf(kind, own, others, lines, meaning);
        return At(now, pair.IsRenamed ? ChangeKind.Renamed : isSameText && kind != DeclarationKind.Codes && kind != DeclarationKind.Parameter ? ChangeKind.Affected : ChangeKind.Changed, lines, verdict, meaning || own.Any(IsOther)) with
        {
            OldName = pair.IsRenamed ? old.Facts.Name : null,
            Because = name is null || own.IsEmpty ? [] : reached.Causes(name),
            Reaches = [.. own.Where(r => r.Name != name), .. others],
        };
    }

    /// <summary>What changed in plain words, and whether it is more than wording beside whom it finds.</summary>
    private static (ImmutableArray<ChangeLine> Lines, bool Meaning) Lines(Sides sides, PlacedDeclaration old, PlacedDeclaration now, bool isSameText)
    {
        var shared = isSameText ? [] : Headings(old, now).ToImmutableArray();
        var (before, after) = (sides.Old.Compilation.ModelOf(old), sides.New.Compilation.ModelOf(now));
        switch (before, after)
        {
            case (Cohort was, Cohort becomes):
                return ([.. shared, .. CohortChanges.Of(sides, was, becomes)], was.RunEvery?.ToString() != becomes.RunEvery?.ToString());
            case (Measure was, Measure becomes):
                return ([.. shared, .. MeasureChanges.Of(sides, was, becomes)], MeasureChanges.ReportsOtherwise(was, becomes));
        }
        if (old.Facts.Codes is { } definition && now.Facts.Codes is { } becoming && sides.Old.Project.CodeSet(definition.Name) is { } oldSet && sides.New.Project.CodeSet(becoming.Name) is { } newSet)
        {
            ImmutableArray<ChangeLine> codes = [.. CodeSetChanges.Of(definition, oldSet, becoming, newSet)];
            var isOther = sides.Universe.NameOf(sides.Old.Project, definition.Name) != sides.Universe.NameOf(sides.New.Project, becoming.Name);
            return ([.. shared, .. codes, .. codes.IsEmpty && !isSameText && shared.IsEmpty ? [new ChangeLine("It is written otherwise and holds the same codes.")] : Array.Empty<ChangeLine>()], isOther);
        }
        if (old.Facts.Kind == DeclarationKind.Parameter) return ParameterChanges.Of(sides, old, now, shared);
        var (texts, newTexts) = (Explained(sides.Old, old), Explained(sides.New, now));
        ImmutableArray<ChangeLine> explained = [.. LineChanges.Of(texts, newTexts)];
        var meaning = !Meanings.Of(before).SequenceEqual(Meanings.Of(after));
        ImmutableArray<ChangeLine> rest = !isSameText && shared.IsEmpty && explained.IsEmpty ? [new ChangeLine(Rest(now.Facts.Kind))] : [];
        return ([.. shared, .. isSameText && !meaning ? [] : explained, .. rest], meaning);
    }

    /// <summary>Title, description, guidance and evidence: what no explanation shows.</summary>
    private static IEnumerable<ChangeLine> Headings(PlacedDeclaration old, PlacedDeclaration now)
    {
        if (old.Facts.Title != now.Facts.Title) yield return new ChangeLine($"Title: “{now.Facts.Title}”. Was: “{old.Facts.Title}”.", Verdict.Wording);
        if (old.Facts.Description != now.Facts.Description) yield return new ChangeLine("Its description changed.", Verdict.Wording);
        if (now.Facts.Kind is not (DeclarationKind.Letter or DeclarationKind.Template) && WrittenText.Guidance(old) != WrittenText.Guidance(now)) yield return new ChangeLine("Its guidance or sections changed.", Verdict.Wording);
        if (now.Facts.Kind != DeclarationKind.Protocol && Evidence(old) != Evidence(now)) yield return new ChangeLine("The evidence that it cites changed.", Verdict.Wording);
    }

    private static string Evidence(PlacedDeclaration declaration) => string.Join('|', declaration.Facts.Citations.Select(c => $"{c.Evidence} {c.Section}"));

    private static string Rest(DeclarationKind kind) => kind switch
    {
        DeclarationKind.Example => "The example changed.",
        DeclarationKind.Protocol => "What is said of the protocol changed.",
        _ => "Its guidance, sections or evidence changed.",
    };

    /// <summary>An example is read as it is written: it is plain already.</summary>
    private static ImmutableArray<string> Explained(Side side, PlacedDeclaration declaration) => declaration.Facts switch
    {
        { Protocol: { } protocol } => [.. ProtocolWords.Of(protocol)],
        { Kind: DeclarationKind.Example } => [.. SliceFormatter.Format(declaration.Declared.Slice.Parsed).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 1 && !l.StartsWith("//", StringComparison.Ordinal))],
        _ => [.. Explanation.Of(side.Compilation.ModelOf(declaration), declaration.Facts.Name is { } name ? side.Compilation.CohortsOf(name) : null, side.English).Select(l => l.Text)],
    };

    private static bool IsOther(Reached reached) => reached.Verdict.Effect is not (Effect.Same or Effect.WordingOnly);

    private static Verdict VerdictOf(DeclarationKind kind, ImmutableArray<Reached> own, ImmutableArray<Reached> others, ImmutableArray<ChangeLine> lines, bool meaning)
    {
        if (kind != DeclarationKind.Sop && !own.IsEmpty) return own[0].Verdict;
        var all = own.Concat(others).ToList();
        if (all.Count > 0)
            return new Verdict(Verdict.Joined(all.Select(r => r.Verdict.Effect)), all.All(r => r.Verdict.Basis == Basis.Proved) ? Basis.Proved : all.Any(r => r.Verdict.Basis == Basis.None) ? Basis.None : Basis.Counted, "");
        if (kind == DeclarationKind.Codes && meaning) return new Verdict(Effect.Same, Basis.Proved, "No cohort and no measure finds others by it.");
        return meaning ? Verdict.SamePeople : lines.Any(l => l.Verdict?.Effect == Effect.Same) ? new Verdict(Effect.Same, Basis.Proved, "It asks for the same.") : Verdict.Wording;
    }

    private static Change Whole(Side side, PlacedDeclaration declaration, ChangeKind what, string why, Effect effect)
    {
        var kind = declaration.Facts.Kind;
        var findsPeople = kind is DeclarationKind.Cohort or DeclarationKind.Measure || side.Compilation.ModelOf(declaration) is Sop { Drug: not null };
        var verdict = findsPeople ? new Verdict(effect, Basis.Proved, why) : kind is DeclarationKind.Example or DeclarationKind.Protocol ? Verdict.Wording : new Verdict(Effect.Same, Basis.Proved, why);
        var meaning = kind is not (DeclarationKind.Example or DeclarationKind.Protocol or DeclarationKind.Codes or DeclarationKind.Parameter);
        return At(declaration, what, [.. Explained(side, declaration).Select(l => new ChangeLine(l))], verdict, meaning);
    }

    private static Change At(PlacedDeclaration declaration, ChangeKind what, ImmutableArray<ChangeLine> lines, Verdict verdict, bool meaning)
    {
        var facts = declaration.Facts;
        var line = declaration.File.Lines.At(declaration.Start + facts.NameSpan.Start).Line;
        return new Change(facts.Kind, what, facts.Name ?? facts.Title ?? "", facts.Title ?? facts.Name ?? "", declaration.File.Path, line, lines, verdict, meaning);
    }
}
