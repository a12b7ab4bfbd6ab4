import { type App, bootApp, type Staff } from '../../support/app';
import { inBoth } from '../../support/in-both';
import { companyMember, customerOf, issue, line, proofOf } from './support';

let app: App;
let clerk: Staff;
let admin: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  admin = await app.staff();
  await clockTo('2031-04-20T03:00:00Z');
  const steps = [
    { day: 1, channel: 'call' },
    { day: 5, channel: 'call' },
  ];
  const made = await clerk.post('/billing/dunning/policies', {
    name: 'Calls',
    active: true,
    workingDays: false,
    steps,
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const clockTo = async (now: string) => expect((await admin.post('/platform/clock', { now })).status).toBe(200);
/** Ten in the morning at Bangkok, an hour after which all of that day has run. */
const through = (day: string) => clockTo(`${day}T03:00:00Z`);
const codeOf = (answer: { status: number; body: { error?: { details: { code: string; field?: string } } } }) => [
  answer.status,
  answer.body.error?.details.code,
  answer.body.error?.details.field,
];

const buyer = async () => customerOf(app, await companyMember(app));
/** 5,350.00 with VAT. */
const owe = (customer: number, dueDate: string) => issue(app, customer, [line({ unitPrice: 500_000n })], { dueDate });

interface Task {
  documentId: string;
  state: string;
  dueOn: string;
  outcome: string | null;
  note: string | null;
}
const tasksOf = async (invoice: string): Promise<Task[]> =>
  (await clerk.get(`/crm/tasks?filters[subjectDocumentId][$eq]=${invoice}&sort=id:asc&populate=customer`)).body.data;
const noteSaid = async (task: Task | undefined): Promise<(string | null)[]> =>
  (await inBoth<Task>(() => clerk.get(`/crm/tasks/${task?.documentId}`))).map(({ note }) => note);
const noticeOf = async (invoice: string, day: number) =>
  (await clerk.get(`/billing/dunning-notices?filters[invoice][documentId][$eq]=${invoice}&filters[day][$eq]=${day}`))
    .body.data[0];
const done = (task: Task | undefined, body: object) => clerk.post(`/crm/tasks/${task?.documentId}/done`, body);

test('a step by telephone is one task, whose outcome stands with the step as well', async () => {
  const customer = await buyer();
  const invoice = await owe(customer.id, '2031-05-10');
  await through('2031-05-12');
  const [task, ...others] = await tasksOf(invoice.documentId);
  expect(others).toEqual([]);
  expect(task).toMatchObject({
    ...{ kind: 'call', state: 'open', dueOn: '2031-05-11', role: 'billing', assignee: null },
    ...{ subjectType: 'plugin::billing.invoice', subjectName: invoice.number },
    customer: { documentId: customer.documentId },
  });
  expect(codeOf(await done(task, {}))).toEqual([400, 'task.no_outcome', 'outcome']);
  expect(codeOf(await done(task, { outcome: 'done' }))).toEqual([400, 'task.outcome_wrong', 'outcome']);
  const again = { outcome: 'not_reached', again: '2031-05-01' };
  expect(codeOf(await done(task, again))).toEqual([400, 'task.day_past', 'again']);

  const later = await done(task, { outcome: 'not_reached', again: '2031-05-13', note: 'ไม่รับสาย' });
  expect(later.body.data).toMatchObject({ state: 'open', dueOn: '2031-05-13', outcome: null, note: 'ไม่รับสาย' });
  expect((await noticeOf(invoice.documentId, 1)).callOutcome).toBeNull();
  const reached = await done(task, { outcome: 'disputed', note: 'แจ้งว่าสินค้าไม่ครบ' });
  expect(reached.body.data).toMatchObject({ state: 'done', outcome: 'disputed' });
  expect(await noticeOf(invoice.documentId, 1)).toMatchObject({
    callOutcome: 'reached',
    callNote: 'แจ้งว่าสินค้าไม่ครบ',
  });
  expect(codeOf(await done(task, { outcome: 'reached' })).slice(0, 2)).toEqual([409, 'state.not_allowed']);
  const timeline = await clerk.get(`/platform/timeline?type=plugin::crm.task&subject=${task?.documentId}`);
  expect(timeline.body.data.map(({ name }: { name: string }) => name)).toEqual([
    ...['task.done', 'task.postponed', 'task.opened'],
  ]);
});

test('a promise that is said in the task holds the dunning of all that is owed', async () => {
  const customer = await buyer();
  const invoice = await owe(customer.id, '2031-06-10');
  await through('2031-06-12');
  const [task] = await tasksOf(invoice.documentId);
  expect(codeOf(await done(task, { outcome: 'promised' }))).toEqual([400, 'task.no_promised_day', 'until']);
  const promised = await done(task, { outcome: 'promised', until: '2031-06-20', note: 'จะโอนวันที่ 20' });
  expect(promised.body.data).toMatchObject({ state: 'done', outcome: 'promised', promisedOn: '2031-06-20' });
  expect((await noticeOf(invoice.documentId, 1)).callOutcome).toBe('promised');
  await through('2031-06-17');
  expect(await tasksOf(invoice.documentId)).toHaveLength(1);
});

test('said on the board of dunning, the task is done too; the next step is another task', async () => {
  const customer = await buyer();
  const invoice = await owe(customer.id, '2031-07-10');
  await through('2031-07-12');
  const notice = await noticeOf(invoice.documentId, 1);
  await clerk.post(`/billing/dunning-notices/${notice.documentId}/call`, { outcome: 'reached', note: 'รับทราบ' });
  expect(await tasksOf(invoice.documentId)).toMatchObject([{ state: 'done', outcome: 'reached', note: 'รับทราบ' }]);
  await through('2031-07-16');
  expect((await tasksOf(invoice.documentId)).map(({ state }) => state)).toEqual(['done', 'open']);
});

test('nobody calls about what is paid: the task is cancelled, with the reason', async () => {
  const customer = await buyer();
  const invoice = await owe(customer.id, '2031-08-10');
  await through('2031-08-12');
  const paid = await clerk.post('/billing/payments', {
    ...{ customer: customer.documentId, method: 'cash', amount: '535000', receivedOn: '2031-08-12' },
    allocations: [{ invoice: invoice.documentId, amount: '535000' }],
  });
  expect(paid.status).toBe(201);
  const [task] = await tasksOf(invoice.documentId);
  expect(task).toMatchObject({ state: 'cancelled', outcome: null });
  const words = ['ชำระแล้ว จึงไม่ต้องโทร', 'Paid: there is nothing to call about.'];
  expect(await noteSaid(task)).toEqual(words);
  const happened = await inBoth<{ name: string; after: { note?: string } }[]>(() =>
    clerk.get(`/platform/timeline?type=plugin::crm.task&subject=${task?.documentId}`),
  );
  expect(happened.map(([last]) => [last?.name, last?.after.note])).toEqual(
    words.map((said) => ['task.cancelled', said]),
  );
  await through('2031-08-20');
  expect(await tasksOf(invoice.documentId)).toHaveLength(1);
});

test('nobody calls about what is asked for no more: each reader is told why, and what people write stays as it is', async () => {
  const customer = await buyer();
  const [gone, other] = [await owe(customer.id, '2031-08-20'), await owe((await buyer()).id, '2031-08-20')];
  await through('2031-08-22');
  expect((await admin.post(`/billing/invoices/${gone.documentId}/void`, { reason: 'ออกผิด' })).status).toBe(200);
  const [task] = await tasksOf(gone.documentId);
  expect(await noteSaid(task)).toEqual([
    'ใบแจ้งหนี้ไม่ต้องเก็บเงินแล้ว จึงไม่ต้องโทร',
    'Nothing is asked for with this invoice any more: there is nothing to call about.',
  ]);
  const typed = '{"code":"dunning.call_paid","params":{}}';
  const [open] = await tasksOf(other.documentId);
  const cancel = (note: string) => clerk.post(`/crm/tasks/${open?.documentId}/cancel`, { reason: note });
  expect(codeOf(await cancel(`\u0002${typed}\u0003`)).slice(0, 2)).toEqual([400, 'input.control_characters']);
  expect((await cancel(typed)).status).toBe(200);
  expect(await noteSaid(open)).toEqual([typed, typed]);
});

test('one task for one step, whatever asks for it once more', async () => {
  const customer = await buyer();
  const invoice = await owe(customer.id, '2031-09-10');
  await through('2031-09-12');
  const [row] = await app.strapi.db
    .query('plugin::crm.task')
    .findMany({ where: { subjectDocumentId: invoice.documentId } });
  await expect(
    app.platform.rows.insert('plugin::crm.task', [
      {
        ...{ kind: 'call', state: 'open', dueOn: '2031-09-12', subjectType: row.subjectType },
        ...{ subjectId: row.subjectId, cause: row.cause },
      },
    ]),
  ).rejects.toThrow();
});

test('staff enter tasks of their own, give them away, and do them', async () => {
  const customer = await buyer();
  const body = { kind: 'confirm', title: 'ยืนยันวันติดตั้ง', dueOn: '2031-09-20', customer: customer.documentId };
  const made = await clerk.post('/crm/tasks', body);
  expect(made.body.data).toMatchObject({ state: 'open', assignee: clerk.id, title: 'ยืนยันวันติดตั้ง' });
  const { documentId } = made.body.data;
  const lead = await app.staff('sales-lead');
  const given = await clerk.post(`/crm/tasks/${documentId}/assign`, { assignee: lead.id });
  expect(given.body.data.assignee).toBe(lead.id);
  expect(codeOf(await clerk.post(`/crm/tasks/${documentId}/assign`, { assignee: 987_654 }))).toEqual([
    ...[400, 'staff.unknown', 'assignee'],
  ]);
  const finished = await lead.post(`/crm/tasks/${documentId}/done`, { note: 'ยืนยันแล้ว' });
  expect(finished.body.data).toMatchObject({ state: 'done', outcome: 'done', note: 'ยืนยันแล้ว' });
  const other = await clerk.post('/crm/tasks', { ...body, role: 'billing' });
  expect(other.body.data).toMatchObject({ assignee: null, role: 'billing' });
  const cancelled = await clerk.post(`/crm/tasks/${other.body.data.documentId}/cancel`, { reason: 'ไม่ต้องแล้ว' });
  expect(cancelled.body.data).toMatchObject({ state: 'cancelled', note: 'ไม่ต้องแล้ว' });
  expect((await (await app.staff('accountant')).post('/crm/tasks', body)).status).toBe(403);
  expect(codeOf(await clerk.post('/crm/tasks', { ...body, dueOn: 'soon' }))).toEqual([
    ...[400, 'input.not_a_date', 'dueOn'],
  ]);
});
