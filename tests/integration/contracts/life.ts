import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import { type App, type Staff } from '../../support/app';
import { companyMember, customerOf } from '../billing/support';
import type { Contract } from './support';

type Answer = { status: number; body: { data?: unknown; error?: { details?: { code?: string } } } };
interface Invoice {
  documentId: string;
  state: string;
  amountDue: string;
  total: string;
}

/** What was tried and how it was answered, so that a failure can be read. */
export interface Told {
  on: string;
  step: string;
  status: number;
  code?: string;
}

export interface Terms {
  activation: 'date' | 'signature';
  startsOn: string;
  termMonths: number | null;
  noticeDays: number;
  renewal?: { auto: boolean };
  lines: object[];
}

/** Life of a customer's contract at the doors of the office, drawn step by step; what is refused is refused cleanly. */
export async function beginLife(app: App, staff: Staff, draw: (below: number) => number) {
  const customer = await customerOf(app, await companyMember(app));
  const told: Told[] = [];
  const today = () => app.platform.clock.today();
  const pick = <T>(from: readonly T[]): T => {
    const found = from[draw(from.length)];
    if (found === undefined) throw new Error('There is nothing to pick from');
    return found;
  };
  const tell = (step: string, { status, body }: Answer): Answer => {
    told.push({ on: today(), step, status, code: body.error?.details?.code });
    if (status >= 500) throw new Error(`${step}: ${status} ${JSON.stringify(body)}`);
    return { status, body };
  };

  const line = (place: number) => {
    const billedIn = pick(['advance', 'advance', 'arrears']);
    const whileSuspended = pick(['keep', 'stop', 'stop', 'shift']);
    const unit = pick(['month', 'month', 'week', 'quarter', 'day']);
    return {
      ...{ description: `งาน ${place}`, unitPrice: String(10_000 + draw(90_001)), quantity: String(1 + draw(4)) },
      ...{ cycle: { unit, count: unit === 'day' ? 9 : 1 }, billedIn, whileSuspended },
      alignment: whileSuspended === 'shift' ? 'anniversary' : pick(['anniversary', 'calendar']),
      leadDays: billedIn === 'advance' ? pick([0, 0, 5]) : 0,
    };
  };
  const terms: Terms = {
    ...{ activation: pick(['date', 'date', 'signature']), startsOn: addDays(today(), pick([0, 0, 0, 4])) },
    ...{ termMonths: pick([null, 2, 6]), noticeDays: pick([0, 0, 7]), lines: [1, 2].slice(0, 1 + draw(2)).map(line) },
  };
  const { termMonths } = terms;
  const renewal = termMonths === null ? undefined : { auto: draw(2) === 0 };
  const made = tell(
    `make ${JSON.stringify({ ...terms, renewal })}`,
    await staff.post('/contracts/contracts', { customer: customer.documentId, ...terms, renewal }),
  );
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const contract = made.body.data as Contract;

  const act = async (verb: string, body: object = {}): Promise<Answer> =>
    tell(
      `${verb} ${JSON.stringify(body)}`,
      await staff.post(`/contracts/contracts/${contract.documentId}/${verb}`, body),
    );
  const rowsOf = async <Row>(path: string): Promise<Row[]> =>
    (
      await staff.get(
        `${path}?filters[customer][documentId][$eq]=${customer.documentId}&pagination[pageSize]=100&sort=id`,
      )
    ).body.data;
  const linesNow = async (): Promise<{ documentId: string; unitPrice: string; quantity: string }[]> => {
    const { body } = await staff.get(
      `/contracts/contract-lines?filters[contract][documentId][$eq]=${contract.documentId}&sort=position:asc`,
    );
    return (
      body.data as {
        documentId: string;
        startsOn: string;
        endsOn: string | null;
        unitPrice: string;
        quantity: string;
      }[]
    ).filter(({ startsOn, endsOn }) => endsOn === null || (endsOn >= startsOn && endsOn >= today()));
  };
  const changed = async (over: (line: { unitPrice: string; quantity: string }) => object): Promise<void> => {
    const lines = await linesNow();
    if (lines.length === 0) return;
    const { documentId, ...rest } = pick(lines);
    await act('change', { when: pick(['now', 'now', 'period_end']), lines: [{ line: documentId, ...over(rest) }] });
  };
  const advance = async (days: number): Promise<void> => {
    tell(`${days} days`, await staff.post('/platform/clock', { advance: `P${days}D` }));
  };

  const steps: Record<string, () => Promise<unknown>> = {
    activate: () => act('activate', draw(2) === 0 ? {} : { on: today() }),
    bill: async () => tell('bill', await staff.post('/contracts/billing-runs', { asOf: addDays(today(), draw(32)) })),
    up: () => changed(({ unitPrice }) => ({ unitPrice: String(BigInt(unitPrice) + BigInt(1 + draw(50_000))) })),
    down: () => changed(({ unitPrice }) => ({ unitPrice: String((BigInt(unitPrice) * BigInt(1 + draw(9))) / 11n) })),
    quantity: () => changed(() => ({ quantity: pick(['1', '2', '3', '0.5', '7']) })),
    suspend: () => act('suspend', { from: addDays(today(), pick([0, 0, 1, 12])), reason: 'ลูกค้าขอพัก' }),
    resume: () => act('resume', draw(2) === 0 ? {} : { on: addDays(today(), draw(6)) }),
    async pay() {
      const open = (await rowsOf<Invoice>('/billing/invoices')).filter(({ state }) => state === 'open');
      if (open.length === 0) return;
      const invoice = pick(open);
      const due = BigInt(invoice.amountDue);
      const amount = String(draw(3) === 0 ? due / 2n + 1n : due);
      tell(
        `pay ${amount}`,
        await staff.post('/billing/payments', {
          ...{ customer: customer.documentId, method: 'bank_transfer', amount, currency: 'THB', receivedOn: today() },
          allocations: [{ invoice: invoice.documentId, amount }],
        }),
      );
    },
    async reverse() {
      const paid = (await rowsOf<Invoice>('/billing/payments')).filter(({ state }) => state === 'succeeded');
      if (paid.length === 0) return;
      const url = `/billing/payments/${pick(paid).documentId}/reverse`;
      tell('reverse', await staff.post(url, { reason: 'เช็คคืน' }));
    },
    cancel: () => act('cancel', { ending: pick(['now', 'period_end', 'term_end']) }),
    renew: () => act('renew'),
    days: () => advance(1 + draw(25)),
  };
  // What is given up has no more to tell: that is rare.
  const often = Object.keys(steps)
    .filter((name) => name !== 'cancel')
    .flatMap((name) => [name, name, name])
    .concat(['cancel', 'days', 'days', 'days', 'pay', 'pay', 'up', 'down', 'quantity']);

  return {
    contract,
    told,
    step: () => steps[pick(often)]?.(),
    /** Nothing is off any more, and what is due of it is billed. */
    async finish(): Promise<void> {
      await act('resume');
      await advance(10);
    },
  };
}
