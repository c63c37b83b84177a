// What can be chosen in the box of codes: a code, or what stands beside codes.
import * as vscode from 'vscode';
import type { Code } from '../../protocol';
import { detailOf, kindOf } from './words';

export interface CodeItem extends vscode.QuickPickItem {
  readonly code?: Code;
  /** Run in place of choosing a code. */
  readonly command?: string;
}

const around: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('type-hierarchy'), tooltip: 'Show what is broader and narrower (Alt+Right)' };

/** How words match is for the server to say: what it found for them is shown whatever is typed. */
export const foundItem = (code: Code): CodeItem => ({ ...itemOf(code, ''), alwaysShow: true });

/** A code, and a few more words about it. */
export function itemOf(code: Code, more: string): CodeItem {
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
  detail: 'Only the codes of your protocols are searched, because no terminology release is loaded. With one, all of SNOMED CT and dm+d is.',
  alwaysShow: true,
  command: 'medopt.loadRelease',
};
