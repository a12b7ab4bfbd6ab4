import { isBillerId, isPromptPayTarget } from '@sanya/strapi-plugin-platform/kernel';
import { type DoctorCheck, doubtful, type Finding, type Tools, well, wrong } from '@sanya/strapi-plugin-platform/kit';
import { SETTING } from '../content-types/types';

interface Setting {
  vatRegisteredFrom: string | null;
  vatRegisteredTo: string | null;
  bankAccounts: unknown[];
  promptPayTarget: string | null;
  promptPayBillerId: string | null;
}

const COMPANY = 'plugin::platform.setting';
const EVENT = 'plugin::platform.event';

/** How customers may pay. Pure. */
export function judgePayment(
  setting: Pick<Setting, 'bankAccounts' | 'promptPayTarget' | 'promptPayBillerId'>,
): Finding[] {
  const { bankAccounts, promptPayTarget: target, promptPayBillerId: biller } = setting;
  const findings: Finding[] = [];
  if (target && !isPromptPayTarget(target)) findings.push(wrong('billing.promptpay', { target }));
  if (biller && !isBillerId(biller)) findings.push(wrong('billing.biller', { biller }));
  if (!target && !biller && bankAccounts.length === 0) findings.push(doubtful('billing.no_way_to_pay'));
  return findings.length > 0 ? findings : [well('billing.payment')];
}

/** What must be set before a business sends invoices. */
export const doctorChecks = ({ platform }: Tools): readonly DoctorCheck[] => {
  const read = (): Promise<Setting> => platform.settings.read<Setting>(SETTING);

  /** Staff have looked at the settings and saved something of them. */
  async function isConfirmed(): Promise<boolean> {
    const [event] = await platform.rows.find(
      EVENT,
      (query, column) =>
        void query.where(column('subjectType'), SETTING).where(column('name'), 'setting.changed').limit(1),
      { fields: [] },
    );
    return event !== undefined;
  }

  return [
    {
      name: 'billing.tax',
      async run() {
        const { vatRegisteredFrom: from, vatRegisteredTo: to } = await read();
        const { taxId } = await platform.settings.read<{ taxId: string | null }>(COMPANY);
        const today = platform.clock.today();
        const registered = from !== null && from <= today && (to === null || today <= to);
        return [
          ...(registered && !taxId ? [wrong('billing.vat_without_tax_id')] : []),
          (await isConfirmed()) ? well('billing.tax_confirmed') : doubtful('billing.tax_unconfirmed'),
        ];
      },
    },
    { name: 'billing.payment', run: async () => judgePayment(await read()) },
  ];
};
