namespace PcnMedOpt.Core.Counting;

/// <summary>
/// Withholds so much that no small number can be worked out. A number is protected when for each value from 1 to the limit, or for one outside of these, there are whole numbers of 0 or
/// more that satisfy every equation and would be published just so. Withholding more never unprotects another, so that one pass over them is enough.
/// </summary>
internal static class Protection
{
    /// <summary>How much is withheld at most for one step of one number before whole neighbourhoods are.</summary>
    private const int Most = 10;

    public static void Protect(Ledger ledger)
    {
        var shifting = new Shifting(ledger);
        for (var number = 0; number < ledger.Count; number++)
            if (ledger.IsSensitive(number)) Protect(ledger, shifting, number);
        ledger.WithholdTogether();
    }

    private static void Protect(Ledger ledger, Shifting shifting, int number)
    {
        if (IsProtected(ledger, shifting, number, Most)) return;
        if (ledger.KindOf(number) == FigureKind.Small)
        {
            ledger.Publish(number, FigureKind.Withheld);
            if (IsProtected(ledger, shifting, number, Most)) return;
        }
        var near = new HashSet<int> { number };
        for (var before = 0; before < near.Count;)
        {
            before = near.Count;
            foreach (var each in near.SelectMany(ledger.UsesOf).Select(u => u.Equation).Distinct().SelectMany(e => ledger.Equations[e]).Select(t => t.Number).ToList()) near.Add(each);
            foreach (var each in near.Where(ledger.IsShown)) ledger.Publish(each, FigureKind.Withheld);
            if (IsProtected(ledger, shifting, number, 0)) return;
        }
    }

    /// <summary>True when it is protected; withholds the least that was found for it.</summary>
    private static bool IsProtected(Ledger ledger, Shifting shifting, int number, int most)
    {
        long[] inside = [1, ledger.Below - 1];
        long[][] ways = ledger.KindOf(number) == FigureKind.Small ? [inside] : [[0], [ledger.Below], inside];
        for (var budget = 0; budget <= most; budget++)
            foreach (var way in ways)
            {
                shifting.Begin();
                if (!way.All(to => Reaches(shifting, number, to, budget))) continue;
                foreach (var (each, kind) in shifting.Withheld) ledger.Publish(each, kind);
                return true;
            }
        return false;
    }

    private static bool Reaches(Shifting shifting, int number, long to, int budget)
    {
        shifting.Restart();
        while (shifting.ValueOf(number) != to)
            if (!shifting.Move(number, Math.Sign(to - shifting.ValueOf(number)), budget)) return false;
        return true;
    }
}
