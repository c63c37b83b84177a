using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;

namespace PcnMedOpt.Core.Proving;

/// <summary>
/// Changes of a patient after which a test is likely to say what is wanted: the likeliest first. Nothing is trusted: the evaluator looks at each patient
/// that comes of it.
/// </summary>
internal sealed class Moves(SearchSpace space)
{
    private readonly RecordMoves records = new(space);

    public IEnumerable<ExamplePatient> Of(Condition test, bool value, ExamplePatient patient) => test switch
    {
        AgeTest age => Births(age, value, patient),
        BornTest born => new[] { born.From, born.To }.OfType<DateOnly>().SelectMany(d => new[] { d, d.AddDays(-1), d.AddDays(1) }).Select(d => patient with { Born = d }),
        SexTest sex => (value ? [sex.Sex] : new[] { Sex.Female, Sex.Male, Sex.Unknown }.Where(s => s != sex.Sex)).Select(s => patient with { Sex = s }),
        RegisteredForTest registered => SearchSpace.Births(registered.Range, space.Reference).Select(day => Since(patient, day)),
        RegisteredAtAgeTest registered => AtAge(registered.Range, patient),
        HappenedTest happened => value
            ? records.With(patient, happened.Sets, happened.How, happened.Filters, happened.Times)
            : records.Without(patient, happened.Sets, happened.How, happened.Filters),
        NoSuchTest none => value
            ? records.WithoutBesideAnchor(patient, [none.Set], none.How, none.Filters)
            : records.With(patient, [none.Set], none.How, none.Filters, null).Concat(records.WithoutAnchor(patient, none.Filters)),
        OnRepeatTest repeat => value ? repeat.Sets.Select(s => OnRepeat(patient, s)) : [records.NoRepeats(patient, repeat.Sets)],
        NotOnRepeatTest repeat => value ? [records.NoRepeats(patient, [repeat.Set])] : [OnRepeat(patient, repeat.Set)],
        IssuedTogetherTest together => value ? records.Together(patient, together)
            : [records.NoRecords(patient, together.First, Happened.Issued), records.NoRecords(patient, together.Second, Happened.Issued)],
        ValueTest result => value ? records.WithResult(patient, result) : records.WithoutResult(patient, result),
        ChangeTest change => records.Changed(patient, change, value),
        StatusTest status => value ? records.WithStatus(patient, status) : records.WithoutStatus(patient, status),
        CountTest count => CountMoves.Of(space, count, value, patient),
        CourseBeganTest began => records.Course(patient, began.Drug, began.Gap, began.Window, value),
        NoBaselineTest baseline => records.Baseline(patient, baseline, value),
        _ => [],
    };

    public static IEnumerable<ExamplePatient> OfPopulation(bool value, ExamplePatient patient, DateOnly reference) =>
        value ? [patient with { Registrations = [], Died = null }] : [patient with { Registrations = [(patient.Born ?? reference, reference)] }];

    private IEnumerable<ExamplePatient> Births(AgeTest age, bool value, ExamplePatient patient) =>
        SearchSpace.Births(age.Range, space.Reference).Concat(space.Ages.SelectMany(a => SearchSpace.Births(a, space.Reference)))
            .Where(b => Clock.Contains(age.Range, b, space.Reference) == value).Distinct().Select(b => patient with { Born = b });

    private IEnumerable<ExamplePatient> AtAge(AgeRange range, ExamplePatient patient)
    {
        if (patient.Born is not { } born) return [];
        var ends = range switch
        {
            AgeAtLeast least => [least.Duration.After(born)],
            AgeUnder under => [under.Duration.After(born)],
            AgeBetween between => new[] { between.Low.After(born), between.Above.After(born) },
            _ => [],
        };
        return ends.SelectMany(d => new[] { d, d.AddDays(-1) }).Where(d => d <= space.Reference && d >= born).Select(day => Since(patient, day));
    }

    private static ExamplePatient Since(ExamplePatient patient, DateOnly day) => patient with { Registrations = [(day, null)] };

    private ExamplePatient OnRepeat(ExamplePatient patient, string set) =>
        patient with { Records = patient.Records.Add(new SetOnRepeat(set, space.Reference.AddMonths(-6), null, default)) };
}
