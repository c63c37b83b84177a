// The page of the preview with its own script, in a browser: what it shows, what it says back, and that nothing else runs in it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium as findChromium, chromiumArguments, ensureNodeModules } from '../../tests/suites/support.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const address = 'http://preview.test/';
const nonce = 'bm9uY2U=';

/** A page of the server's, as tests of the server hold it: without its style, which is the same in all. */
const styles = ['Pages/medopt.css', 'Print/print.css', 'Previews/preview.css'].map((file) => readFileSync(here(`../../server/PcnMedOpt.Emit/${file}`), 'utf8')).join('\n');
const served = (name) => readFileSync(here(`../../tests/previews/${name}.html`), 'utf8').replace('</head>', () => `<style>${styles}</style></head>`);

const executablePath = findChromium();
const skip = executablePath === null && process.env.CI !== 'true' ? 'no Chromium is there, and it could not be installed' : false;
let browser;
let html;

before(async () => {
  if (skip) return;
  ensureNodeModules(here('../..').replace(/[\\/]$/, ''));
  const { chromium } = await import('playwright-core');
  browser = await chromium.launch({ executablePath, args: chromiumArguments });
  const { outputFiles } = await build({ entryPoints: [here('../src/features/preview/shell.ts')], bundle: true, format: 'esm', write: false });
  const { shell } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  html = shell({ script: `${address}preview.js`, style: `${address}preview.css`, origin: address.slice(0, -1), nonce });
});
after(() => browser?.close());

/** The page in a window; what it says to the extension is in `said()`. */
async function opened(t, { theme = 'vscode-light', width = 560, state } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 700 }, colorScheme: theme === 'vscode-light' ? 'light' : 'dark' });
  t.after(() => context.close());
  const page = await context.newPage();
  const strangers = [];
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.route('**/*', (route) => {
    const url = route.request().url();
    const body = { [address]: html.replace('<body>', `<body class="${theme}">`), [`${address}preview.js`]: readFileSync(here('../dist/preview.js'), 'utf8'), [`${address}preview.css`]: readFileSync(here('../media/preview.css'), 'utf8') }[url];
    if (body === undefined) strangers.push(url);
    const contentType = url.endsWith('.js') ? 'text/javascript' : url.endsWith('.css') ? 'text/css' : 'text/html';
    return body === undefined ? route.abort() : route.fulfill({ body, contentType });
  });
  await page.addInitScript((kept) => {
    window.said = [];
    window.acquireVsCodeApi = () => ({ postMessage: (message) => window.said.push(message), getState: () => kept, setState: (next) => { window.kept = next; } });
  }, state);
  await page.goto(address);
  await page.waitForFunction(() => window.said.length > 0);
  const inner = await (await page.$('#page')).contentFrame();
  return {
    page, inner, faults, strangers,
    said: () => page.evaluate(() => window.said.splice(0)),
    show: (more) => page.evaluate((message) => window.postMessage(message), { show: { ...shown, ...more } }),
    mark: (mark) => page.evaluate((message) => window.postMessage(message), { mark, remembered: { ...shown.remembered, line: 9 } }),
  };
}

const shown = {
  kinds: ['page', 'rules', 'emis', 'systmone', 'flow'], kind: 'page', title: 'Asthma', subject: 'a', pinned: false, bar: null, isOld: false, html: '', nothing: '', element: null,
  remembered: { uri: 'file:///a.medopt', line: 3, character: 7, kind: 'page', pinned: false },
};

const long = (text) => `<!DOCTYPE html><html lang="en-GB"><head><style>p { margin: 0; height: 2000px; }</style></head><body class="live">
<h1 data-source="a.medopt:0:90">${text}</h1><p data-source="a.medopt:10:20">First</p><p><a href="#end">Down</a> <a href="https://example.org/x">Out</a></p>
<details><summary>More <b data-source="codes/b.medopt:5:9">codes</b></summary><p data-source="a.medopt:30:40">Within</p></details><p id="end">End</p></body></html>`;

test('the page says that it is ready, and shows what it is given with its kinds', { skip }, async (t) => {
  const { page, inner, said, show, faults, strangers } = await opened(t);
  assert.deepEqual(await said(), [{ type: 'ready' }]);
  await show({ html: served('asthma_due-page') });
  await inner.waitForSelector('h1');
  assert.deepEqual(await page.$$eval('[role=tab]', (tabs) => tabs.map((tab) => [tab.textContent, tab.ariaSelected])), [['Page', 'true'], ['Rules', 'false'], ['EMIS', 'false'], ['SystmOne', 'false'], ['Flow', 'false']]);
  assert.deepEqual([faults, strangers], [[], []]);
});

