import type { App, Member, Staff } from '../../support/app';

export interface Contract {
  id: number;
  documentId: string;
  number: string;
  serviceId: string;
  state: string;
  startsOn: string | null;
  endsOn: string | null;
  nextBillOn: string | null;
  suspendedFrom: string | null;
  problem?: string | null;
  endReason?: string | null;
  lines: { documentId: string; standing: string; endsOn: string | null; unitPrice: string }[];
}

export interface Period {
  documentId: string;
  periodNumber: number;
  startsOn: string;
  endsOn: string;
  state: string;
  amount: string;
  invoice: {
    documentId: string;
    number: string;
    state: string;
    total: string;
    dueDate: string;
    issuedOn: string;
  } | null;
}

type Answer = { status: number; body: unknown };
export async function asked<T>(request: Promise<Answer>, status = 200): Promise<T> {
  const answer = await request;
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return (answer.body as { data: T }).data;
}
export async function refused(request: Promise<Answer>): Promise<[number, string, string | undefined]> {
  const { status, body } = await request;
  const { error } = body as { error?: { details: { code: string; field?: string } } };
  return [status, error?.details.code ?? '', error?.details.field];
}

/** What a contract may be asked and told, by one of the staff. */
export const contractDesk = (app: App, staff: Staff) => ({
  make: (customer: string, lines: object[], more: object = {}): Promise<Contract> =>
    asked(staff.post('/contracts/contracts', { customer, lines, ...more }), 201),
  read: async (documentId: string): Promise<Contract> => asked(staff.get(`/contracts/contracts/${documentId}`)),
  act: (documentId: string, verb: string, body: object = {}): Promise<Contract> =>
    asked(staff.post(`/contracts/contracts/${documentId}/${verb}`, body)),
  periods: (documentId: string, query = ''): Promise<Period[]> =>
    asked(
      staff.get(
        `/contracts/billing-periods?filters[contract][documentId][$eq]=${documentId}&populate=invoice&sort=id:asc&pagination[pageSize]=100${query}`,
      ),
    ),
  turnTo: async (day: string): Promise<void> => {
    await asked(staff.post('/platform/clock', { now: `${day}T05:00:00.000Z` }));
  },
  today: (): string => app.platform.clock.today(),
});

/** Pays an order's invoice as its customer, by a slip that staff find good, or at once by staff. */
export const pay = (staff: Staff, customer: string, invoice: { documentId: string; total: string }, on: string) =>
  asked(
    staff.post('/billing/payments', {
      ...{ customer, method: 'bank_transfer', amount: invoice.total, currency: 'THB', receivedOn: on },
      allocations: [{ invoice: invoice.documentId, amount: invoice.total }],
    }),
    201,
  );

export const own = (member: Member, path: string) => member.get(`/api/contracts/${path}`);
