using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Explaining;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Meaning;

/// <summary>What is read back in plain English leaves out nothing that a declaration names.</summary>
public sealed class ExplanationTests
{
    private static readonly Compilation Protocols = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation;

    public static TheoryData<string> Declarations =>
    [
        .. Protocols.Names.Declarations.Where(d => d.Facts.Kind is not (DeclarationKind.Protocol or DeclarationKind.Codes or DeclarationKind.Parameter or DeclarationKind.Example or DeclarationKind.None))
            .Select(d => d.Facts.Name ?? ""),
    ];

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Every_title_of_what_a_declaration_uses_occurs_in_its_explanation(string name)
    {
        var declaration = Assert.IsType<PlacedDeclaration>(Protocols.Names.Find(name));
        var english = new PlainEnglish(n => Protocols.Names.Find(n)?.Facts.Title ?? Protocols.Cohort(n)?.Title);
        var text = string.Join('\n', Explanation.Of(Protocols.ModelOf(declaration), Protocols.CohortsOf(name), english));
        Assert.NotEmpty(text);
        foreach (var use in declaration.Facts.Uses.Where(u => u.Role is NameRole.CodeSet or NameRole.Cohort or NameRole.PackMember or NameRole.Evidence))
            Assert.Contains(english.Named(use.Part is null ? use.Name : $"{use.Name}.{use.Part}"), text, StringComparison.Ordinal);
    }
}
