using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Model.Examples;

/// <summary>A result as a laboratory gives it: perhaps with a comparator, such as ">90".</summary>
public sealed record ExampleValue(Comparison? Comparator, decimal Number, string? Unit);

/// <summary>What happened on a line of an example's patient.</summary>
public abstract record ExampleRecord(TextSpan Span);

/// <summary>Naming a code set records one code of it.</summary>
public sealed record SetEvent(string Set, Happened How, DateOnly Date, ExampleValue? Value, Episode Episode, TextSpan Span) : ExampleRecord(Span);

/// <summary>A code or medicine that is written out.</summary>
public sealed record CodeEvent(long Code, string? Term, Happened How, DateOnly Date, ExampleValue? Value, Episode Episode, TextSpan Span) : ExampleRecord(Span);

public sealed record SetOnRepeat(string Set, DateOnly Since, DateOnly? Until, TextSpan Span) : ExampleRecord(Span);

public sealed record CodeOnRepeat(long Code, string? Term, DateOnly Since, DateOnly? Until, TextSpan Span) : ExampleRecord(Span);

/// <summary>So many products of as many substances, in no code set of the project.</summary>
public sealed record OtherMedicines(int Count, DateOnly Date, TextSpan Span) : ExampleRecord(Span);

public sealed record ExamplePatient(
    string? Name,
    DateOnly? Born,
    DateOnly? Died,
    Sex Sex,
    ImmutableArray<(DateOnly Since, DateOnly? Until)> Registrations,
    ImmutableArray<ExampleRecord> Records,
    TextSpan Span);

public sealed record Expectation(
    string? Patient, bool In, string Cohort, string? Part, ImmutableArray<(string Label, TextSpan Span)> Because, bool HasBecause, TextSpan Span)
{
    /// <summary>The name by which the project knows the cohort: <c>methotrexate_monitoring.overdue</c>.</summary>
    public string FullName => Part is null ? Cohort : $"{Cohort}.{Part}";
}

/// <summary>A test in the language: patients on a reference date, and which cohorts they are in (language §10).</summary>
public sealed record Example(
    string Title, string? Description, DateOnly? On, ImmutableArray<ExamplePatient> Patients, ImmutableArray<Expectation> Expectations, TextSpan TitleSpan);
