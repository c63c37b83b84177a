// What a person does in the window of VS Code, and sees there. Each waits for what is to be seen, and fails when it does not come.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { address } from '../window/server.mjs';

export const editor = '.editor-instance .monaco-editor';

/** A person before a window on `workspace`. */
export function personAt({ page, context }, { url, workspace }) {
  const see = (selector, options) => page.locator(selector, options).first().waitFor({ state: 'visible' });
  const gone = (selector, options) => page.locator(selector, options).first().waitFor({ state: 'hidden' });
  const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const type = (text) => page.keyboard.type(text);
  const textOf = (file) => readFileSync(path.join(workspace, file), 'utf8');

  /** Presses what opens the box at the top of the window. A window that is busy can miss a key, and a person presses it again. */
  const ask = async (key) => {
    const box = page.locator('.quick-input-widget input').first();
    for (let times = 0; times < 5; times++) {
      await press(key);
      if (await box.waitFor({ state: 'visible', timeout: 5_000 }).then(() => true, () => false)) return;
    }
    throw new Error(`Nothing came of ${key}.`);
  };

  /** Opens a file by its name, as with Go > Go to File…. */
  const open = async (file) => {
    await ask('Control+p');
    await type(file);
    await page.locator('.quick-input-list .monaco-list-row.focused').filter({ has: page.locator('.label-name', { hasText: new RegExp(`^${path.basename(file)}$`) }) }).waitFor();
    await press('Enter');
    await gone('.quick-input-widget');
    await see(`.tab.active[data-resource-name="${path.basename(file)}"]`);
    await see(`${editor} .view-line`);
  };

  /** Puts the cursor before `text` in the open file, `after` characters further; the text is where the saved file has it. */
  const goTo = async (file, text, after = 0) => {
    const before = textOf(file).split(text, 1)[0];
    if (before.length === textOf(file).length) throw new Error(`'${text}' does not stand in ${file}.`);
    const lines = before.split('\n');
    await ask('Control+g');
    await page.locator('.quick-input-widget input').first().fill(`:${lines.length}:${lines.at(-1).length + 1 + after}`);
    await press('Enter');
    await gone('.quick-input-widget');
    await page.locator(`${editor}.focused`).first().waitFor();
  };

  /** Runs a command by its title, as from the list of commands. */
  const command = async (title) => {
    await ask('F1');
    await type(title);
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click();
  };

  /** Clicks the entry of a list that has this text. */
  const choose = (selector, text) => page.locator(selector).filter({ hasText: text }).first().click();

  /** Saves the open file, and waits until it is. */
  const save = async () => {
    await press('Control+s');
    await page.locator('.tab.active:not(.dirty)').first().waitFor();
  };

  /** Draws the side bar wider, to where `x` is in the window. */
  const widen = async (x) => {
    const { x: left, y, width, height } = await page.locator('.part.sidebar').boundingBox();
    await page.mouse.move(left + width + 1, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x, y + height / 2, { steps: 4 });
    await page.mouse.up();
  };

  /** Waits until the item of the extension in the status bar says this. */
  const status = (text) => page.locator('.statusbar-item', { hasText: text }).first().waitFor();

  /** Takes a picture of a tidy window: the pointer rests where nothing is said of it, nothing is being worked on, and no message stands in a corner. */
  const picture = async (name, { of = page } = {}) => {
    await page.mouse.move(640, 784);
    await gone('.activitybar .progress-badge');
    await gone('.statusbar-item', { hasText: 'Checking the project' });
    await page.locator('.notifications-toasts .notification-list-item').first().waitFor({ state: 'detached' });
    return { name, png: await of.screenshot({ animations: 'disabled', caret: 'hide' }) };
  };

  /** The same person before the same window, once it is on another folder. */
  const elsewhere = (folder) => personAt({ page, context }, { url: address(new URL(url).origin, folder), workspace: folder });

  return { page, context, url, workspace, elsewhere, see, gone, press, type, textOf, open, goTo, command, choose, save, widen, status, picture };
}
