// A small project of two files, without a problem.

const codes = `codes asthma "Asthma" snomed {
  195967001 |Asthma|
}

codes copd "COPD" snomed {
  13645005 |Chronic obstructive pulmonary disease|
}
`;

const breathing = `protocol breathing "Breathing" {
  version 0.1
  status draft
  owner "Lead pharmacist"
}

cohort breathless "Asthma or COPD" {
  include any {
    "Asthma": asthma recorded ever
    "COPD": copd recorded ever
  }
}

pack breathing_pack "Breathing" { contains breathless }

example "Asthma" {
  on 2026-11-20
  patient { born 1944-03-02 asthma recorded 2020-01-01 }
  expect in breathless because "Asthma"
}
`;

export const sample: Readonly<Record<string, string>> = { 'medopt.json': '{ "organisation": "Example PCN" }\n', 'codes.medopt': codes, 'breathing.medopt': breathing };
