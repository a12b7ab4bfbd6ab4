import type { App, Staff } from '../../support/app';

export interface Answer {
  columns: { key: string; title: string; type: string }[];
  rows: Record<string, string | number | null>[];
  totals: Record<string, string | number>;
  period: { from: string; to: string };
  comparison: { period: { from: string; to: string }; totals: Record<string, string | number> } | null;
  plot: { along: string | null; points: { label: string; values: Record<string, string> }[]; before: unknown[] } | null;
  pagination: { page: number; pageSize: number; total: number };
  currency: string;
  title: string;
}

export async function turnTo(app: App, keeper: Staff, now: string): Promise<void> {
  const answer = await keeper.post('/platform/clock', { now });
  if (answer.status !== 200) throw new Error(`clock: ${answer.status} ${JSON.stringify(answer.body)}`);
}

/** Reads a report and answers what is in it; refused is an error of the test. */
export async function reportOf(who: Staff, code: string, query: Record<string, string> = {}): Promise<Answer> {
  const answer = await who.get(`/reports/reports/${code}`).query(query).set('Accept-Language', 'en');
  if (answer.status !== 200) throw new Error(`${code}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data as Answer;
}

/** Those columns of each row, to be read at a glance. */
export const cells = (answer: Answer, ...keys: string[]) => answer.rows.map((row) => keys.map((key) => row[key]));
