import type { Catalogue, Values } from './types';

interface Example extends Values {
  /** Of its name and what it is for: `workflows.example_<code>`. */
  code: string;
}

const NONE = { th: '', en: '' };

/** Workflows that many offices want, to begin with. */
const EXAMPLES: readonly Example[] = [
  {
    ...{ code: 'thanks', name: '', event: 'invoice.paid', wait: '' },
    conditions: { all: [{ field: 'otherPaid', operator: 'is', value: 0 }] },
    actions: [
      {
        ...{ kind: 'mail', to: 'customer' },
        subject: { th: 'ขอบคุณที่ไว้วางใจเรา', en: 'Thank you for your trust' },
        body: {
          th: 'เรียน {{ customer.name }}\n\nเราได้รับชำระใบแจ้งหนี้ {{ invoice.number }} ซึ่งเป็นใบแรกของคุณแล้ว ขอบคุณที่เลือกเรา',
          en: 'Dear {{ customer.name }},\n\nyour first invoice with us, {{ invoice.number }}, is paid. Thank you for choosing us.',
        },
      },
    ],
  },
  {
    ...{ code: 'quote', name: '', event: 'quote.sent', wait: 'P3D' },
    conditions: { all: [{ field: 'state', operator: 'is', value: 'sent' }] },
    actions: [
      {
        ...{ kind: 'task', task: 'call', dueInDays: 0, assignee: 'responsible' },
        title: 'โทรหา {{ customer.name }} เรื่องใบเสนอราคา {{ quote.number }}',
      },
    ],
  },
  {
    ...{ code: 'reversed', name: '', event: 'payment.reversed', wait: '' },
    conditions: { all: [] },
    actions: [
      {
        ...{ kind: 'mail', to: 'role', role: 'sanya-billing' },
        subject: { ...NONE, th: 'เงินของ {{ customer.name }} ถูกกลับรายการ' },
        body: {
          ...NONE,
          th: 'เงิน {{ payment.amount | money: payment.currency }} ของ {{ customer.name }} ถูกกลับรายการ: {{ payment.reverseReason }}',
        },
      },
    ],
  },
];

/** Those whose event there is on this site. */
export const examplesOf = ({ subjects }: Catalogue): readonly Example[] =>
  EXAMPLES.filter(({ event }) => subjects.some(({ events }) => events.some(({ name }) => name === event)));
