using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Comparing.Logic;

/// <summary>
/// Something that is true or false of a patient on a reference date, taken apart so far that two projects can be compared: cohorts are what they are made
/// of, "no such record" is the opposite of such a record, and code sets have the names by which both projects are known together.
/// </summary>
internal abstract record Claim
{
    private protected Claim()
    {
    }

    public static readonly Claim True = new AtLeastOf(0, []);

    public static Claim All(IEnumerable<Claim> claims) => All([.. claims]);

    public static Claim All(params ImmutableArray<Claim> claims) => claims.Length == 1 ? claims[0] : new AtLeastOf(claims.Length, claims);

    public static Claim Any(ImmutableArray<Claim> claims) => claims.Length == 1 ? claims[0] : new AtLeastOf(1, claims);

    /// <summary>The opposite: it is pushed down to the single tests, so that it stands nowhere else.</summary>
    public static Claim Not(Claim claim) => claim switch
    {
        Fact fact => fact with { IsDenied = !fact.IsDenied },
        AtLeastOf some => new AtLeastOf(some.Claims.Length - some.Needed + 1, [.. some.Claims.Select(Not)]),
        _ => throw new System.Diagnostics.UnreachableException($"No opposite of {claim}"),
    };

    /// <summary>The same text for the same claim: names of code sets are those of both projects together.</summary>
    public abstract string Text { get; }

    public override string ToString() => Text;
}

/// <summary>One test, or that it is not so.</summary>
internal sealed record Fact(Condition Test) : Claim
{
    private string? text;

    public bool IsDenied { get; init; }

    /// <summary>The test without whether it is denied.</summary>
    public string TestText => text ??= ConditionText.Of(Test);

    public override string Text => IsDenied ? $"not ({TestText})" : TestText;

    public override string ToString() => Text;
}

/// <summary>At least so many of them hold: all of none is true, one of none is false.</summary>
internal sealed record AtLeastOf(int Needed, ImmutableArray<Claim> Claims) : Claim
{
    private string? text;

    public override string Text => text ??= string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Needed} of [{string.Join("; ", Claims.Select(c => c.Text))}]");

    public override string ToString() => Text;
}
