import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { evaluate, explain } from '../domain/derivation';
import { readFrozenInvoices } from '../stores/frozen';

export interface LineExplanation {
  documentId: string;
  position: number;
  description: string;
  total: bigint;
  sentences: string[];
  /** Whether evaluating what was kept gives the amount on the invoice. It always should. */
  agrees: boolean;
}

/** Why each line costs what it costs, from what was kept when the invoice was issued. */
export async function explainInvoice(platform: Platform, id: number, language: Language): Promise<LineExplanation[]> {
  const [invoice] = await readFrozenInvoices(platform, [id]);
  const say = (code: string, params?: Record<string, string | number>): string =>
    platform.messages.say(language, code, params);
  return (invoice?.lines ?? []).map((line, index) => {
    const { derivation } = line;
    const kept = derivation && 'tax' in derivation ? derivation : null;
    return {
      documentId: line.documentId,
      position: index + 1,
      description: line.description,
      total: line.total,
      sentences: kept ? explain(kept, say) : [],
      agrees: kept !== null && evaluate(kept).total === line.total,
    };
  });
}
