import { conflict, tellProblem } from '../../../kernel/src';
import type { FileAnswer } from '../actions';
import type { Platform } from '../platform';
import type { SheetFormat } from '../sheets';
import { fieldsOf, headingOf, type Headings } from './columns';
import type { AnyImportKind, ImportRow } from './kind';
import { importStore } from './store';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Lines as a file that is downloaded. */
export const sheetAnswer = async (
  platform: Platform,
  name: string,
  format: SheetFormat,
  lines: readonly (readonly string[])[],
): Promise<FileAnswer> => ({
  file: {
    filename: `${name}.${format}`,
    contentType: TYPES[format],
    content: await platform.sheets.write(format, lines),
  },
});

/** The rows that were not carried out, as they stood in the file, each with its reason. */
export async function importReport(platform: Platform, kind: AnyImportKind, id: number): Promise<FileAnswer> {
  const { language } = platform.caller();
  const say = (code: string, params = {}): string => platform.messages.say(language, code, params);
  const [one] = await platform.rows.byIds<ImportRow>(kind.type, [id], { fields: ['tidiedAt'] });
  if (one?.tidiedAt) throw conflict(`${kind.area}.rows_gone`);
  const rows = await importStore(platform.rows, kind).notDone(id);
  return sheetAnswer(platform, 'not-imported', 'csv', [
    ['row', 'reason', 'line'].map((word) => say(`${kind.area}.${word}`)),
    ...rows.map(({ row, cells, reason }) => [String(row), tellProblem(reason, say) ?? '', ...cells]),
  ]);
}

/** An empty file with our headings in the caller's language, and lines that show how they are filled in. */
export const importTemplate = <Field extends string>(
  platform: Platform,
  headings: Headings<Field>,
  {
    name,
    format,
    examples,
  }: { name: string; format: SheetFormat; examples: readonly Partial<Record<Field, string>>[] },
): Promise<FileAnswer> => {
  const { language } = platform.caller();
  const fields = fieldsOf(headings);
  return sheetAnswer(platform, name, format, [
    fields.map((field) => headingOf(headings, field, language)),
    ...examples.map((one) => fields.map((field) => one[field] ?? '')),
  ]);
};
