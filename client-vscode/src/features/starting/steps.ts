// Questions one after the other, with a way back to the one before.
import * as vscode from 'vscode';

export const back = Symbol('back');

/** What was answered; `back` to ask the question before again, undefined to give up. */
export type Answer<T> = T | typeof back | undefined;

export interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

export type Step<S> = (state: S, place: Place) => Promise<Answer<S>>;

/** Asks the questions; each adds to what is known. Undefined when someone gave up. */
export async function ask<S>(title: string, start: S, steps: readonly Step<S>[]): Promise<S | undefined> {
  const states: S[] = [start];
  for (;;) {
    const [state, step] = [states.at(-1), steps[states.length - 1]];
    if (step === undefined || state === undefined) return state;
    const answer = await step(state, { title, step: states.length, totalSteps: steps.length });
    if (answer === undefined) return undefined;
    if (answer !== back) states.push(answer);
    else if (states.length > 1) states.pop();
  }
}

/** One of a list; what is typed is looked for in all that is shown. */
export function pick<T extends vscode.QuickPickItem>(place: Place, placeholder: string, items: readonly T[]): Promise<Answer<T>> {
  const input = vscode.window.createQuickPick<T>();
  input.placeholder = placeholder;
  input.items = items;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  return shown(input, place, () => input.selectedItems[0]);
}

/** A line of text. `wrong` says what is the matter with it, in a sentence; then it is not taken. */
export function line(place: Place, prompt: string, value: string, wrong: (text: string) => string | undefined): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  input.prompt = prompt;
  input.value = value;
  input.onDidChangeValue(() => { input.validationMessage = undefined; });
  return shown(input, place, () => {
    input.validationMessage = wrong(input.value.trim());
    return input.validationMessage === undefined ? input.value.trim() : undefined;
  });
}

function shown<T>(input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox, { title, step, totalSteps }: Place, accepted: () => T | undefined): Promise<Answer<T>> {
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  input.ignoreFocusOut = true;
  if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const end = (answer: Answer<T>): void => {
      resolve(answer);
      input.dispose();
    };
    input.onDidAccept(() => {
      const answer = accepted();
      if (answer !== undefined) end(answer);
    });
    input.onDidTriggerButton(() => end(back));
    input.onDidHide(() => end(undefined));
    input.show();
  });
}