test('kinds are chosen by a click and by arrows, and the row is one stop of the keyboard', { skip }, async (t) => {
  const { page, said, show } = await opened(t);
  await show({ html: long('Asthma') });
  await page.click('#kind-emis');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Home');
  assert.deepEqual((await said()).slice(1), [{ type: 'kind', kind: 'emis' }, { type: 'kind', kind: 'systmone' }, { type: 'kind', kind: 'page' }]);
  await show({ html: long('Asthma'), kind: 'flow' });
  await page.waitForSelector('#kind-flow[aria-selected=true]');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'kind-flow', 'who is in the row stays in it');
  assert.equal(await page.$$eval('[role=tab][tabindex="0"]', (tabs) => tabs.length), 1);
});

test('a click and Enter lead to the source; links lead within the page, or out', { skip }, async (t) => {
  const { page, inner, said, show, strangers } = await opened(t);
  await show({ html: long('Asthma') });
  await inner.click('h1');
  await inner.focus('[data-source="a.medopt:10:20"]');
  await page.keyboard.press('Enter');
  assert.deepEqual((await said()).slice(1), [{ type: 'source', source: 'a.medopt:0:90', focus: false }, { type: 'source', source: 'a.medopt:10:20', focus: true }]);
  await inner.click('summary b');
  assert.deepEqual(await said(), [{ type: 'source', source: 'codes/b.medopt:5:9', focus: false }]);
  assert.ok(await inner.evaluate(() => document.querySelector('details').open));
  await inner.click('text=Down');
  assert.ok(await inner.evaluate(() => document.getElementById('end').getBoundingClientRect().top < window.innerHeight));
  await inner.evaluate(() => window.scrollTo(0, 0));
  await inner.click('text=Out');
  assert.deepEqual(await said(), [{ type: 'link', href: 'https://example.org/x' }]);
  assert.deepEqual(strangers, []);
});

test('keys of VS Code are heard by the outer page', { skip }, async (t) => {
  const { page, inner, show } = await opened(t);
  await show({ html: long('Asthma') });
  await page.evaluate(() => window.addEventListener('keydown', ({ key, keyCode, ctrlKey }) => { window.heard = { key, keyCode, ctrlKey }; }));
  await inner.focus('h1');
  await page.keyboard.press('Control+p');
  assert.deepEqual(await page.evaluate(() => window.heard), { key: 'p', keyCode: 80, ctrlKey: true });
});

test('another text keeps the place and what is unfolded; another declaration begins at its start', { skip }, async (t) => {
  const { inner, show } = await opened(t);
  await show({ html: long('Asthma') });
  await inner.click('summary', { position: { x: 4, y: 8 } });
  await inner.evaluate(() => window.scrollTo(0, 900));
  await show({ html: long('Asthma and COPD'), title: 'Asthma and COPD' });
  await inner.waitForSelector('text=Asthma and COPD');
  assert.deepEqual(await inner.evaluate(() => [window.scrollY, document.querySelector('details').open]), [900, true]);
  await show({ html: long('Another'), title: 'Another', subject: 'b' });
  await inner.waitForSelector('text=Another');
  assert.deepEqual(await inner.evaluate(() => [window.scrollY, document.querySelector('details').open]), [0, false]);
});

test('what the cursor is in is marked, unfolded and brought into view', { skip }, async (t) => {
  const { page, inner, show, mark } = await opened(t);
  await show({ html: long('Asthma'), element: 'a.medopt:0:90' });
  await inner.waitForSelector('h1.medopt-current');
  await mark('a.medopt:30:40');
  await inner.waitForSelector('p.medopt-current');
  assert.deepEqual(await inner.$$eval('.medopt-current', (marked) => marked.map((each) => [each.textContent, each.ariaCurrent])), [['Within', 'true']]);
  assert.ok(await inner.evaluate(() => document.querySelector('details').open && document.querySelector('.medopt-current').getBoundingClientRect().top < window.innerHeight));
  assert.equal(await page.evaluate(() => window.kept.line), 9);
  await mark(null);
  await inner.waitForFunction(() => document.querySelector('.medopt-current') === null);
});

