using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Starting;

/// <summary>A small protocol to write over: it checks clean and its examples pass.</summary>
public static class BlankProtocol
{
    /// <param name="project">The project that it is for.</param>
    /// <param name="name">The protocol's name; its file is called so too.</param>
    /// <param name="title">Its title.</param>
    /// <param name="text">The text of a file of the project, source or not; null for none.</param>
    public static Brought Of(Compilation project, string name, string title, Func<string, string?> text)
    {
        if (NewNames.WhyNot(name) is { } why) return Brought.Refused(why);
        if (project.Names.Find(name) is { } taken) return Brought.Refused($"Your project declares '{name}' already, in {taken.File.Path}: choose another name.");
        if (text($"{name}.medopt") is not null) return Brought.Refused($"Your project has a file {name}.medopt already: choose another name.");
        if (string.IsNullOrWhiteSpace(title)) return Brought.Refused("A protocol has a title: the words that a reader sees.");
        var made = new BroughtFile($"{name}.medopt", Text(project, name, title, $"{name}_pack", title), null);
        return new Brought(null, [made], made.Path, ["It is a draft with an example in each place: write your own over it."]);
    }

    /// <summary>The text, with names that the project does not use yet.</summary>
    public static string Text(Compilation project, string name, string title, string pack, string packTitle)
    {
        var (codes, cohort, measure) = (NewNames.Free(project, "smr_done"), NewNames.Free(project, "needs_review"), NewNames.Free(project, "review_rate"));
        return $$"""
            protocol {{name}} {{Strings.Quoted(title)}} {
              version 0.1
              status draft
              owner "Lead pharmacist"
              evidence local_agreement "What this is based on: name the guideline, and when you read it" read 2026-01-31
            }

            /// A code and its term, as the SNOMED CT browser shows them.
            codes {{codes}} "Structured medication review" snomed {
              1239511000000100 |Structured medication review|
            }

            cohort {{cohort}} "65 or over without a review in the last year" {
              include all {
                "65 or over": age >= 65 years [evidence local_agreement]
              }
              exclude any {
                "Reviewed in the last 12 months": {{codes}} recorded in last 12 months
              }
            }

            measure {{measure}} "Registered patients of 65 or over who were reviewed" {
              of registered
              count when age >= 65 years and {{codes}} recorded in this financial year [evidence local_agreement]
              reported yearly
            }

            pack {{NewNames.Free(project, pack)}} {{Strings.Quoted(packTitle)}} {
              contains {{cohort}}, {{measure}}
              for practice "Run the search every six months."
            }

            example "Turns 65 today, never reviewed" {
              on 2026-11-20
              patient {
                born 1961-11-20
              }
              expect in {{cohort}} because "65 or over"
            }

            example "Reviewed eleven months ago" {
              on 2026-11-20
              patient {
                born 1950-01-01
                {{codes}} recorded 2025-12-20
              }
              expect not in {{cohort}} because "Reviewed in the last 12 months"
            }

            """.ReplaceLineEndings("\n");
    }
}
