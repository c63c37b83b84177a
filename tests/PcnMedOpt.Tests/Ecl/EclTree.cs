using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace PcnMedOpt.Tests.Ecl;

/// <summary>A tree as text: every record with all its properties, offsets left out, which are not part of what it says.</summary>
internal static class EclTree
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case string or bool or int or long or decimal or Enum:
                text.Append(CultureInfo.InvariantCulture, $"'{value}'");
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items) Write(item, text);
                text.Append(']');
                break;
            default:
                text.Append(value.GetType().Name).Append('(');
                foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "Offset"))
                    Write(property.GetValue(value), text.Append(property.Name).Append(':'));
                text.Append(')');
                break;
        }
    }
}