test('a node of a drawing is marked by its edge', { skip }, async (t) => {
  const { inner, show } = await opened(t);
  const text = served('asthma_due-flow');
  const [, source] = /<g data-source="([^"]+)"/.exec(text);
  await show({ html: text, element: source });
  const edge = await inner.waitForSelector('g.medopt-current > rect');
  assert.equal(await edge.evaluate((rect) => getComputedStyle(rect).strokeWidth), '3px');
});

test('errors are said above the page, with what leads to them; an old page is dimmed, and no page says why', { skip }, async (t) => {
  const { page, said, show } = await opened(t);
  await show({ html: long('Asthma'), bar: { text: 'The project has errors.', button: { label: 'Go', does: 'problem' } } });
  await page.click('#bar button');
  assert.deepEqual((await said()).slice(1), [{ type: 'does', does: 'problem' }]);
  await show({ html: long('Asthma'), isOld: true });
  await page.waitForSelector('body.old #page');
  assert.ok(await page.isHidden('#bar'));
  await show({ html: null, kinds: [], nothing: 'Put the cursor into a protocol.' });
  await page.waitForSelector('#nothing:text("Put the cursor")');
  assert.ok((await page.isHidden('#page')) && (await page.isHidden('#pin')));
});

test('a page with a script, a handler or something from elsewhere runs and loads nothing', { skip }, async (t) => {
  const { page, inner, show, strangers, said } = await opened(t);
  const bad = `<!DOCTYPE html><html><head><meta http-equiv="refresh" content="0;url=https://bad.test/r"><link rel="stylesheet" href="https://bad.test/s.css"><style>body { background: url(https://bad.test/b.png); }</style></head>
<body onload="parent.said.push('onload')"><h1>Bad</h1><script>parent.said.push('script')</script><img src="https://bad.test/i.png" onerror="parent.said.push('image')"><iframe src="https://bad.test/f"></iframe>
<a href="javascript:parent.said.push('link')">Link</a><button onclick="parent.said.push('button')">Button</button><form action="https://bad.test/p"><input type="submit" value="Send"></form></body></html>`;
  await show({ html: bad });
  await inner.click('text=Button');
  await inner.click('text=Link');
  await inner.click('text=Send');
  assert.deepEqual((await said()).slice(1), [{ type: 'link', href: "javascript:parent.said.push('link')" }]);
  assert.deepEqual(strangers, []);
  assert.equal(await inner.textContent('h1'), 'Bad');
  assert.ok(await page.isVisible('#page'));
});

test('the row of buttons and the sentence above the page are accessible', { skip }, async (t) => {
  const { page, inner, show } = await opened(t, { width: 400 });
  await show({ html: long('Asthma'), bar: { text: 'The project has errors.', button: { label: 'Go to the First Problem', does: 'problem' } } });
  await inner.waitForSelector('h1');
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('../../node_modules/axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate(() => window.axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html: at }) => at)]), []);
});

test('what was kept brings the page back to its place', { skip }, async (t) => {
  const { page, inner, show } = await opened(t, { state: { ...shown.remembered, scroll: 700 } });
  await show({ html: null, kinds: [], nothing: 'Starting…' });
  await show({ html: long('Asthma'), element: 'a.medopt:0:90' });
  await inner.waitForFunction(() => window.scrollY === 700);
  assert.deepEqual(await page.evaluate(() => window.kept), { ...shown.remembered, scroll: 700 });
});

for (const theme of ['vscode-light', 'vscode-dark', 'vscode-high-contrast', 'vscode-high-contrast-light']) {
  test(`paper is white and the rest has the colours of ${theme}; narrow windows need no scrolling sideways`, { skip }, async (t) => {
    const { page, inner, show } = await opened(t, { theme, width: 440 });
    const ground = async (name) => {
      await show({ html: served(name), title: name });
      await page.waitForSelector(`#page[title="${name}"]`);
      return await inner.evaluate(() => getComputedStyle(document.body).backgroundColor);
    };
    assert.equal(await ground('due-page'), ['vscode-dark', 'vscode-high-contrast'].includes(theme) ? 'rgb(24, 28, 32)' : 'rgb(255, 255, 255)');
    assert.equal(await ground('asthma_weekly-page'), 'rgb(255, 255, 255)');
    for (const frame of [page, inner]) assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
  });
}
