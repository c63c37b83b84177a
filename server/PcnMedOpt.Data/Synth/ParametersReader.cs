using System.Collections.Immutable;
using System.Text;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Synth;

/// <summary>Reads a file of parameters: an unknown key, name or group of codes, and a number out of place, is an error that says where.</summary>
public sealed class ParametersReader
{
    /// <summary>States are kept as bits of 128.</summary>
    private const int MostStates = 128;
    private const int All = 10_000;
    private const int MostPerHundredYears = 20_000;

    private readonly ParameterNode root;
    private readonly HashSet<string> groups = [.. CodeBook.All.Select(c => c.Group)];
    private readonly HashSet<string> states = new(StringComparer.Ordinal);
    private int bands;

    private ParametersReader(ParameterNode root) => this.root = root;

    /// <summary>The parameters that are used when none are given, as text.</summary>
    public static string DefaultText => Resource.Text("parameters.json");

    public static SynthParameters Default => Read("parameters.json", Encoding.UTF8.GetBytes(DefaultText));

    /// <exception cref="SynthParametersException">Something in the file is wrong.</exception>
    public static SynthParameters Read(string file, byte[] json) => new ParametersReader(ParameterNode.Read(file, json)).Read();

    private SynthParameters Read()
    {
        root.Knowing("$schema", "basis", "practices", "ages", "oldest", "sexes", "registration", "history",
            "conditions", "medicines", "courses", "tests", "panels", "records");
        var ages = root["ages"].Items();
        if (ages.Length == 0) throw root["ages"].Wrong("at least one band is needed.");
        bands = ages.Length;
        var history = root["history"].Knowing("eventYears", "medicineYears");
        var registration = root["registration"].Knowing("years", "fromBirth", "left");
        var ageShares = ages.Select(Age).ToImmutableArray();
        for (var i = 1; i < ages.Length; i++)
            if (ageShares[i].From <= ageShares[i - 1].From) throw ages[i]["from"].Wrong("the bands go upwards.");
        var conditions = Named(root["conditions"], Condition);
        var medicines = Named(root["medicines"], Medicine);
        if (states.Count > MostStates) throw root["medicines"].Wrong($"conditions and medicines together are more than {MostStates}.");
        var tests = root["tests"].Items().Select(Test).ToImmutableArray();
        if (tests.GroupBy(t => t.Name).FirstOrDefault(g => g.Count() > 1) is { } twice) throw root["tests"].Wrong($"'{twice.Key}' stands here twice.");
        return new SynthParameters(
            root["basis"].Text(),
            WithWeight(root["practices"], [.. root["practices"].Items().Select(Practice)], p => p.Share),
            WithWeight(root["ages"], ageShares, a => a.People),
            root["oldest"].Whole(ageShares[^1].From, 120),
            WithWeight(root["sexes"], [.. root["sexes"].Properties().Select(p => KeyValuePair.Create(SexOf(p.Key, p), p.Whole(0, All)))], s => s.Value),
            new RegistrationShares(registration["years"].Whole(1, 100), registration["fromBirth"].Whole(0, All), registration["left"].Whole(0, All)),
            history["eventYears"].Whole(1, 50),
            history["medicineYears"].Whole(1, 20),
            conditions,
            medicines,
            [.. root["courses"].Items().Select(Course)],
            tests,
            [.. root["panels"].Items().Select(p => Panel(p, tests))],
            [.. root["records"].Items().Select(Record)]);
    }

    private static ImmutableArray<T> WithWeight<T>(ParameterNode node, ImmutableArray<T> items, Func<T, int> weight) =>
        items.Sum(weight) > 0 ? items : throw node.Wrong("at least one has to have a share above 0.");

    /// <summary>Conditions and medicines, in order: each can name those before it.</summary>
    private ImmutableArray<T> Named<T>(ParameterNode list, Func<ParameterNode, T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        foreach (var node in list.Items())
        {
            items.Add(read(node));
            if (!states.Add(node["name"].Text())) throw node["name"].Wrong("this name is taken.");
        }
        return items.ToImmutable();
    }

