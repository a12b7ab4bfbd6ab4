import { addDays, badInput, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { CERTIFICATE } from '../content-types/types';
import { type Certificate, check, dispute, MOST_DAYS_EARLY, type Paper, receive } from '../domain/certificate';
import { certificateOwners, type CertificateRow, loadCertificates } from '../stores/certificates';
import { lockCustomers } from '../stores/parties';
import { readRules } from '../stores/settings';

export interface ReceivedPaper extends Paper {
  /** Row id of the certificate that was expected. */
  certificate: number;
}

const factsOf = (row: CertificateRow): Certificate => ({ ...row, kinds: row.kinds?.length ?? 0 });

/** Certificates under the lock of their customers, in the order asked. */
async function locked(platform: Platform, ids: readonly number[]): Promise<(CertificateRow & Ref)[]> {
  if (new Set(ids).size < ids.length) throw badInput('certificate.twice');
  await lockCustomers(platform, await certificateOwners(platform, ids));
  const rows = new Map((await loadCertificates(platform, ids)).map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = rows.get(id);
    if (!row) throw notFound('certificate.unknown');
    return row;
  });
}

const eventOf = (verb: string, row: CertificateRow & Ref, after: Record<string, unknown>): NewEvent => ({
  name: `certificate.${verb}`,
  subject: { type: CERTIFICATE, id: row.id, documentId: row.documentId },
  customer: row.customer,
  before: { state: row.state },
  after: { amount: row.amount, ...after },
});

/**
 * Certificates that came in, with what stands on them; one scan may show them all. Those whose amount is ours are
 * checked by that, the others wait for somebody to look.
 * @param scan a private file of the caller
 */
export const receiveCertificates = (
  platform: Platform,
  papers: readonly ReceivedPaper[],
  scan?: string,
): Promise<void> =>
  platform.transaction(async () => {
    const rows = await locked(
      platform,
      papers.map((paper) => paper.certificate),
    );
    const today = platform.clock.today();
    const decided = rows.map((row, index) => {
      const paper = papers[index];
      if (!paper) throw notFound('certificate.unknown');
      const state = receive(factsOf(row), paper, today, addDays(row.paidOn, -MOST_DAYS_EARLY));
      return { row, paper, state, stated: paper.amount ?? row.amount };
    });
    const [first] = rows;
    const [file] =
      scan && first ? await platform.files.attach([scan], { type: CERTIFICATE, documentId: first.documentId }) : [];
    const at = platform.clock.now();
    await platform.rows.update(
      CERTIFICATE,
      decided.map(({ row, paper, state, stated }) => ({
        id: row.id,
        state,
        book: paper.book ?? null,
        number: paper.number,
        certifiedOn: paper.on,
        statedAmount: stated,
        receivedOn: today,
        checkedAt: state === 'checked' ? at : null,
        disputeReason: null,
        scan: file?.id ?? null,
      })),
    );
    await platform.events.record(
      decided.map(({ row, paper, state, stated }) =>
        eventOf('received', row, { state, number: paper.number, stated, on: paper.on }),
      ),
    );
  });

/** Somebody has looked at certificates that differ from our books, and takes them as they are. */
export const checkCertificates = (platform: Platform, ids: readonly number[], note: string | null): Promise<void> =>
  platform.transaction(async () => {
    const rows = await locked(platform, ids);
    const { withholdingTolerance } = await readRules(platform);
    const checked = rows.map((row) => ({ row, state: check(factsOf(row), withholdingTolerance) }));
    await platform.rows.update(
      CERTIFICATE,
      checked.map(({ row, state }) => ({ id: row.id, state, checkedAt: platform.clock.now(), checkNote: note })),
    );
    await platform.events.record(
      checked.map(({ row, state }) => eventOf('checked', row, { state, stated: row.statedAmount, note })),
    );
  });

/** Certificates that are wrong: the payer is to send another. */
export const disputeCertificates = (platform: Platform, ids: readonly number[], reason: string): Promise<void> =>
  platform.transaction(async () => {
    const rows = await locked(platform, ids);
    const disputed = rows.map((row) => ({ row, state: dispute(factsOf(row)) }));
    await platform.rows.update(
      CERTIFICATE,
      disputed.map(({ row, state }) => ({ id: row.id, state, disputeReason: reason })),
    );
    await platform.events.record(disputed.map(({ row, state }) => eventOf('disputed', row, { state, reason })));
  });
