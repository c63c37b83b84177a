// The picture of each kind of thing in a project: names of codicons.
const icons: Readonly<Record<string, string>> = {
  pack: 'package',
  protocol: 'book',
  file: 'file',
  'code set': 'tag',
  parameter: 'settings',
  cohort: 'organization',
  measure: 'graph',
  template: 'note',
  procedure: 'list-ordered',
  letter: 'mail',
  workflow: 'type-hierarchy-sub',
  register: 'table',
  checklist: 'checklist',
  example: 'beaker',
};

export const iconOf = (kind: string): string => icons[kind] ?? 'symbol-misc';
