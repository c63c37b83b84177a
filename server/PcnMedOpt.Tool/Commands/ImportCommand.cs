using System.CommandLine;
using PcnMedOpt.Core.Formatting;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt import codelist</c>: a published list as a code set of the language.</summary>
internal static class ImportCommand
{
    public static Command Make() => new("import", "Bring in what was made elsewhere.") { Codelist(), ImportEmisCommand.Make() };

    private static Command Codelist()
    {
        var file = new Argument<string>("FILE") { Description = "A CSV file with a column of identifiers." };
        var name = new Option<string?>("--name") { Description = "The code set's name; default from the file's." };
        var title = new Option<string?>("--title") { Description = "Its title." };
        var code = new Option<string?>("--code-column") { Description = "The column of identifiers, when it is not clear." };
        var term = new Option<string?>("--term-column") { Description = "The column of terms." };
        var system = new Option<string>("--system") { Description = "snomed or dmd.", DefaultValueFactory = _ => "snomed" };
        system.AcceptOnlyFromAmong("snomed", "dmd");
        var byReference = new Option<bool>("--by-reference") { Description = "Refer to the file instead of writing its codes out; the file must lie in the project." };
        var command = new DocumentedCommand("codelist", "Print a code set made from a published list (OpenCodelists, an export).", "medopt import codelist asthma.csv --name asthma > asthma.medopt")
        {
            file, name, title, code, term, system, byReference,
        };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            var path = parsed.GetValue(file) ?? "";
            if (!File.Exists(path)) throw new UsageException($"There is no file {path}.");
            var (text, fault) = Utf8Text.Read(File.ReadAllBytes(path));
            if (fault is not null) throw new UsageException($"{path} is not UTF-8. In Excel, save it as CSV UTF-8.");
            var header = Header(text);
            var codeColumn = Column(header, parsed.GetValue(code), ListColumns.Identifier, path) ?? throw new UsageException($"{path} has no column of identifiers that is clear. Its columns are {string.Join(", ", header)}: name one with --code-column.");
            var termColumn = Column(header, parsed.GetValue(term), ListColumns.Term, path);
            var list = CodeList.Read(text, codeColumn, termColumn);
            if (list.Fault == ListFault.UnclosedQuote) throw new UsageException($"{path} has a quotation mark that is never closed, so that the rest of the file is one field. Close it, or save the list again.");
            var setName = parsed.GetValue(name) ?? NameFrom(path);
            if (Lexer.Lex(setName).First is not { IsName: true } first || first.Length != setName.Length) throw new UsageException($"'{setName}' is no name of a code set. Give one with --name, such as asthma_diagnoses.");
            var head = $"codes {setName} {Strings.Quoted(parsed.GetValue(title) ?? setName.Replace('_', ' '))} {parsed.GetValue(system)} {{";
            var body = parsed.GetValue(byReference)
                ? [$"from {Strings.Quoted(path.Replace('\\', '/'))} column {Strings.Quoted(codeColumn)}{(termColumn is null ? "" : $" term {Strings.Quoted(termColumn)}")}"]
                : list.Codes.Select(c => $"{(parsed.GetValue(system) == "dmd" ? "only " : "")}{$"{c.Id} {Strings.TermOf(c.Term)}".TrimEnd()}").ToList();
            output.Data.Write(Formatter.Format($"{head}\n{string.Join('\n', body)}\n}}\n"));
            foreach (var problem in list.Problems) output.Complain($"{path}: '{problem.Id}'{(problem.Term.Length > 0 ? $" |{problem.Term}|" : "")} was left out. {UnusableIdentifiers.Message(problem.Id, problem.Problem, problem.Kind)}");
            output.Say($"{(list.Codes.Length == 1 ? "1 code" : $"{list.Codes.Length} codes")}{(list.Repeated > 0 ? $", {list.Repeated} rows that repeat one" : "")}{(list.Problems.IsEmpty ? "" : $", {list.Problems.Length} left out")}.");
            return list.Problems.IsEmpty ? CommandLine.Fine : CommandLine.ProblemsFound;
        }));
        return command;
    }

    private static List<string> Header(string text)
    {
        var fields = new List<CsvField>();
        return new CsvReader(text).Read(fields) ? [.. fields.Select(f => f.Value.Trim())] : [];
    }

    /// <summary>The column that is asked for, or the one of the usual names that is there.</summary>
    private static string? Column(List<string> header, string? asked, Func<IReadOnlyList<string>, int?> usual, string path)
    {
        if (asked is null) return usual(header) is { } found ? header[found] : null;
        return header.Contains(asked) ? asked : throw new UsageException($"{path} has no column '{asked}'. Its columns are {string.Join(", ", header)}.");
    }

    private static string NameFrom(string path) =>
        new([.. Path.GetFileNameWithoutExtension(path).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_').SkipWhile(c => !char.IsAsciiLetter(c))]);
}
