// What the examples show of each criterion, as the Test Explorer shows coverage: a criterion is a statement, and its branches are "true and decides" and "false and decides".
import * as vscode from 'vscode';
import type { Statement } from '../../protocol';
import { grouped } from '../grouped';
import { rangeOf } from '../places';

/** The coverage of a file, with what stands at each of its criteria. */
export class CriteriaCoverage extends vscode.FileCoverage {
  readonly details: readonly vscode.StatementCoverage[];

  constructor(uri: vscode.Uri, statements: readonly Statement[]) {
    const branches = statements.flatMap((statement) => statement.branches);
    super(
      uri,
      new vscode.TestCoverageCount(statements.filter(isShown).length, statements.length),
      new vscode.TestCoverageCount(branches.filter(({ shown }) => shown).length, branches.length),
    );
    this.details = statements.map(detailOf);
  }
}

/** One for each file in which there is a criterion. */
export const coverageOf = (statements: readonly Statement[]): readonly CriteriaCoverage[] =>
  [...grouped(statements, ({ place }) => place.uri)].map(([uri, own]) => new CriteriaCoverage(vscode.Uri.parse(uri), own));

/** All of it is shown. */
const isShown = ({ branches }: Statement): boolean => branches.every(({ shown }) => shown);

function detailOf(statement: Statement): vscode.StatementCoverage {
  const range = rangeOf(statement.place.range);
  return new vscode.StatementCoverage(
    isShown(statement),
    range,
    statement.branches.map(({ text, shown }) => new vscode.BranchCoverage(shown, range, `${statement.text}: ${text}`)),
  );
}
