import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { CustomerState } from '../domain/customer';
import { type DuplicateReason, type Marks, sameMarks } from '../domain/duplicates';
import { customerStore } from '../stores/customers';

export interface Duplicate {
  documentId: string;
  code: string;
  name: string;
  phone: string | null;
  taxId: string | null;
  branchCode: string | null;
  state: CustomerState;
  reasons: readonly DuplicateReason[];
}

const MOST = 200;
const SHOWN = 20;

/** For each of the given marks the customers who may be the same, the likeliest first; closed ones too. */
export async function findDuplicates(
  { platform }: Pick<Tools, 'platform'>,
  marks: readonly Marks[],
): Promise<Duplicate[][]> {
  const candidates = await customerStore(platform).sharing(marks, MOST * marks.length);
  return marks.map((one) =>
    candidates
      .map((candidate) => ({ candidate, reasons: sameMarks(one, candidate) }))
      .filter(({ reasons }) => reasons.length > 0)
      .sort((a, b) => b.reasons.length - a.reasons.length)
      .slice(0, SHOWN)
      .map(({ candidate, reasons }) => ({
        documentId: candidate.documentId,
        code: candidate.code,
        name: candidate.name,
        phone: candidate.phone,
        taxId: candidate.taxId,
        branchCode: candidate.branchCode,
        state: candidate.state,
        reasons,
      })),
  );
}
