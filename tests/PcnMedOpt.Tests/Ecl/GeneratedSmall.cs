using System.Globalization;

namespace PcnMedOpt.Tests.Ecl;

/// <summary>Small releases at random: the same for the same seed. Retired concepts have no active relationships, as in a release.</summary>
internal sealed class GeneratedSmall(Random random)
{
    private static readonly string[] Vocabulary = ["heart", "attack", "Acute", "asthma", "lung", "wheeze", "card", "cardiac", "100mg", "mild", "Heartburn"];

    private static readonly int[] Days = [20190131, 20190731, 20200131, 20210731];

    private static readonly string[] Values = ["#1", "#2", "#2.0", "#2.5", "#-3", "#500", "\"PANADOL\"", "\"panadol\"", "true", "false"];

    public SmallRelease Make()
    {
        long[] own = [.. Enumerable.Range(1, random.Next(8, 20)).Select(SmallIds.Concept)];
        var active = own.Where((_, i) => i < 3 || random.Next(5) > 0).ToHashSet();
        var concepts = own.Select(c => Concept(c, active.Contains(c))).Concat(SmallIds.Known.Select(c => Concept(c, true))).ToList();
        var relationships = new List<SmallRelationship>();
        for (var i = 1; i < own.Length; i++)
        {
            for (var times = random.Next(1, 4); times > 0; times--) Add(relationships, own[i], SmallRelease.IsA, own[random.Next(i)], 0, active);
            for (var times = random.Next(5); times > 0; times--) Add(relationships, own[i], own[random.Next(3)], own[random.Next(own.Length)], random.Next(4), active);
            if (random.Next(3) == 0 && active.Contains(own[i]))
                relationships.Add(new SmallRelationship(own[i], own[random.Next(3)], 0, Pick(Values), random.Next(3), random.Next(5) > 0));
        }
        if (random.Next(3) > 0)
            foreach (var association in SmallIds.Associations) relationships.Add(new SmallRelationship(association, SmallRelease.IsA, SmallIds.Historical, "", 0, true));
        var descriptions = own.SelectMany((c, i) => Enumerable.Range(0, random.Next(4)).Select(n => Description((i * 10) + n + 1, c))).ToList();
        return new SmallRelease(
            [.. concepts],
            [.. relationships.Distinct()],
            [.. descriptions],
            [.. descriptions.SelectMany(d => new[] { SmallIds.BritishEnglish, SmallIds.NhsClinical }.Where(_ => random.Next(2) == 0).Select(r => Language(r, d.Id)))],
            [.. Members(own)]);
    }

    private SmallConcept Concept(long id, bool isActive) =>
        new(id, isActive, random.Next(2) == 0 ? SmallIds.Module : SmallIds.OtherModule, random.Next(3) == 0 ? SmallIds.Defined : SmallIds.Primitive, Pick(Days));

    private void Add(List<SmallRelationship> into, long source, long type, long target, int group, HashSet<long> active) =>
        into.Add(new SmallRelationship(source, type, target, "", group, active.Contains(source) && active.Contains(target) && random.Next(8) > 0));

    private SmallDescription Description(int number, long concept) => new(
        SmallIds.Description(number), concept, random.Next(4) > 0, random.Next(2) == 0 ? SmallIds.Module : SmallIds.OtherModule, Pick(Days), random.Next(4) == 0 ? "sv" : "en",
        Pick([SmallIds.Synonym, SmallIds.Synonym, SmallIds.FullName, SmallIds.Definition]),
        string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(Vocabulary))) + Pick(["", " (finding)", number.ToString(CultureInfo.InvariantCulture)]));

    private SmallLanguage Language(long refset, long description) => new(refset, description, random.Next(2) == 0 ? SmallIds.Preferred : SmallIds.Acceptable, random.Next(4) > 0);

    private IEnumerable<SmallMember> Members(long[] own)
    {
        foreach (var refset in own.Take(3))
            foreach (var concept in own)
                if (random.Next(3) == 0) yield return Member(refset, concept, 0);
        foreach (var association in SmallIds.Associations)
            foreach (var concept in own)
                if (random.Next(6) == 0)
                    foreach (var target in own)
                        if (random.Next(8) == 0) yield return Member(association, concept, target);
    }

    private SmallMember Member(long refset, long concept, long target) =>
        new(refset, concept, target, random.Next(2) == 0 ? SmallIds.Module : SmallIds.OtherModule, Pick(Days), random.Next(6) > 0);

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
