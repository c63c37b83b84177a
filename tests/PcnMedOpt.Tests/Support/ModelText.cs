using System.Collections;
using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Tests.Support;

/// <summary>A model of any kind as text: a line for each record, what it holds below it; what is absent and where things stand is left out.</summary>
public static class ModelText
{
    public static string Of(object? model)
    {
        var text = new StringBuilder();
        if (model is not null) Write(text, "", model, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string name, object value, int depth)
    {
        if (Plain(value) is { } plain)
        {
            text.Append(' ', depth * 2).AppendLine($"{name}{plain}");
            return;
        }
        if (value is IEnumerable many)
        {
            foreach (var item in many) Write(text, name, item, depth);
            return;
        }
        text.Append(' ', depth * 2).AppendLine($"{name}{value.GetType().Name}");
        foreach (var property in value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.PropertyType != typeof(TextSpan) && p.CanWrite))
            if (property.GetValue(value) is { } held) Write(text, $"{property.Name}: ", held, depth + 1);
    }

    private static string? Plain(object value) => value switch
    {
        string text => text.ReplaceLineEndings("\\n"),
        Condition condition => ConditionText.Of(condition),
        Window window => ConditionText.Of(new HappenedTest(["…"], Happened.Issued, [new WindowFilter(window)], null)),
        WrittenCode code => $"{code.Text} |{code.Term}|",
        Citation cite => $"{cite.Evidence} {cite.Section}".TrimEnd(),
        Duration or TimeAmount or Core.Units.Unit or Enum or bool or int => Convert.ToString(value, CultureInfo.InvariantCulture),
        decimal number => Numbers.Shown(number),
        _ => null,
    };
}
