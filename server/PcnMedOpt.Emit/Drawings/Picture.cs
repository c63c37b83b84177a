namespace PcnMedOpt.Emit.Drawings;

/// <summary>A drawing as SVG that stands in a page: well-formed, without script, every text escaped. Only <see cref="SvgWriter"/> makes one.</summary>
public sealed record Picture(string Html);
