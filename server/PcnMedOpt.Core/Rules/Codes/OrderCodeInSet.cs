using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A code that asks for a test finds who was sent for it, and nobody's result.</summary>
public sealed class OrderCodeInSet : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2119", "order-code", Severity.Warning, "A code asks for a test, and is not its result");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) => declaration.Model is Template template ? InTemplate(template) : InSet(declaration);

    /// <summary>A tick may say that a test was asked for; whatever else a template records is no order.</summary>
    private IEnumerable<Diagnostic> InTemplate(Template template)
    {
        foreach (var field in template.Fields.Where(f => f.Kind is not (FieldKind.Tick or FieldKind.Choice or FieldKind.Choices)))
            if (field.Coding is Coded { Code: { Id: { } code, Span: var span } } && OrderCodes.All.TryGetValue(code, out var order))
                yield return Kind.At(span, Message(code, order), $"{Results(order)}, or make the field a tick if it says that a test was asked for.");
    }

    private IEnumerable<Diagnostic> InSet(DeclarationMeaning declaration)
    {
        if (declaration.Facts.Codes is not { System: CodeSystem.Snomed } set || declaration.CodeSet(set.Name) is not { } resolved) yield break;
        foreach (var entry in set.Entries)
            if (entry.Code.Id is { } code && OrderCodes.All.TryGetValue(code, out var order) && (entry.Mark == CodeMark.Descendants || resolved.Contains(code)))
                yield return Kind.At(entry.Span, Message(code, order), $"{Results(order)}, and remove this one.");
        foreach (var (reference, list) in TakenLists.Of(declaration))
            foreach (var (code, order) in OrderCodes.All)
                if (resolved.Contains(code) && list?.Find(code) is { } row)
                    yield return Kind.At(reference.PathSpan, Message(code, order), $"{Results(order)}, and leave this one out of the list: except {code}.") with
                    {
                        ShownAt = new FilePlace(reference.Path, row.Span),
                    };
    }

    private static string Message(long code, OrderCode order) => $"{code} |{order.Term}| asks for a test; a result is recorded with another code.";

    private static string Results(OrderCode order) =>
        order.Result is { } result ? $"Name the code of its result, such as {result} |{order.ResultTerm}|" : "Name the codes of its results";
}
