using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Systmone;

/// <summary>A line of a tree, and how far it is indented.</summary>
public sealed record TreeLineView(int Depth, string Text);

/// <summary>The reports below a report as an indented tree, as SystmOne shows them. One that was shown already is not unfolded again.</summary>
internal static class SheetTree
{
    public static ImmutableArray<TreeLineView> Of(BuildSheet sheet, SheetNames names, string root)
    {
        var tree = ImmutableArray.CreateBuilder<TreeLineView>();
        var shown = new HashSet<string>(StringComparer.Ordinal);
        Add(root, "", 0);
        return tree.DrainToImmutable();

        void Add(string number, string relation, int depth)
        {
            var join = names.Join(number);
            var again = join is not null && !shown.Add(number);
            var name = sheet.Results.Any(r => r.Number == number) || join is null ? $": {names.Of(number)}" : "";
            tree.Add(new TreeLineView(depth, $"{relation}{number}{name}{(again ? " (as above)" : "")}"));
            if (join is null || again) return;
            Add(join.From, "of ", depth + 1);
            Add(join.Other, join.In ? "in " : "not in ", depth + 1);
        }
    }
}
