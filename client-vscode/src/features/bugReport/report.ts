// What a report of a fault says. It holds nothing that somebody wrote: no texts, names or places of files, no numbers long enough to be anybody's.

/** What is known of the fault's surroundings. */
export interface Surroundings {
  readonly versions: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly server: string;
  /** How many there are of what, for each project. */
  readonly projects: readonly Readonly<Record<string, number>>[];
  readonly log: string;
}

const shownLines = 80;

/** Without anything by which a person, a place or a protocol could be known. */
export function masked(text: string): string {
  return text
    .replace(/\b(?:file|vscode-remote|vscode-file|untitled):[^\s"'”’)]+/gi, '‹place›')
    .replace(/(["“'‘])[^"”“'’‘\n]*(["”'’])/g, '$1…$2')
    .replace(/(?<![\w.])(?:[A-Za-z]:[\\/]|\\\\)[^\s"'”’)]*(?: [^\s"'”’)]*[\\/][^\s"'”’)]*)*/g, '‹place›')
    .replace(/(?<![\w/.])~?\/(?:[^\s"'”’):]+\/?)+/g, '‹place›')
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '‹address›')
    .replace(/\d{6,}/g, '‹number›');
}

/** The last lines of the log that are the extension's or the program's own. What a command printed, which may quote protocols, is left out and counted. */
export function ownLines(log: string): readonly string[] {
  const lines = log.split(/\r?\n/);
  const kept: string[] = [];
  let left = 0;
  for (const line of lines) {
    const isOwn = /^\d{4}-\d{2}-\d{2} \S+ \[\w+\] /.test(line) || /^\s+at [\w.<>`[\]()]+/.test(line);
    if (isOwn) {
      if (left > 0) kept.push(`  (${left} ${left === 1 ? 'line' : 'lines'} left out)`);
      left = 0;
      kept.push(withoutArguments(line));
    } else if (line.trim() !== '') {
      left++;
    }
  }
  if (left > 0) kept.push(`  (${left} ${left === 1 ? 'line' : 'lines'} left out)`);
  return kept.slice(-shownLines).map(masked);
}

/** Which command ran, and not on what. */
const withoutArguments = (line: string): string => line.replace(/(running medopt(?: import)? \S+).*$/, '$1 …').replace(/(\] starting ).*( lsp\b).*$/, '$1…$2 …');

export function report({ versions, settings, server, projects, log }: Surroundings): string {
  const list = (entries: Readonly<Record<string, unknown>>): string => Object.entries(entries).map(([name, value]) => `- ${name}: ${masked(typeof value === 'string' ? value : JSON.stringify(value))}`).join('\n');
  const each = projects.map((counts, index) => `- project ${index + 1}: ${Object.entries(counts).map(([what, count]) => `${count} ${count === 1 ? what.replace(/s$/, '') : what}`).join(', ')}`).join('\n');
  return `# A fault in MedOpt

Read this through before you send it: it is yours until then, and nothing has been sent or saved. It holds no texts of protocols, no names, no data of patients; places of files and long numbers are masked.

## What happened

(What did you do, what did you expect, and what came instead?)

## Versions

${list(versions)}

## Settings that are not as they come

${Object.keys(settings).length === 0 ? 'None.' : list(settings)}

## State

- the program that checks protocols: ${server}
${each === '' ? '- no project is open' : each}

## The end of the log

\`\`\`text
${ownLines(log).join('\n')}
\`\`\`

## A recording, if you are asked for one

Set \`medopt.serverArguments\` to \`["--record", "FILE", "--scramble"]\` with the full path of a new file in place of FILE, such as one on your desktop that ends in .jsonl; restart the server (*MedOpt: Restart Server*), do again what went wrong, and send the file. Scrambled, it holds other words, names, codes and dates in place of yours, and still shows what went wrong.
Without \`--scramble\` it holds all your texts. Take the setting out afterwards.
`;
}
