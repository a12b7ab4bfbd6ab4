import type { NewEvent } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT } from '../content-types/types';
import type { ContractRow } from '../stores/contracts';

type EventContract = Pick<ContractRow, 'id' | 'documentId' | 'customer' | 'state' | 'number'>;

/** `contract.activated` and its like: the contract before and after. */
export const contractEvent = (name: string, contract: EventContract, after: Record<string, unknown>): NewEvent => ({
  name,
  subject: { type: CONTRACT, id: contract.id, documentId: contract.documentId },
  customer: contract.customer,
  before: { state: contract.state },
  after: { number: contract.number, ...after },
});
