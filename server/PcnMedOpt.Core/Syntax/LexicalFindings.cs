using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Core.Syntax;

/// <summary>What can be wrong with single tokens.</summary>
public static class LexicalFindings
{
    public static readonly DiagnosticKind Unclosed = new("MO1001", "unclosed", Severity.Error, "A text, term or comment is not closed");

    public static readonly DiagnosticKind LookAlike =
        new("MO1002", "look-alike-character", Severity.Error, "A character that a word processor made stands where the language has its own");

    public static readonly DiagnosticKind UnknownCharacter = new("MO1003", "unknown-character", Severity.Error, "A character has no meaning in the language");

    public static readonly DiagnosticKind UnitSpelling = new("MO1004", "unit-spelling", Severity.Error, "A unit is not written as UCUM writes it");

    public static readonly DiagnosticKind UnknownUnit = new("MO1005", "unknown-unit", Severity.Error, "A unit is not known");

    public static readonly DiagnosticKind NotADate = new("MO1006", "not-a-date", Severity.Error, "There is no such day");

    public static readonly DiagnosticKind UpperCaseName = new("MO1007", "upper-case-name", Severity.Error, "A name is not in lower case");
}
