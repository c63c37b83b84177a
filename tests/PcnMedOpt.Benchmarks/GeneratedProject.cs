using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Benchmarks;

/// <summary>A project of many protocols, the same on every run: each has four cohorts, five code sets of forty codes, a measure, a pack and an example.</summary>
public static class GeneratedProject
{
    public const int Protocols = 500;

    public static IReadOnlyList<KeyValuePair<string, string>> Files { get; } =
        [.. Enumerable.Range(0, Protocols).Select(i => new KeyValuePair<string, string>(string.Create(CultureInfo.InvariantCulture, $"p{i:000}.medopt"), Protocol(i)))];

    /// <summary>About a megabyte of protocol text.</summary>
    public static string Megabyte { get; } = MakeMegabyte();

    /// <summary>A file of about 2,000 lines.</summary>
    public static string LongFile { get; } = string.Concat(Enumerable.Range(1000, 7).Select(Protocol).Select((t, i) => i == 0 ? t : t[t.IndexOf("codes ", StringComparison.Ordinal)..]));

    private static string MakeMegabyte()
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < 1_000_000; i++) text.Append(Protocol(i));
        return text.ToString();
    }

    private static string Protocol(int number)
    {
        var text = new StringBuilder();
        var c = CultureInfo.InvariantCulture;
        text.Append(c, $$"""
            protocol protocol_{{number}} "Protocol {{number}}" {
              version 1.{{number}}
              status draft
              owner "Lead pharmacist"
              evidence source_{{number}} "A guideline that this protocol follows" read 2026-11-20
            }


            """);
        for (var set = 0; set < 5; set++)
        {
            text.Append(c, $"/// Codes of the {set}. group.\ncodes set_{number}_{set} \"Code set {set} of protocol {number}\" {(set < 4 ? "snomed" : "dmd")} {{\n");
            for (var code = 0; code < 40; code++) text.Append(c, $"  {(set < 4 ? "" : "only ")}{Id((((number * 5) + set) * 40) + code)} |A term of some length {number} {set} {code}|\n");
            text.Append(set == 3 ? "  unit umol/L plausible 0 to 2000\n}\n\n" : "}\n\n");
        }
        for (var cohort = 0; cohort < 4; cohort++)
            text.Append(c, $$"""
                cohort cohort_{{number}}_{{cohort}} "Cohort {{cohort}} of protocol {{number}}" {
                  {{(cohort == 0 ? "from registered" : $"from cohort_{number}_{cohort - 1}")}}
                  include any {
                    "65 or over with a record": age >= {{65 + cohort}} years and set_{{number}}_0 recorded in last 12 months [evidence source_{{number}}]
                    "Medicine and result": set_{{number}}_4 issued in last 6 months and latest set_{{number}}_3 value > 100 umol/L in last 12 months [evidence source_{{number}}]
                    "Diagnosed and not resolved": latest of set_{{number}}_1, set_{{number}}_2 is set_{{number}}_1
                  }
                  exclude any {
                    "Recorded after the medicine": set_{{number}}_0 recorded after latest set_{{number}}_4 issued
                  }
                }

                """);
        text.Append(c, $$"""
            measure measure_{{number}} "Measure of protocol {{number}}" {
              of cohort_{{number}}_3
              count when set_{{number}}_0 recorded in this quarter
              by sex, age band
              reported quarterly
            }

            pack pack_{{number}} "Pack {{number}}" {
              contains cohort_{{number}}_3, measure_{{number}}
              targets emis
            }

            example "A patient of protocol {{number}}" {
              on 2026-11-20
              patient {
                born 1940-01-01
                set_{{number}}_0 recorded 2026-10-01
              }
              expect in cohort_{{number}}_0 because "65 or over with a record"
            }


            """);
        return text.ToString();
    }

    /// <summary>An identifier of a good form: a concept of an extension, with its check digit.</summary>
    private static string Id(int item)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"{item + 1000}100000010");
        return Enumerable.Range(0, 10).Select(d => stem + d.ToString(CultureInfo.InvariantCulture)).First(id => Sctid.HasGoodCheckDigit(id));
    }
}
