using System.Text;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Ecl;

/// <summary>The evaluator finds what the definitions of the specification say, on generated releases and expressions.</summary>
public sealed class EclAgreementTests
{
    private const int Expressions = 150;

    private static readonly int Releases = TestSize.Of(usual: 20, full: 60);

    [Fact]
    public void The_evaluator_finds_what_the_definitions_say()
    {
        var (evaluated, found) = (0, 0);
        var faults = new StringBuilder();
        for (var seed = 1; seed <= Releases; seed++)
        {
            var random = new Random(seed);
            var release = new GeneratedSmall(random).Make();
            using var small = release.Import();
            var slow = new SlowEcl(release);
            var generated = new GeneratedEcl(random, release);
            for (var i = 0; i < Expressions; i++)
            {
                var text = EclPrinter.Print(generated.Expression(3));
                var answer = small.Store.Evaluate(text);
                Assert.True(answer.Fault is null, $"{text}\n{answer.Fault}");
                if (answer.Concepts is not { } concepts) continue;
                var expected = slow.Of(EclParser.Parse(text).Expression ?? throw new InvalidOperationException(text)).Order().ToList();
                if (!expected.SequenceEqual(concepts)) faults.Append($"{seed}: {text}\n  expected {string.Join(' ', expected)}\n  found    {string.Join(' ', concepts)}\n");
                evaluated++;
                if (concepts.Length > 0) found++;
            }
        }
        Assert.True(faults.Length == 0, faults.ToString());
        Assert.InRange(evaluated, Releases * Expressions * 2 / 3, Releases * Expressions);
        Assert.InRange(found, evaluated / 3, evaluated);
    }
}
