using System.Runtime.CompilerServices;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Rules.Targets;

/// <summary>How one system expresses one test of a declaration, and whether being true leads towards being found.</summary>
internal sealed record TestFit(ITarget Target, Condition Test, bool LeadsToSelection, Fit Fit);

/// <summary>The tests of a declaration that do not fit exactly; worked out once for the rules that ask.</summary>
internal static class TestFits
{
    private static readonly ConditionalWeakTable<DeclarationMeaning, IReadOnlyList<TestFit>> Known = [];

    public static IEnumerable<TestFit> Of(DeclarationMeaning declaration, FitGrade grade) => Known.GetValue(declaration, WorkOut).Where(f => f.Fit.Grade == grade);

    private static IReadOnlyList<TestFit> WorkOut(DeclarationMeaning declaration)
    {
        var project = declaration.Project;
        return
        [
            .. from test in SignedTests.Of(declaration.Model)
               from target in declaration.Targets
               let fit = target.Of(test.Test, project)
               where fit.Grade != FitGrade.Exact
               select new TestFit(target, test.Test, test.LeadsToSelection, fit),
        ];
    }
}
