import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { FileAnswer, Platform, PrintedDocument, Ref } from '@sanya/strapi-plugin-platform/kit';
import type { Buyer, Seller } from '../domain/parties';
import { PRINT_KINDS, PRINTABLE, type PrintKind } from '../domain/printing';
import { type Sheet, sheetsOf } from '../stores/printings';
import { partiesOn } from './documents/shared';

interface Printed extends Ref {
  kind: PrintKind;
  sheet: Sheet;
  buyer: Buyer;
  seller: Seller;
}

/** The sheets of a batch with the parties that their documents name. */
async function printedSheets(platform: Platform, batch: string): Promise<Printed[]> {
  const sheets = await sheetsOf(platform, batch);
  if (sheets.length === 0) throw notFound('print.unknown');
  const byKind = new Map<PrintKind, Map<number, { buyer: Buyer; seller: Seller } & Ref>>();
  for (const kind of PRINT_KINDS) {
    const ids = sheets.flatMap((sheet) => sheet[PRINTABLE[kind].relation] ?? []);
    if (ids.length === 0) continue;
    const rows = await platform.rows.byIds<{ buyer: Buyer; seller: Seller }>(PRINTABLE[kind].type, ids, {
      fields: ['buyer', 'seller'],
    });
    byKind.set(kind, new Map(rows.map((row) => [row.id, row])));
  }
  return sheets.flatMap((sheet) =>
    PRINT_KINDS.flatMap((kind): Printed[] => {
      const row = byKind.get(kind)?.get(sheet[PRINTABLE[kind].relation] ?? 0);
      return row ? [{ ...row, kind, sheet }] : [];
    }),
  );
}

/** One PDF of all sheets of a batch, each in the language of its customer: as often as the printer needs it. */
export async function batchDocument(platform: Platform, batch: string): Promise<FileAnswer> {
  const printed = await printedSheets(platform, batch);
  const list = printed.map(
    ({ kind, id, buyer, sheet }): PrintedDocument => ({
      kind,
      id,
      language: buyer.language,
      print: { mark: sheet.mark },
    }),
  );
  return { file: { ...(await platform.documents.renderTogether(list, `print-${batch.slice(0, 8)}`)), inline: true } };
}

/** Envelopes for a batch: one for each customer, from the branch of the first of its documents. */
export async function batchEnvelopes(platform: Platform, batch: string): Promise<FileAnswer> {
  const printed = await printedSheets(platform, batch);
  const customerOf = (one: Printed): number => one.sheet.customer;
  const firsts = printed.filter(
    (one, place) => printed.findIndex((other) => customerOf(other) === customerOf(one)) === place,
  );
  const envelopes = firsts.map(({ buyer, seller }) => ({
    ...partiesOn(platform, { buyer, seller }, buyer.language),
    to: platform.messages.say(buyer.language, 'paper.please_send'),
  }));
  const language = firsts[0]?.buyer.language ?? 'th';
  const file = await platform.documents.envelopes(envelopes, language, `envelopes-${batch.slice(0, 8)}`);
  return { file: { ...file, inline: true } };
}
