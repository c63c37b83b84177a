// What is delivered: no file that is not needed, none missing, every licence; and every command, setting and picture that package.json names is there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ofTheProgram } from '../notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (...parts) => readFileSync(path.join(root, ...parts), 'utf8');
const manifest = JSON.parse(read('package.json'));
const { contributes } = manifest;

/** The sources of the extension, as one text. */
const sources = readdirSync(path.join(root, 'src'), { recursive: true }).filter((file) => file.endsWith('.ts')).map((file) => read('src', file)).join('\n');

test('what is delivered is what is needed', () => {
  const done = spawnSync(process.execPath, [path.join('node_modules', '@vscode', 'vsce', 'vsce'), 'ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  const files = done.stdout.split('\n').map((line) => line.trim()).filter(Boolean);
  const needed = [
    /^package\.json$/, /^README\.md$/, /^CHANGELOG\.md$/, /^language-configuration\.json$/, /^dist\/(extension\.js|preview\.js|medopt\.schema\.json|NOTICES\.md)$/, /^snippets\/medopt\.json$/,
    /^syntaxes\/medopt\.tmLanguage\.json$/, /^media\/(icon\.png|file-(light|dark)\.svg|protocols\.svg|preview\.css|pictures\/[a-z-]+\.png)$/, /^starter\/([a-z_]+\/)*[\w-]+\.(medopt|json|csv|md)$/, /^server\/medopt(\.exe|\.dll|\.deps\.json|\.runtimeconfig\.json)?$/, /^server\/[\w.]+\.dll$/,
  ];
  assert.deepEqual(files.filter((file) => !needed.some((form) => form.test(file))), []);
  for (const form of needed.slice(0, 9)) assert.ok(files.some((file) => form.test(file)), `nothing is delivered as ${form}`);
});

test('every licence goes along', () => {
  const packages = [...readFileSync(path.join(root, '..', 'Directory.Packages.props'), 'utf8').matchAll(/<PackageVersion Include="([^"]+)"/g)].map(([, name]) => name);
  const projects = readdirSync(path.join(root, '..', 'server'), { recursive: true }).filter((file) => file.endsWith('.csproj')).map((file) => readFileSync(path.join(root, '..', 'server', file), 'utf8')).join('\n');
  const delivered = packages.filter((name) => projects.includes(`<PackageReference Include="${name}"`) && !name.endsWith('Analyzers'));
  assert.deepEqual(ofTheProgram.map(([name]) => name).slice(1), delivered.sort());
  const notices = read('dist', 'NOTICES.md');
  for (const [name] of ofTheProgram) assert.ok(notices.includes(`## ${name}\n`));
  assert.ok(notices.includes('## vscode-languageclient '));
});

test('every command that the window shows is one that the extension registers, and the other way round', () => {
  const shown = contributes.commands.map(({ command }) => command);
  const registered = [...sources.matchAll(/registerCommand\(\s*'(medopt\.[A-Za-z.]+)'/g)].map(([, command]) => command);
  assert.deepEqual([...registered].sort(), [...shown].sort());
  const used = JSON.stringify([contributes.menus, contributes.keybindings, contributes.viewsWelcome, contributes.walkthroughs]).matchAll(/"command":"(medopt\.[A-Za-z.]+)"|command:(medopt\.[A-Za-z.]+)|onCommand:(medopt\.[A-Za-z.]+)/g);
  const ofVsCode = contributes.views.medopt.map(({ id }) => `${id}.focus`);
  for (const [, one, two, three] of used) assert.ok([...shown, ...ofVsCode].includes(one ?? two ?? three), `${one ?? two ?? three} is no command`);
});

test('every setting has a description, and is read somewhere', () => {
  for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
    assert.ok((setting.description ?? setting.markdownDescription).endsWith('.'), `${name} has no description`);
    // The client library reads the trace itself.
    if (name !== 'medopt.trace.server') assert.ok(sources.includes(`'${name.replace('medopt.', '')}'`), `${name} is not read`);
    assert.ok(read('README.md').includes(`\`${name}\``), `the README does not name ${name}`);
  }
});

test('every picture that is shown is there, with words for those who do not see it', () => {
  const readme = [...read('README.md').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words, file]) => ({ words, file }));
  const walkthrough = contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => ({ words: media.altText, file: media.image })));
  for (const { words, file } of [...readme, ...walkthrough]) {
    assert.ok(existsSync(path.join(root, file)), `${file} is not there`);
    assert.ok(words.length > 10, `${file} has no words`);
  }
  const shown = [...readme, ...walkthrough].map(({ file }) => path.basename(file));
  assert.deepEqual(readdirSync(path.join(root, 'media', 'pictures')).filter((file) => !shown.includes(file)), [], 'a picture that nobody sees');
});
