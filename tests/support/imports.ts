import type { App, Staff } from './app';
import { until } from './until';

export interface ImportedRow {
  row: number;
  outcome: string;
  state: string;
  reason: string | null;
}

/** Files of one kind as staff bring them in: `/billing/opening-money` names its doors. */
export function importsOf(app: App, who: Staff, what: string, beside: Record<string, string> = {}) {
  const send = (lines: readonly string[], by = who) => {
    const request = app.http
      .post(`/${what}-imports`)
      .set('Authorization', `Bearer ${by.token}`)
      .set('Accept-Language', 'en');
    for (const [name, value] of Object.entries(beside)) void request.field(name, value);
    return request.attach('file', Buffer.from(lines.join('\n')), 'old-books.csv');
  };
  const summary = async (id: string) => (await who.get(`/${what}-imports/${id}`)).body.data;
  const rows = async (id: string): Promise<ImportedRow[]> =>
    (
      await who
        .get(`/${what}-import-rows?filters[import][documentId][$eq]=${id}&sort=row:asc&pagination[pageSize]=100`)
        .set('Accept-Language', 'en')
    ).body.data;
  return {
    ...{ send, summary, rows },
    async read(lines: readonly string[]): Promise<string> {
      const answer = await send(lines);
      expect(answer.body.error).toBeUndefined();
      return answer.body.data.documentId;
    },
    outcomes: async (id: string): Promise<string[]> => (await rows(id)).map(({ outcome }) => outcome),
    async carryOut(id: string) {
      const started = await who.post(`/${what}-imports/${id}/start`);
      expect(started.body.error).toBeUndefined();
      await until('the import is finished', async () => (await summary(id)).state === 'finished', { withinMs: 60_000 });
      return summary(id);
    },
  };
}
