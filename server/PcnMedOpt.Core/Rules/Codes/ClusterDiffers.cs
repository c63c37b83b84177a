using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A reference set whose published cluster has another name: the identifier or the name is of another one.</summary>
public sealed class ClusterDiffers : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2141", "cluster-differs", Severity.Warning, "A reference set is published as another cluster");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from named in NamedCodes.Entries(declaration)
        where named is { Entry: { Mark: CodeMark.Members, Cluster: { Length: > 0 } written }, Known.Cluster: { } published } && !published.Split(", ").Contains(written)
        select Kind.At(
            named.Entry.Span,
            $"The reference set {named.Entry.Code.Text} is published as the cluster {named.Known.Cluster}, and is called {named.Entry.Cluster} here.",
            "EMIS takes the reference set, SystmOne the cluster: make sure that both are the one that is meant.");
}