    private static PracticeShare Practice(ParameterNode node)
    {
        var name = node.Knowing("name", "share")["name"].Text();
        if (name.AsSpan().IndexOfAny(",\"\r\n") >= 0) throw node["name"].Wrong("no comma, quotation mark or line end can stand in the name of a practice.");
        return new PracticeShare(name, node["share"].Whole(0, All));
    }

    private static AgeShare Age(ParameterNode node) =>
        new(node.Knowing("from", "people", "deaths")["from"].Whole(0, 110), node["people"].Whole(0, All), node["deaths"].Whole(0, All));

    private ConditionParameters Condition(ParameterNode node)
    {
        node.Knowing("name", "basis", "codes", "people", "given", "unless", "sex", "years", "again", "ended");
        var ended = node.Optional("ended")?.Knowing("codes", "share");
        var years = node["years"].Items();
        if (years.Length != 2) throw node["years"].Wrong("two numbers are wanted here: at least and at most so many years ago.");
        var least = years[0].Whole(0, 100);
        return new ConditionParameters(
            node["name"].Text(), node.Optional("codes") is { } codes ? Group(codes) : null, ChanceOf(node), least, years[1].Whole(Math.Max(1, least), 100),
            node.Optional("again")?.Whole(0, MostPerHundredYears) ?? 0, ended is null ? null : Group(ended["codes"]), ended?["share"].Whole(0, All) ?? 0);
    }

    private MedicineParameters Medicine(ParameterNode node)
    {
        node.Knowing("name", "basis", "codes", "people", "given", "unless", "sex", "after", "days", "years", "started", "stopped");
        return new MedicineParameters(
            node["name"].Text(), Group(node["codes"]), ChanceOf(node), node.Optional("after") is { } after ? Known(after.Text(), after) : null,
            node["days"].Whole(7, 366), node["years"].Whole(1, 50), node["started"].Whole(0, All), node["stopped"].Whole(0, All));
    }

    private CourseParameters Course(ParameterNode node)
    {
        var issues = node.Knowing("name", "basis", "codes", "perHundredYears", "given", "unless", "never", "issues")["issues"].Items();
        if (issues.Length != 2) throw node["issues"].Wrong("two numbers are wanted here: the fewest and the most issues.");
        var fewest = issues[0].Whole(1, 100);
        return new CourseParameters(node["name"].Text(), Group(node["codes"]), FrequencyOf(node), fewest, issues[1].Whole(fewest, 100));
    }

    private TestParameters Test(ParameterNode node)
    {
        node.Knowing("name", "basis", "codes", "low", "high", "decimals", "unit", "noUnit", "noNumber", "below", "above", "outside", "otherUnits", "given");
        var decimals = node["decimals"].Whole(0, 3);
        var outside = node.Optional("outside")?.Knowing("share", "low", "high");
        var others = node.Optional("otherUnits")?.Items().Select(Other).ToImmutableArray() ?? [];
        var noUnit = node.Optional("noUnit")?.Whole(0, All) ?? 0;
        if (noUnit + others.Sum(o => o.Share) > All) throw node.Wrong("the shares of units come to more than 10,000.");
        return new TestParameters(
            node["name"].Text(), Group(node["codes"]), node["low"].Scaled(decimals), High(node, decimals), decimals,
            node.Optional("unit") is { } unit ? UnitOf(unit) : null, noUnit, node.Optional("noNumber")?.Whole(0, All) ?? 0, node.Optional("below")?.Scaled(decimals), node.Optional("above")?.Scaled(decimals),
            outside?["share"].Whole(0, All) ?? 0, outside?["low"].Scaled(decimals) ?? 0, outside is null ? 0 : High(outside, decimals), others,
            [.. Givens(node).Select(g => Range(g, decimals))]);
    }

