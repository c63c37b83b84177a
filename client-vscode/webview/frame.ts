// The server's page within the frame. The frame runs no script; what listens here is this page's.

export interface Leads {
  /** To a place of the source; `focus` where the text is to be written in next. */
  source(source: string, focus: boolean): void;
  link(href: string): void;
}

/** What is marked and pointed at; the page's own style is left as it is. The page is read beside a text: a little smaller than in a window of its own. */
const style = `
html { font-size: 13px; }
svg.picture { width: 100%; min-width: 560px; max-width: 680px; height: auto; }
[data-source]:hover:not(:has([data-source]:hover)) { outline: 1px dashed var(--accent, #004b93); outline-offset: 2px; }
[data-source]:focus-visible { outline: 2px solid var(--accent, #004b93); outline-offset: 2px; }
.medopt-current { background-color: color-mix(in srgb, var(--accent, #004b93) 8%, transparent); box-shadow: -3px 0 0 0 var(--accent, #004b93); }
span.medopt-current { box-shadow: none; }
tr.medopt-current { box-shadow: none; }
tr.medopt-current > :first-child { box-shadow: inset 3px 0 0 0 var(--accent, #004b93); }
svg .medopt-current > :is(rect, polygon, path, ellipse) { stroke: var(--accent, #004b93) !important; stroke-width: 3px; }
svg text.medopt-current { fill: var(--accent, #004b93) !important; }
@media (forced-colors: active) { .medopt-current { outline: 3px solid Highlight; outline-offset: 2px; } }
.vscode-high-contrast .medopt-current, .vscode-high-contrast-light .medopt-current { outline: 2px solid var(--accent, #004b93); outline-offset: 3px; }
`;

/** Makes an empty document ready for pages. */
export function dress(page: Document, leads: Leads): void {
  page.head.append(element(page, 'style', 'medopt-page', ''), element(page, 'style', 'medopt-marks', style));
  page.addEventListener('click', (event) => clicked(page, event, leads, false));
  page.addEventListener('dblclick', (event) => clicked(page, event, leads, true));
  page.addEventListener('keydown', (event) => pressed(page, event, leads));
  themed(page);
  new MutationObserver(() => themed(page)).observe(document.body, { attributes: true, attributeFilter: ['class'] });
}

/** VS Code says its theme by classes of the outer page. */
function themed(page: Document): void {
  const theme = [...document.body.classList].filter((name) => name.startsWith('vscode-'));
  const own = [...page.body.classList].filter((name) => !name.startsWith('vscode-'));
  page.body.className = [...own, ...theme].join(' ');
}

/** Puts another page in the place of the one that is there, at once; it stays scrolled and unfolded as it was, or goes to `top`. */
export function put(page: Document, html: string, top: number | undefined): void {
  const next = new DOMParser().parseFromString(html, 'text/html');
  const at = top ?? page.defaultView?.scrollY ?? 0;
  const folded = top === undefined ? new Map(folds(page.body).map((each) => [each.key, each.details.open])) : new Map<string, boolean>();
  const styles = [...next.querySelectorAll('style')].map(({ textContent }) => textContent).join('\n');
  const own = page.getElementById('medopt-page');
  if (own !== null && own.textContent !== styles) own.textContent = styles;
  page.documentElement.lang = next.documentElement.lang;
  page.body.className = next.body.className;
  themed(page);
  for (const { key, details } of folds(next.body)) details.open = folded.get(key) ?? details.open;
  for (const place of next.body.querySelectorAll<HTMLElement | SVGElement>('[data-source]')) if (place.getAttribute('tabindex') === null && place.localName !== 'title') place.tabIndex = 0;
  page.body.replaceChildren(...next.body.childNodes);
  page.defaultView?.scrollTo(page.defaultView.scrollX, at);
}

/** What can be unfolded, by its heading and how many of that heading are before it. */
function folds(body: HTMLElement): readonly { readonly key: string; readonly details: HTMLDetailsElement }[] {
  const seen = new Map<string, number>();
  return [...body.querySelectorAll('details')].map((details) => {
    const heading = details.querySelector('summary')?.textContent ?? '';
    const nth = seen.get(heading) ?? 0;
    seen.set(heading, nth + 1);
    return { key: `${nth} ${heading}`, details };
  });
}

/** Marks what stands for a place, and brings it into view where none of it is. */
export function mark(page: Document, source: string | null, scrolls: boolean): void {
  for (const old of page.querySelectorAll('.medopt-current')) {
    old.classList.remove('medopt-current');
    old.removeAttribute('aria-current');
  }
  const same = source === null ? [] : [...page.querySelectorAll(`[data-source="${CSS.escape(source)}"]`)].filter(({ localName }) => localName !== 'title');
  const outer = same.filter((each) => !same.some((other) => other !== each && other.contains(each)));
  for (const each of outer) {
    each.classList.add('medopt-current');
    each.setAttribute('aria-current', 'true');
  }
  const [first] = outer;
  if (!scrolls || first === undefined || outer.some((each) => isInView(page, each))) return;
  for (let details = first.closest('details'); details !== null; details = details.parentElement?.closest('details') ?? null) details.open = true;
  first.scrollIntoView({ block: 'center', inline: 'nearest' });
}

function isInView(page: Document, element: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  const seen = page.defaultView?.innerHeight ?? 0;
  return height > 0 && bottom > 0 && top < seen && (top >= 0 || bottom >= seen / 2) && (bottom <= seen || top <= seen / 2);
}

function clicked(page: Document, event: MouseEvent, leads: Leads, focus: boolean): void {
  // The elements of a page were made in the outer window, or in the frame: `instanceof` would not know them all.
  const target = event.target !== null && 'closest' in event.target ? (event.target as Element) : null;
  const link = target?.closest('a[href]') ?? null;
  if (link !== null) {
    event.preventDefault();
    return follow(page, link.getAttribute('href') ?? '', leads);
  }
  const source = target?.closest('[data-source]')?.getAttribute('data-source');
  // Who selects text to copy it goes nowhere.
  if (source == null || (!focus && page.getSelection()?.isCollapsed === false)) return;
  leads.source(source, focus);
}

/** Within the page, or out of VS Code: the frame itself never goes anywhere. */
function follow(page: Document, href: string, leads: Leads): void {
  if (!href.startsWith('#')) return leads.link(href);
  const aim = page.getElementById(decodeURIComponent(href.slice(1)));
  for (let details = aim?.closest('details') ?? null; details !== null; details = details.parentElement?.closest('details') ?? null) details.open = true;
  aim?.scrollIntoView({ block: 'start' });
}

function pressed(page: Document, event: KeyboardEvent, leads: Leads): void {
  const focused = page.activeElement;
  const source = focused?.getAttribute('data-source');
  if (event.key === 'Enter' && source != null) {
    event.preventDefault();
    return leads.source(source, true);
  }
  // Keys of VS Code, such as those of its command palette, are heard by it in the outer page only.
  const { key, code, keyCode, location, ctrlKey, shiftKey, altKey, metaKey, repeat } = event;
  window.dispatchEvent(new KeyboardEvent('keydown', { key, code, keyCode, location, ctrlKey, shiftKey, altKey, metaKey, repeat }));
}

function element(page: Document, name: 'style', id: string, text: string): HTMLElement {
  const made = page.createElement(name);
  made.id = id;
  made.textContent = text;
  return made;
}
