using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Completion;

/// <summary>What a word or mark says that stands alone.</summary>
internal static class Details
{
    public static string Of(Asked asked) => asked.Kind switch
    {
        TokenKind.GreaterOrEqual => "that or more",
        TokenKind.Greater => "more than that",
        TokenKind.LessOrEqual => "that or less",
        TokenKind.Less => "less than that",
        TokenKind.Equal => "exactly that",
        TokenKind.RegisteredWord => "registered on the day, and alive",
        TokenKind.EveryoneWord => "every patient in the data, also who left or died",
        TokenKind.SnomedWord => "SNOMED CT: findings, results, what was done",
        TokenKind.DmdWord => "dm+d: medicines",
        TokenKind.SubstanceWord => "products of one substance are one medicine",
        TokenKind.ProductWord => "each product is a medicine",
        TokenKind.RequiredWord => "must be filled in",
        TokenKind.UncodedWord => "nothing is recorded of it, and why",
        TokenKind.CodeWord => "what is recorded",
        TokenKind.EscalateWord => "to whom it goes in the end",
        TokenKind.GraceWord => "how long until it is overdue",
        TokenKind.BecauseWord => "by which criteria",
        TokenKind.DraftWord => "not approved yet",
        TokenKind.ActiveWord => "in use: needs approval and sources",
        TokenKind.WithdrawnWord => "no longer in use",
        TokenKind.EmisWord => "EMIS Web",
        TokenKind.SystmoneWord => "SystmOne",
        TokenKind.PrintWord => "pages for paper",
        TokenKind.WorkbookWord => "workbooks",
        _ => "",
    };
}
