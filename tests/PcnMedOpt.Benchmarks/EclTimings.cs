using System.Diagnostics;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Releases;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Benchmarks;

/// <summary>How long ECL takes to read, and to evaluate in a store. The store is one that "terminology FOLDER STORE" has made.</summary>
internal static class EclTimings
{
    private const int Times = 30;

    public static void Run(string path)
    {
        using var store = ReleaseStore.Open(path);
        Reading();
        const long finding = WellKnown.ClinicalFinding;
        const long procedure = WellKnown.Procedure;
        const long product = WellKnown.Product;
        var refset = Largest(store);
        foreach (var text in (string[])
        [
            $"<< {finding}",
            $"(<< {finding} OR << {procedure}) MINUS << {Child(store, finding)}",
            $"<< {finding} OR << {procedure} OR << {product}",
            $"(<< {product} MINUS << {Child(store, product)}) MINUS << {Child(store, procedure)}",
            "<< *",
            $"> (<< {finding})",
            $"!!> (<< {finding} MINUS {finding})",
            $"^ {refset}",
            $"<< ^ {refset}",
            "^ *",
            $"<< {finding} {{{{ + HISTORY-MOD }}}}",
            $"<< {finding} {{{{ + HISTORY }}}}",
            $"<< {finding} : {WellKnown.FindingSite} = << {WellKnown.BodyStructure}",
            $"* : [2..*] {WellKnown.FindingSite} = *",
            $"<< {finding} : {{ {WellKnown.FindingSite} = *, {WellKnown.Morphology} = * }}",
            $"* : {WellKnown.StrengthValue} >= #100",
            $"<< {WellKnown.BodyStructure} : R {WellKnown.FindingSite} = << {finding}",
            $"<< {finding} . {WellKnown.FindingSite}",
            $"<< {finding} {{{{ C definitionStatus = defined, moduleId = {WellKnown.CoreModule} }}}}",
            $"<< {finding} {{{{ D type = syn, dialect = en-x-nhs-clinical (prefer) }}}}",
            $"<< {finding} {{{{ D term = \"pain\" }}}}",
            "* {{ D term = wild:\"*itis*\" }}",
        ]) Time(store, text);
        Console.WriteLine($"{store.Count:N0} concepts");
    }

    private static void Reading()
    {
        foreach (var parts in new[] { 1_000, 10_000 })
        {
            var text = string.Join(" OR ", Enumerable.Repeat("<< 195967001 |Asthma|", parts));
            Say($"reading {parts:N0} concepts, {text.Length:N0} characters", 0, () => EclParser.Parse(text));
        }
    }

    private static void Time(ReleaseStore store, string text)
    {
        var answer = store.Evaluate(text);
        Say(text + string.Concat(answer.NotEvaluated.Select(n => $" ({n})")), answer.Concepts?.Length ?? 0, () => store.Evaluate(text));
    }

    private static void Say(string what, int found, Action work)
    {
        var taken = new double[Times];
        for (var i = 0; i < Times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            taken[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(taken);
        Console.WriteLine($"{taken[Times / 2],9:N2} ms median, {taken[0],8:N2} best, {found,8:N0} found: {what}");
    }

    private static long Child(ReleaseStore store, long concept) => store.Children(concept).MaxBy(c => store.Descendants(c).Length);

    private static long Largest(ReleaseStore store) => store.Refsets.MaxBy(r => r.Members)?.Id ?? 0;
}
