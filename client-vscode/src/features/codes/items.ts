// What can be chosen in the box of codes: a code, or what stands beside codes.
import * as vscode from 'vscode';
import type { Code } from '../../protocol';
import { below, detailOf, kindOf, type Step } from './words';

export interface CodeItem extends vscode.QuickPickItem {
  readonly code?: Code;
  /** Run in place of choosing a code. */
  readonly command?: string;
}

const around: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('type-hierarchy'), tooltip: 'Show what is broader and narrower (Alt+Right)' };

/** How words match is for the server to say: what it found for them is shown whatever is typed. */
export const foundItem = (code: Code): CodeItem => ({ ...itemOf(code, ''), alwaysShow: true });

/** A code that stands around another, and where. */
export function stepItem(code: Step, icon: string): CodeItem {
  const item = itemOf(code, below(code.below));
  return { ...item, label: `$(${icon}) ${item.label}` };
}

function itemOf(code: Code, more: string): CodeItem {
  const isHeld = code.status === 'active' || code.status === 'retired';
  return {
    label: code.term === null || code.term === '' ? code.id : code.term,
    description: [code.id, kindOf(code), more].filter((part) => part !== '').join(' · '),
    ...(detailOf(code) === '' ? {} : { detail: detailOf(code) }),
    ...(isHeld ? { buttons: [around] } : {}),
    code,
  };
}

export const heading = (label: string): CodeItem => ({ label, kind: vscode.QuickPickItemKind.Separator });

/** Where there is no release: why so few codes are found, and the way to more. */
export const withoutRelease: CodeItem = {
  label: '$(library) Load Terminology Release…',
  detail: 'Only the codes of your protocols are searched: no terminology release is loaded.',
  alwaysShow: true,
  command: 'medopt.loadRelease',
};
