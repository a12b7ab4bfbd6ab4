import type { ApprovalKind } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../content-types/types';
import type { CustomerDraft } from '../domain/customer';
import { updateCustomers } from '../use-cases/update-customers';

/** Where the settings ask for it, a change of a customer waits for somebody who may grant it. */
export const approvals: readonly ApprovalKind[] = [
  {
    code: 'customer-edit',
    name: { th: 'แก้ไขข้อมูลลูกค้า', en: 'Change of a customer' },
    permission: 'customer.approve',
    locks: CUSTOMER,
    granted: async (tools, list) => {
      await updateCustomers(
        tools,
        list.map(({ subjectId, payload }) => ({ id: subjectId, change: (payload ?? {}) as Partial<CustomerDraft> })),
      );
    },
    // Nothing was done yet.
    refused: async () => undefined,
  },
];
