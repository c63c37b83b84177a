using System.Collections.Immutable;
using PcnMedOpt.Core.Counting;

namespace PcnMedOpt.Emit.Sql;

/// <summary>What a statement is given: never part of its text when it is run.</summary>
public abstract record SqlValue
{
    private protected SqlValue()
    {
    }
}

public sealed record DayValue(DateOnly Day) : SqlValue;

/// <summary>The codes of a code set, in order.</summary>
public sealed record CodesValue(ImmutableArray<long> Codes) : SqlValue;

/// <summary>A decimal number of any length, as digits: it is never rounded.</summary>
public sealed record NumberValue(string Text) : SqlValue;

/// <summary>A label, or what kind of unit is meant.</summary>
public sealed record TextValue(string Text) : SqlValue;

/// <summary>One statement.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Parameters">The values of its parameters in the order of their numbers; none where they stand in the text as literals.</param>
/// <param name="Caveats">Why it may find too many or too few; of code sets that are not wholly known without a terminology release it finds the codes that are.</param>
public sealed record SqlStatement(string Text, ImmutableArray<SqlValue> Parameters, Caveats Caveats);
