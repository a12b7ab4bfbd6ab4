import { readFile } from 'node:fs/promises';
import { badInput, Refusal } from '@sanya/strapi-plugin-platform/kernel';
import { defineAction, type UploadedFile } from '@sanya/strapi-plugin-platform/kit';
import { BANK_STATEMENT } from '../content-types/types';
import { SUSPENDED } from '../domain/statements/suspended';
import { countLines, linesInStates } from '../stores/statement-lines';
import { knownLines, type StatementHead } from '../stores/statements';
import { discardStatements } from '../use-cases/end-statement-lines';
import { importStatement } from '../use-cases/import-statements';
import { matchStatementLines } from '../use-cases/match-statement-lines';
import { isOpened, openStatement } from '../use-cases/open-statement';
import {
  discardedStatement,
  importedStatement,
  matchedCounts,
  statementCounts,
  statementPage,
  statementPreviewed,
} from './statement-answers';
import { counted, linesPage, statementImport, statementPreview } from './statement-shapes';
import { nothing } from './shapes';
import { countsView, linesView, previewView } from './statement-views';

const LARGEST_MB = 10;

async function contentOf(files: readonly UploadedFile[]): Promise<{ name: string; content: Buffer }> {
  const [upload, another] = files;
  if (!upload || another) throw badInput('statement.one_file', { field: 'file' });
  if (upload.size > LARGEST_MB * 1024 * 1024) {
    throw new Refusal({ code: 'statement.too_large', status: 413, field: 'file', params: { most: LARGEST_MB } });
  }
  return { name: upload.name, content: await readFile(upload.path) };
}

const STATES = {
  matched: ['matched'],
  to_check: ['to_check'],
  unknown: ['unknown'],
  applied: ['applied'],
  aside: ['ignored', 'returned'],
  outgoing: ['outgoing'],
} as const;

const IMPORTED = [
  ...(['account', 'bank', 'layout', 'from', 'to', 'currency', 'opening', 'closing', 'skippedCount'] as const),
];

export const statementActions = [
  defineAction({
    name: 'previewStatement',
    summary:
      'Read a bank statement (CSV or XLSX) without storing it: lines, what cannot be read and why, what is known',
    staff: { method: 'POST', path: '/statements/preview', permission: 'statement.import' },
    graphql: 'none',
    multipart: true,
    writes: false,
    input: statementPreview,
    output: statementPreviewed,
    run: async ({ platform, caller, files, input }) => {
      const opened = await openStatement(platform, { ...(await contentOf(files)), ...input });
      const known = isOpened(opened)
        ? await knownLines(
            platform,
            opened.account,
            opened.lines.map(({ key }) => key),
          )
        : new Map<string, number>();
      return previewView(platform, caller.language, opened, known);
    },
  }),
  defineAction({
    name: 'importStatement',
    summary: 'Store a bank statement and look for what its money is of: matched, to check, unknown',
    staff: { method: 'POST', path: '/statements', permission: 'statement.import' },
    graphql: 'none',
    multipart: true,
    status: 201,
    input: statementImport,
    output: importedStatement,
    run: async ({ platform, files, input: { skipUnreadable, ...input } }) => {
      const wish = { ...(await contentOf(files)), ...input, skipUnreadable: skipUnreadable === 'true' };
      const { statement, written, known } = await importStatement(platform, wish);
      const [row] = await platform.rows.byIds<Pick<StatementHead, (typeof IMPORTED)[number]>>(
        BANK_STATEMENT,
        [statement.id],
        { fields: IMPORTED },
      );
      const { matched, toCheck, unknown } = countsView((await countLines(platform, [statement.id])).get(statement.id));
      return (
        row && {
          statement: row,
          ...{ written, known },
          ...{ matched: matched.lines, toCheck: toCheck.lines, unknown: unknown.lines },
        }
      );
    },
  }),
  defineAction({
    name: 'countStatements',
    summary: 'How many lines of statements are matched, to check, unknown, applied, and what they come to',
    staff: { method: 'GET', path: '/statement-counts', permission: 'statement.read' },
    graphql: 'none',
    writes: false,
    input: counted,
    output: statementCounts,
    run: async ({ platform, input }) => {
      const rows = await platform.rows.byDocumentIds(BANK_STATEMENT, input.statements.split(','), { fields: [] });
      const counts = await countLines(
        platform,
        rows.map(({ id }) => id),
      );
      return Object.fromEntries(rows.map(({ id, documentId }) => [documentId, countsView(counts.get(id))]));
    },
  }),
  defineAction({
    name: 'statementLines',
    summary: 'Lines of a statement with what they may be of, in words',
    subject: BANK_STATEMENT,
    staff: { method: 'GET', path: '/statements/:id/lines', permission: 'statement.read' },
    graphql: 'none',
    writes: false,
    input: linesPage,
    output: statementPage,
    run: async ({ platform, caller, subject, input: { tab, page } }) => ({
      ...(await linesView(platform, caller.language, { statement: subject.id, states: STATES[tab], page })),
      counts: countsView((await countLines(platform, [subject.id])).get(subject.id)),
    }),
  }),
  defineAction({
    name: 'matchStatement',
    summary: 'Look again for what the lines of a statement are of that are not applied yet',
    subject: BANK_STATEMENT,
    staff: { method: 'POST', path: '/statements/:id/match', permission: 'statement.apply' },
    graphql: 'none',
    input: nothing,
    output: matchedCounts,
    run: async ({ platform, subject }) => {
      await matchStatementLines(platform, await linesInStates(platform, subject.id, SUSPENDED));
      const { matched, toCheck, unknown } = countsView((await countLines(platform, [subject.id])).get(subject.id));
      return { matched: matched.lines, toCheck: toCheck.lines, unknown: unknown.lines };
    },
  }),
  defineAction({
    name: 'discardStatement',
    summary: 'Take back a statement that should not have been imported, while nothing is done with it',
    subject: BANK_STATEMENT,
    staff: { method: 'POST', path: '/statements/:id/discard', permission: 'statement.import' },
    graphql: 'none',
    input: nothing,
    output: discardedStatement,
    run: async ({ platform, subject }) => {
      await discardStatements(platform, [subject.id]);
      return { discarded: true } as const;
    },
  }),
];
