using System.Text;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Checklists;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Model.Workflows;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Tests.Support;

/// <summary>Each stage of a project as text, for snapshots.</summary>
public static class StageTexts
{
    /// <summary>The tokens of each line of the source, with their kinds.</summary>
    public static string Tokens(string text)
    {
        var lines = new LineMap(text);
        var shown = new SortedDictionary<int, List<string>>();
        var start = 0;
        foreach (var slice in Slicer.Cut(text))
        {
            foreach (var token in slice.Parsed.Lexed.Tokens.Where(t => t.Kind != TokenKind.End))
            {
                var line = lines.At(start + token.Start).Line;
                if (!shown.TryGetValue(line, out var tokens)) shown[line] = tokens = [];
                tokens.Add(TokenText.IsWord(token.Kind) ? token.Text : $"{token.Kind}<{(token.Length > 30 ? token.Text[..30].ReplaceLineEndings(" ") + "…" : token.Text.ReplaceLineEndings(" "))}>");
            }
            start += slice.Text.Length;
        }
        return string.Join('\n', shown.Select(l => $"{l.Key}: {string.Join(' ', l.Value)}"));
    }

    public static string Tree(string text)
    {
        var tree = new StringBuilder();
        foreach (var slice in Slicer.Cut(text))
            if (slice.Parsed.Declaration is { } declaration) Write(tree, declaration, slice.Text, 0);
            else tree.AppendLine("(comments)");
        return tree.ToString();
    }

    public static string Model(Compilation compilation)
    {
        var text = new StringBuilder();
        foreach (var declaration in compilation.Files.Values.SelectMany(f => f.Declarations))
            switch (compilation.ModelOf(declaration))
            {
                case Cohort cohort: Write(text, cohort); break;
                case Measure measure: Write(text, measure); break;
                case Pack pack: text.AppendLine($"pack {pack.Name}: {string.Join(", ", pack.Members.Select(m => m.Name))} for {string.Join(", ", pack.Targets)}"); break;
                case Template or Sop or Letter or Workflow or Register or Checklist: text.Append(ModelText.Of(compilation.ModelOf(declaration))); break;
                case null when declaration.Facts.Codes is { } codes:
                    var set = compilation.CodeSet(codes.Name);
                    text.AppendLine($"codes {codes.Name}: {set?.Codes.Length} known; opaque {string.Join(", ", set?.Opaque.Select(o => o.Key) ?? [])}; carved {set?.Carved.Length}{(set?.IsUncertain == true ? "; uncertain" : "")}");
                    break;
            }
        return text.ToString();
    }

    public static string RuleLists(Plan plan)
    {
        var text = new StringBuilder();
        foreach (var list in plan.Lists)
        {
            text.AppendLine($"{list.Id} ({list.Origin}) \"{list.Name}\" from {Source(list.From)}");
            if (list.Hand is { } hand) text.AppendLine($"  by hand: {ConditionText.Of(hand)}");
            foreach (var (rule, number) in list.Rules.Select((r, i) => (r, i + 1)))
            {
                text.AppendLine($"  {number}. {rule.Join} {rule.IfTrue}/{rule.IfFalse}{(rule.Labels.IsEmpty ? "" : $"  ({string.Join("; ", rule.Labels)})")}");
                foreach (var member in rule.Members) text.AppendLine($"       {Member(member)}");
            }
        }
        return text.ToString();
    }

    private static string Member(Member member) => member switch
    {
        InList list => $"in {list.Id}",
        Records records => (records.Negated ? "no " : "") + RowText.Of(records.Criterion),
        _ => "",
    };

    private static string Source(ListSource source) => source switch { FromList list => list.Id, FromEveryone => "everyone", _ => "registered" };

    private static void Write(StringBuilder text, Cohort cohort)
    {
        text.AppendLine($"cohort {cohort.Name} from {Population(cohort.From)}{(cohort.RunEvery is { } every ? $" every {every}" : "")}");
        foreach (var criterion in cohort.Include?.Criteria ?? []) text.AppendLine($"  include {cohort.Include?.Needed} of: \"{criterion.Label}\": {ConditionText.Of(criterion.Condition)}");
        foreach (var criterion in cohort.Exclude) text.AppendLine($"  exclude: \"{criterion.Label}\": {ConditionText.Of(criterion.Condition)}");
    }

    private static void Write(StringBuilder text, Measure measure)
    {
        text.AppendLine($"measure {measure.Name} of {Denominator(measure.Of)} by {string.Join(", ", measure.By)} reported {string.Join(", ", measure.Reported)}{(measure.Target is { } t ? $" target {t.Comparison} {t.Low} {t.High}" : "")}");
        if (measure.Numerator is { } numerator) text.AppendLine($"  count when {ConditionText.Of(numerator)}");
    }

    private static string Denominator(Denominator denominator) => denominator switch
    {
        PatientsOf patients => Population(patients.Population),
        RecordsOf records => $"each {ConditionText.Of(new HappenedTest([records.Set], records.How, records.Filters, null))} for {Population(records.Population)}",
        _ => "",
    };

    private static string Population(Population population) => population switch { OfCohort of => of.Cohort, Everyone => "everyone", _ => "registered" };

    private static void Write(StringBuilder tree, SyntaxNode node, string text, int depth)
    {
        var children = node.Children.ToList();
        var name = node.GetType().Name.Replace("Syntax", "", StringComparison.Ordinal);
        var span = node.Span.Of(text).ReplaceLineEndings(" ");
        tree.Append(' ', depth * 2).AppendLine(children.Count == 0 ? $"{name} <{(span.Length > 60 ? span[..60] + "…" : span)}>" : name);
        foreach (var child in children) Write(tree, child, text, depth + 1);
    }
}