    private TestRange Range(ParameterNode node, int decimals) => new(
        Known(node.Key, node), node.Knowing("low", "high", "outside")["low"].Scaled(decimals), High(node, decimals), node.Optional("outside")?.Whole(0, All));

    private static int High(ParameterNode node, int decimals)
    {
        var high = node["high"].Scaled(decimals);
        return high >= node["low"].Scaled(decimals) ? high : throw node["high"].Wrong("'high' is below 'low'.");
    }

    private static OtherUnit Other(ParameterNode node) => new(
        UnitOf(node.Knowing("unit", "times", "by", "decimals", "share")["unit"]), node.Optional("times")?.Whole(1, 1000) ?? 1, node.Optional("by")?.Whole(1, 1000) ?? 1,
        node["decimals"].Whole(0, 3), node["share"].Whole(0, All));

    private static string UnitOf(ParameterNode node) =>
        node.Text().AsSpan().IndexOfAny(",\"\r\n") < 0 ? node.Text() : throw node.Wrong("no comma, quotation mark or line end can stand in a unit.");

    private PanelParameters Panel(ParameterNode node, ImmutableArray<TestParameters> tests)
    {
        node.Knowing("name", "basis", "tests", "perHundredYears", "given", "unless", "never");
        return new PanelParameters(
            node["name"].Text(),
            [.. node["tests"].Items().Select(t => tests.Any(known => known.Name == t.Text()) ? t.Text() : throw t.Wrong($"there is no test '{t.Text()}'."))],
            FrequencyOf(node));
    }

    private RecordParameters Record(ParameterNode node)
    {
        node.Knowing("name", "basis", "codes", "perHundredYears", "given", "unless", "never", "also");
        return new RecordParameters(
            node["name"].Text(), Group(node["codes"]), FrequencyOf(node),
            [.. (node.Optional("also")?.Items() ?? []).Select(a => (Group(a.Knowing("codes", "share")["codes"]), a["share"].Whole(0, All)))]);
    }

    private Chance ChanceOf(ParameterNode node) =>
        new(ByAge(node["people"], All), Given(node, All), Unless(node), node.Optional("sex") is { } sex ? SexOf(sex.Text(), sex) : null);

    private Frequency FrequencyOf(ParameterNode node) =>
        new(ByAge(node["perHundredYears"], MostPerHundredYears), Given(node, MostPerHundredYears), Unless(node), node.Optional("never")?.Whole(0, All) ?? 0);

    private ImmutableArray<int> ByAge(ParameterNode node, int most)
    {
        var items = node.Items();
        return items.Length == bands
            ? [.. items.Select(i => i.Whole(0, most))]
            : throw node.Wrong($"{bands} numbers are wanted here, one for each band of 'ages'; {items.Length} stand here.");
    }

    private ImmutableArray<KeyValuePair<string, int>> Given(ParameterNode node, int most) =>
        [.. Givens(node).Select(g => KeyValuePair.Create(Known(g.Key, g), g.Whole(0, most)))];

    private static ImmutableArray<ParameterNode> Givens(ParameterNode node) => node.Optional("given")?.Properties() ?? [];

    private ImmutableArray<string> Unless(ParameterNode node) => [.. (node.Optional("unless")?.Items() ?? []).Select(u => Known(u.Text(), u))];

    private string Known(string state, ParameterNode node) =>
        states.Contains(state) ? state : throw node.Wrong($"no condition or medicine above has the name '{state}'.");

    private string Group(ParameterNode node) => groups.Contains(node.Text()) ? node.Text() : throw node.Wrong($"there is no group of codes '{node.Text()}'.");

    private static Sex SexOf(string text, ParameterNode node) => text switch
    {
        "female" => Sex.Female,
        "male" => Sex.Male,
        "indeterminate" => Sex.Indeterminate,
        "unknown" => Sex.Unknown,
        _ => throw node.Wrong("female, male, indeterminate or unknown is wanted here."),
    };
}
