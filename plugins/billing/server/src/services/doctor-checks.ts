import { isBillerId, isPromptPayTarget } from '@sanya/strapi-plugin-platform/kernel';
import {
  type DoctorCheck,
  doubtful,
  type Finding,
  type GatewayName,
  type Tools,
  well,
  type Wired,
  wrong,
} from '@sanya/strapi-plugin-platform/kit';
import { GATEWAY_EVENT, SETTING } from '../content-types/types';

interface Setting {
  vatRegisteredFrom: string | null;
  vatRegisteredTo: string | null;
  bankAccounts: unknown[];
  promptPayTarget: string | null;
  promptPayBillerId: string | null;
  cardGateway: 'none' | GatewayName;
  cardPublicKey: string | null;
}

const COMPANY = 'plugin::platform.setting';
const EVENT = 'plugin::platform.event';

/** How customers may pay. Pure. */
function judgePayment(setting: Pick<Setting, 'bankAccounts' | 'promptPayTarget' | 'promptPayBillerId'>): Finding[] {
  const { bankAccounts, promptPayTarget: target, promptPayBillerId: biller } = setting;
  const findings: Finding[] = [];
  if (target && !isPromptPayTarget(target)) findings.push(wrong('billing.promptpay', { target }));
  if (biller && !isBillerId(biller)) findings.push(wrong('billing.biller', { biller }));
  if (!target && !biller && bankAccounts.length === 0) findings.push(doubtful('billing.no_way_to_pay'));
  return findings.length > 0 ? findings : [well('billing.payment')];
}

const VARIABLES = {
  stripe: { secret: 'STRIPE_SECRET_KEY', webhook: 'STRIPE_WEBHOOK_SECRET' },
  omise: { secret: 'OMISE_SECRET_KEY', webhook: 'OMISE_WEBHOOK_SECRET' },
} as const;
const NAMES = { stripe: 'Stripe', omise: 'Omise' } as const;

const isLivePublicly = (key: string): boolean => /^pk_live_|^pkey_(?!test_)/.test(key);

/** Whether cards can be charged, and what gateways tell be believed. Pure. */
function judgeCards(
  { cardGateway, cardPublicKey: key }: Pick<Setting, 'cardGateway' | 'cardPublicKey'>,
  wired: (gateway: GatewayName) => Wired,
): Finding[] {
  if (cardGateway === 'none') return [well('billing.cards_off')];
  const gateway = NAMES[cardGateway];
  const { secret, webhookSecret, live } = wired(cardGateway);
  const variables = VARIABLES[cardGateway];
  const findings = [
    ...(secret ? [] : [wrong('billing.cards_secret', { gateway, variable: variables.secret })]),
    ...(key ? [] : [wrong('billing.cards_public_key', { gateway })]),
    ...(webhookSecret ? [] : [doubtful('billing.cards_webhook', { gateway, variable: variables.webhook })]),
    ...(secret && key && isLivePublicly(key) !== live ? [wrong('billing.cards_mixed', { gateway })] : []),
  ];
  return findings.length > 0 ? findings : [well('billing.cards', { gateway })];
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

  async function toCheck(): Promise<number> {
    const knex = await platform.rows.knex();
    const [row] = (await knex(platform.rows.table(GATEWAY_EVENT))
      .where(platform.rows.column(GATEWAY_EVENT, 'state'), 'to_check')
      .count('* as count')) as { count: string | number }[];
    return Number(row?.count ?? 0);
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
    {
      name: 'billing.cards',
      async run() {
        const count = await toCheck();
        return [
          ...judgeCards(await read(), (gateway) => platform.gateway.wired(gateway)),
          ...(count > 0 ? [doubtful('billing.cards_to_check', { count })] : []),
        ];
      },
    },
  ];
};
