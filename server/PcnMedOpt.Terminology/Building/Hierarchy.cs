namespace PcnMedOpt.Terminology.Building;

/// <summary>
/// The hierarchy of a release: what is directly above and below each concept, all that is above, and the concepts that are above themselves or
/// lie between such, of which a sound release has none.
/// </summary>
internal sealed record Hierarchy(Lists<int> Parents, Lists<int> Children, Lists<int> Ancestors, IReadOnlyList<int> Circle)
{
    /// <param name="count">How many concepts there are.</param>
    /// <param name="below">The source of each is-a relationship.</param>
    /// <param name="above">Its destination.</param>
    public static Hierarchy Of(int count, ReadOnlySpan<int> below, ReadOnlySpan<int> above)
    {
        var parents = Lists<int>.Of(count, below, above).SortedOnce();
        var keys = new int[parents.Values.Length];
        var values = new int[parents.Values.Length];
        for (int child = 0, at = 0; child < count; child++)
        {
            foreach (var parent in parents[child]) (keys[at], values[at++]) = (parent, child);
        }
        var children = Lists<int>.Of(count, keys, values);
        var order = TopDown(parents, children);
        return new Hierarchy(parents, children, Closure(parents, order), Circling(parents, children, order));
    }

    /// <summary>Every concept after all that are above it. What is in or below a circle is left out.</summary>
    private static List<int> TopDown(Lists<int> parents, Lists<int> children)
    {
        var count = parents.Starts.Length - 1;
        var waitsFor = new int[count];
        var order = new List<int>(count);
        for (var concept = 0; concept < count; concept++)
        {
            waitsFor[concept] = parents[concept].Length;
            if (waitsFor[concept] == 0) order.Add(concept);
        }
        for (var next = 0; next < order.Count; next++)
            foreach (var child in children[order[next]])
                if (--waitsFor[child] == 0) order.Add(child);
        return order;
    }

    /// <summary>All that is above each concept, ascending, itself left out.</summary>
    private static Lists<int> Closure(Lists<int> parents, List<int> order)
    {
        var count = parents.Starts.Length - 1;
        var starts = new int[count];
        var lengths = new int[count];
        var seen = new int[count];
        var all = new int[Math.Max(count * 16, 1024)];
        var filled = 0;
        seen.AsSpan().Fill(-1);
        foreach (var concept in order)
        {
            starts[concept] = filled;
            foreach (var parent in parents[concept])
            {
                Grow(ref all, filled + lengths[parent] + 1);
                if (seen[parent] != concept) Take(parent);
                for (var i = starts[parent]; i < starts[parent] + lengths[parent]; i++)
                    if (seen[all[i]] != concept) Take(all[i]);
            }
            lengths[concept] = filled - starts[concept];
            all.AsSpan(starts[concept], lengths[concept]).Sort();

            void Take(int ancestor)
            {
                seen[ancestor] = concept;
                all[filled++] = ancestor;
            }
        }
        if (order.Count < count) Circles();
        var sortedStarts = new int[count + 1];
        for (var concept = 0; concept < count; concept++) sortedStarts[concept + 1] = sortedStarts[concept] + lengths[concept];
        var sorted = new int[filled];
        for (var concept = 0; concept < count; concept++) all.AsSpan(starts[concept], lengths[concept]).CopyTo(sorted.AsSpan(sortedStarts[concept]));
        return new Lists<int>(sortedStarts, sorted);

        // What is in or below a circle is walked upwards by itself.
        void Circles()
        {
            var done = new bool[count];
            foreach (var concept in order) done[concept] = true;
            for (var concept = 0; concept < count; concept++)
            {
                if (done[concept]) continue;
                var above = new SortedSet<int>();
                var waiting = new Stack<int>([concept]);
                while (waiting.TryPop(out var next))
                    foreach (var parent in parents[next])
                        if (parent != concept && above.Add(parent)) waiting.Push(parent);
                Grow(ref all, filled + above.Count);
                starts[concept] = filled;
                lengths[concept] = above.Count;
                foreach (var ancestor in above) all[filled++] = ancestor;
            }
        }
    }

    /// <summary>Of what is in or below a circle, what is left when all that nothing circular is below has been taken away.</summary>
    private static List<int> Circling(Lists<int> parents, Lists<int> children, List<int> order)
    {
        var count = parents.Starts.Length - 1;
        if (order.Count == count) return [];
        var left = new bool[count];
        left.AsSpan().Fill(true);
        foreach (var concept in order) left[concept] = false;
        for (var changed = true; changed;)
        {
            changed = false;
            for (var concept = 0; concept < count; concept++)
            {
                if (!left[concept]) continue;
                var stays = false;
                foreach (var child in children[concept]) stays |= left[child];
                left[concept] = stays;
                changed |= !stays;
            }
        }
        return [.. Enumerable.Range(0, count).Where(c => left[c])];
    }

    private static void Grow(ref int[] values, int wanted)
    {
        if (wanted > values.Length) Array.Resize(ref values, (int)Math.Min(Math.Max(values.Length * 2L, wanted), Array.MaxLength));
    }
}
