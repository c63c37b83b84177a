global using PcnMedOpt.Tool.Agreement;
