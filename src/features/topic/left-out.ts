import type { Position } from '../../record/record.ts';

/**
 * What a topic's page leaves to the question's page: "1 newer, takes no side; 2 earlier; 1 report". Empty when it leaves out nothing.
 * It shows the one statement that settles each mark, so that it stays one round trip (tests/support/budgets.ts).
 */
export function leftOutInWords({ statements, reported }: { statements: readonly { newer?: true }[]; reported: Position['reported'] }): string {
  const others = statements.slice(1);
  const newer = others.filter((statement) => statement.newer).length;
  const earlier = others.length - newer;
  // Without a statement the reports are all there is, so they stay.
  const reports = statements.length > 0 ? reported.length : 0;
  return [newer > 0 && `${newer} newer, ${newer === 1 ? 'takes' : 'take'} no side`, earlier > 0 && `${earlier} earlier`, reports > 0 && `${reports} ${reports === 1 ? 'report' : 'reports'}`].filter(Boolean).join('; ');
}
