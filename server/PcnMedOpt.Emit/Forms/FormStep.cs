using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Templates;

namespace PcnMedOpt.Emit.Forms;

/// <summary>The answer that something follows: it is asked, shown or said only then.</summary>
/// <param name="Field">The name of the question.</param>
/// <param name="Option">The answer.</param>
/// <param name="Number">The answer's number.</param>
public sealed record FormAnswer(string Field, Option Option, string Number);

/// <summary>An answer to choose, with its number, and the number of what follows it.</summary>
public sealed record FormOption(string Number, Option Option, string? Leads);

/// <summary>An item of a template with its number.</summary>
/// <param name="Id">Tells it apart on a page.</param>
/// <param name="Number">What people call it: 4.2 is the second of step 4.</param>
/// <param name="Item">What is asked, shown or said.</param>
/// <param name="After">The answer that it follows; null when it is always asked.</param>
/// <param name="Options">The answers to choose from.</param>
public sealed record FormEntry(string Id, string Number, StepItem Item, FormAnswer? After, ImmutableArray<FormOption> Options);

/// <summary>A step with its items, what follows an answer directly after the question.</summary>
public sealed record FormStep(string Id, TemplateStep Step, ImmutableArray<FormEntry> Entries)
{
    public string Title => string.Create(CultureInfo.InvariantCulture, $"{Step.Number} {Step.Title}");

    public static ImmutableArray<FormStep> Of(Template template) => [.. template.Steps.Select((s, i) => Of(s, string.Create(CultureInfo.InvariantCulture, $"{i + 1}")))];

    private static FormStep Of(TemplateStep step, string place)
    {
        var entries = new List<FormEntry>();
        foreach (var item in step.Items) Add(item, null);
        return new FormStep($"step-{place}", step, [.. entries]);

        string Add(StepItem item, FormAnswer? after)
        {
            var at = entries.Count;
            var number = string.Create(CultureInfo.InvariantCulture, $"{step.Number}.{at + 1}");
            var entry = new FormEntry(string.Create(CultureInfo.InvariantCulture, $"prompt-{place}-{at + 1}"), number, item, after, []);
            entries.Add(entry);
            if (item is Field field) entries[at] = entry with { Options = [.. field.Options.Select((o, i) => Option(field.Name, o, number + Letters(i)))] };
            return number;
        }

        FormOption Option(string field, Option option, string number) =>
            new(number, option, option.Then is { } then ? Add(then, new FormAnswer(field, option, number)) : null);
    }

    /// <summary>a to z, then aa to zz: as many as anyone can choose from.</summary>
    private static string Letters(int index) => (index < 26 ? "" : Letters((index / 26) - 1)) + (char)('a' + (index % 26));
}
