/** @strapi own */
import { createHmac } from 'node:crypto';
import { EVENT } from '../../../plugins/platform/server/src/events/delivery-store';
import { createWorkflowStore } from '../../../plugins/platform/server/src/workflows/workflow-store';
import { until } from '../../support/until';
import { customerOf } from '../billing/support';
import {
  build,
  call,
  runsOf,
  switched,
  thanks,
  whenPaid,
  workflowOffice,
  type WorkflowOffice,
} from './workflow-office';

let office: WorkflowOffice;

beforeAll(async () => {
  office = await workflowOffice();
});
afterAll(() => office?.close());
beforeEach(() => {
  office.mails.length = 0;
  office.told.length = 0;
  office.state.answer = 200;
});
/** What one test switched on says nothing in the next. */
afterEach(async () => {
  jest.restoreAllMocks();
  const { body } = await office.admin.get('/platform/workflows');
  for (const one of body.data as { documentId: string; state: string }[]) {
    if (one.state === 'on') await switched(office.admin, one, 'off').expect(200);
  }
});

const built = async (draft: object) => {
  const workflow = await build(office.admin, draft);
  await switched(office.admin, workflow, 'on').expect(200);
  return workflow;
};

test('when an invoice is paid the customer is thanked, a call is entered and another site is told, signed', async () => {
  const workflow = await built(
    whenPaid({
      conditions: { all: [{ field: 'total', operator: 'at_least', value: '50000' }] },
      actions: [thanks(), call(), { kind: 'webhook', url: office.hook }],
    }),
  );
  expect(workflow.secret).toMatch(/^whsec_.{40,}/);
  const invoice = await office.invoice();
  const small = await office.invoice(office.customer, 100n);
  await office.pay(invoice);
  await office.pay(small);
  await office.work();

  const [mail, ...others] = office.mailsSaying('ขอบคุณ INV');
  expect(others).toEqual([]);
  expect(mail?.to).toEqual([office.member.email]);
  expect(mail?.subject).toBe(`ขอบคุณ ${invoice.number}`);
  expect(mail?.text).toContain('฿1,070.00');

  const [task] = (await office.tasks()).slice(-1);
  expect(task).toMatchObject({ title: 'โทรหา สมใจ ใจดี', dueOn: '2030-01-08', subjectName: invoice.number });

  expect(office.told).toHaveLength(1);
  const [{ headers, body } = { headers: {}, body: '' }] = office.told;
  const [, time = '', sent] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-sanya-signature'])) ?? [];
  expect(sent).toBe(
    createHmac('sha256', workflow.secret ?? '')
      .update(`${time}.${body}`)
      .digest('hex'),
  );
  expect(new Date(Number(time) * 1000).toISOString()).toBe(office.app.platform.clock.now());
  expect(JSON.parse(body)).toMatchObject({
    id: headers['x-sanya-delivery'],
    event: 'invoice.paid',
    workflow: { documentId: workflow.documentId, name: 'Thanks' },
    subject: { type: 'plugin::billing.invoice', documentId: invoice.documentId, name: invoice.number },
    customer: { documentId: office.customer.documentId, name: 'สมใจ ใจดี' },
    after: { state: 'paid', amountDue: '0' },
    data: { invoice: { total: '107000', currency: 'THB' } },
  });
  expect(await runsOf(office.admin, workflow)).toMatchObject([
    { state: 'done', steps: 3, problem: null, subject: { name: invoice.number } },
  ]);
  // Told once: it is nowhere to be read again.
  const { body: read } = await office.admin.get(`/platform/workflows/${workflow.documentId}`);
  expect(JSON.stringify(read)).not.toContain(workflow.secret);
  expect(read.data).toMatchObject({ signs: true, runs: { done: 1, waiting: 0, lapsed: 0, failed: 0 } });
});

test('one event starts one run, however many look at it at once and however often', async () => {
  const workflow = await built(
    whenPaid({ actions: [call({ title: 'ครั้งเดียว' }), { kind: 'webhook', url: office.hook }] }),
  );
  const invoices = [await office.invoice(), await office.invoice(), await office.invoice()];
  for (const invoice of invoices) await office.pay(invoice);
  await office.core.ledger.append();
  const step = async () => {
    const context = { tick: office.app.platform.clock.now(), cursor: null, runId: 0 };
    for (const job of office.core.workflows.jobs()) await job.step(context);
  };
  await Promise.all([step(), step(), step(), step()]);
  await step();
  // As if somebody had looked before: the place is one, the index the other that keeps it once.
  await office.app.strapi.store.set({ type: 'plugin', name: 'platform', key: 'workflows', value: 0 });
  await office.work();
  expect((await office.tasks()).filter(({ title }) => title === 'ครั้งเดียว')).toHaveLength(3);
  expect(office.told).toHaveLength(3);
  expect(await runsOf(office.admin, workflow)).toHaveLength(3);
});

test('what fails in the middle goes on there: what was done before is not done again', async () => {
  const workflow = await built(
    whenPaid({ actions: [call({ title: 'ก่อน' }), { kind: 'webhook', url: office.hook }, call({ title: 'หลัง' })] }),
  );
  office.state.answer = 503;
  await office.pay(await office.invoice());
  await office.work();
  const titles = async () =>
    (await office.tasks()).map(({ title }) => title).filter((title) => /^(ก่อน|หลัง)$/.test(title));
  expect(await titles()).toEqual(['ก่อน']);
  for (const [language, problem] of [
    ['en', '127.0.0.1 answered 503 and did not take the message.'],
    ['th', '127.0.0.1 ตอบ 503 และไม่รับข้อความ'],
  ] as const) {
    expect(await runsOf(office.admin, workflow, language)).toMatchObject([{ state: 'waiting', steps: 1, problem }]);
  }
  await office.core.jobs.runDue(new Date(Date.parse(office.app.platform.clock.now()) + 60_000).toISOString());
  expect(office.told.map(({ headers }) => headers['x-sanya-delivery'])).toHaveLength(2);
  expect(new Set(office.told.map(({ headers }) => headers['x-sanya-delivery'])).size).toBe(1);
  office.state.answer = 200;
  await office.core.jobs.runDue(new Date(Date.parse(office.app.platform.clock.now()) + 300_000).toISOString());
  expect(await titles()).toEqual(['ก่อน', 'หลัง']);
  expect(await runsOf(office.admin, workflow)).toMatchObject([{ state: 'done', steps: 3, problem: null }]);
});

test('a process that ends between doing and noting leaves nothing half done', async () => {
  await built(whenPaid({ actions: [call({ title: 'ทั้งคู่' }), thanks({ subject: { th: 'จบครบ', en: '' } })] }));
  await office.pay(await office.invoice());
  await office.core.ledger.append();
  jest.spyOn(office.app.strapi.log, 'error').mockImplementation(() => office.app.strapi.log);
  const { update } = office.app.platform.rows;
  let noted = 0;
  jest.spyOn(office.app.platform.rows, 'update').mockImplementation(async (uid, rows) => {
    if (uid.endsWith('workflow-run') && rows.some((row) => 'steps' in row) && (noted += 1) === 1) {
      throw new Error('the process ends');
    }
    return update(uid, rows);
  });
  await office.work();
  expect((await office.tasks()).filter(({ title }) => title === 'ทั้งคู่')).toHaveLength(0);
  await office.core.jobs.runDue(new Date(Date.parse(office.app.platform.clock.now()) + 60_000).toISOString());
  expect((await office.tasks()).filter(({ title }) => title === 'ทั้งคู่')).toHaveLength(1);
  expect(office.mailsSaying('จบครบ')).toHaveLength(1);
});

test('a workflow sees nothing of before it was switched on, nor after it was switched off', async () => {
  const before = await office.invoice();
  await office.pay(before);
  const workflow = await built(whenPaid());
  await office.work();
  expect(await runsOf(office.admin, workflow)).toEqual([]);
  const meanwhile = await office.invoice();
  await office.pay(meanwhile);
  await office.work();
  await switched(office.admin, workflow, 'off').expect(200);
  await office.pay(await office.invoice());
  await office.work();
  await switched(office.admin, workflow, 'on').expect(200);
  await office.work();
  expect((await runsOf(office.admin, workflow)).map(({ subject }) => subject.name)).toEqual([meanwhile.number]);
  expect(office.mailsSaying('ขอบคุณ INV')).toHaveLength(1);
});

test('after a wait the conditions are asked again; what came otherwise meanwhile is left alone', async () => {
  const workflow = await built({
    ...{ name: 'Call about what is unpaid', event: 'invoice.issued', wait: 'P3D' },
    conditions: { all: [{ field: 'state', operator: 'is', value: 'open' }] },
    actions: [call({ title: 'ทวง {{ invoice.number }}' })],
  });
  const [paid, open] = [await office.invoice(), await office.invoice()];
  await office.work();
  expect((await runsOf(office.admin, workflow)).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  await office.pay(paid);
  await office.admin.post('/platform/clock', { advance: 'P2D' }).expect(200);
  expect((await runsOf(office.admin, workflow)).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  await office.admin.post('/platform/clock', { advance: 'P1D' }).expect(200);
  const runs = await runsOf(office.admin, workflow);
  expect(runs.map(({ state, subject }) => [subject.name, state])).toEqual([
    [open.number, 'done'],
    [paid.number, 'lapsed'],
  ]);
  expect(runs[1]?.problem).toMatch(/conditions did not hold|เงื่อนไขไม่เป็นจริง/);
  const called = (await office.tasks()).filter(({ title }) => title.startsWith('ทวง'));
  expect(called.map(({ title }) => title)).toEqual([`ทวง ${open.number}`]);

  // Switched off while it waits, it does nothing.
  await office.invoice();
  await office.work();
  await switched(office.admin, workflow, 'off').expect(200);
  await office.admin.post('/platform/clock', { advance: 'P4D' }).expect(200);
  expect((await runsOf(office.admin, workflow))[0]).toMatchObject({ state: 'lapsed', steps: 0 });
});

test('what a workflow did starts no workflow', async () => {
  const workflow = await built({
    ...{ name: 'Round and round', event: 'task.opened', conditions: { all: [] } },
    actions: [call({ task: 'other', title: 'ต่อจาก {{ task.title }}' })],
  });
  const day = office.app.platform.clock.today();
  await office.admin.post('/crm/tasks', { kind: 'other', title: 'ต้นเรื่อง', dueOn: day }).expect(201);
  for (let round = 0; round < 3; round += 1) await office.work();
  const titles = (await office.tasks('other')).map(({ title }) => title);
  expect(titles).toEqual(['ต้นเรื่อง', 'ต่อจาก ต้นเรื่อง']);
  expect(await runsOf(office.admin, workflow)).toHaveLength(1);
  const [last] = await office.app.platform.rows.find<{ actor: string; requestId: string }>(
    EVENT,
    (query, column) => void query.where(column('name'), 'task.opened').orderBy(column('id'), 'desc').limit(1),
  );
  expect([last?.actor, last?.requestId.startsWith('workflow:')]).toEqual(['system:workflow', true]);
});

test('what a rehearsal says is what then happens', async () => {
  const draft = whenPaid({
    conditions: {
      any: [
        { field: 'total', operator: 'more_than', value: '300000' },
        {
          all: [
            { field: 'otherPaid', operator: 'at_least', value: 3 },
            { field: 'state', operator: 'changed_to', value: 'paid' },
          ],
        },
        { field: 'customer.name', operator: 'contains', value: 'ไม่มีใคร' },
      ],
    },
    actions: [call({ title: 'ตามที่ซ้อม' })],
  });
  const other = await office.app.member({ name: 'บริษัท ใหม่' });
  const stranger = await customerOf(office.app, other);
  const workflow = await built(draft);
  for (const [customer, baht] of [
    [stranger, 100n],
    [stranger, 5000n],
    [office.customer, 100n],
  ] as const) {
    await office.pay(await office.invoice(customer, baht), customer);
  }
  const events = async () => office.app.strapi.db.query('plugin::platform.event').count();
  await office.work();
  const counted = await events();
  const rehearse = (body: object) => office.admin.post('/platform/workflows/rehearse', body).expect(200);
  const { data } = (await rehearse({ ...draft, days: 1 })).body;
  expect(await events()).toBe(counted);
  const runs = await runsOf(office.admin, workflow);
  const today = data.matched.map((one: { subject: { name: string } }) => one.subject.name) as string[];
  expect(runs.length).toBe(2);
  expect(today.slice(0, 2)).toEqual(runs.map(({ subject }) => subject.name));
  expect(data.would).toBe(data.days.reduce((sum: number, day: { would: number }) => sum + day.would, 0));
  expect(data.looked).toBe(data.matched.length + data.unmatched.length);
  const [left] = data.unmatched.filter((one: { customer: string }) => one.customer === 'บริษัท ใหม่');
  expect(left.failed).toContainEqual({ field: 'otherPaid', operator: 'at_least', value: 3 });

  // A saved one is noted as tried, until it is changed.
  const saved = await office.admin.post(`/platform/workflows/${workflow.documentId}/rehearse`, { days: 1 }).expect(200);
  expect(saved.body.data).toEqual(data);
  const read = async () => (await office.admin.get(`/platform/workflows/${workflow.documentId}`)).body.data;
  expect(await read()).toMatchObject({ rehearsed: true, revision: 1 });
  const changed = { ...draft, name: 'Changed', revision: 1 };
  await office.admin.put(`/platform/workflows/${workflow.documentId}`, changed).expect(200);
  expect(await read()).toMatchObject({ rehearsed: false, revision: 2, state: 'on' });
  const stale = await office.admin.put(`/platform/workflows/${workflow.documentId}`, changed);
  expect([stale.status, stale.body.error.details.code]).toEqual([409, 'workflow.changed_meanwhile']);
});

test('mails go to the office by role or by name, in the language of each reader', async () => {
  const lead = await office.app.staff('sales-lead', 'lead@office.example');
  await office.app.strapi.db.query('admin::user').update({ where: { id: lead.id }, data: { preferedLanguage: 'en' } });
  const words = {
    subject: { th: 'รับเงิน', en: 'Money came' },
    body: { th: 'จาก {{ customer.name }}', en: 'From {{ customer.name }}' },
  };
  await built(
    whenPaid({
      actions: [
        { kind: 'mail', to: 'role', role: 'sanya-sales-lead', ...words },
        { kind: 'mail', to: 'staff', staff: [office.admin.id], ...words },
        { kind: 'mail', to: 'address', address: 'team@office.example', ...words },
      ],
    }),
  );
  await office.pay(await office.invoice());
  await office.work();
  await until(
    'three mails',
    () => office.mails.filter(({ subject }) => /^(Money came|รับเงิน)$/.test(subject)).length === 3,
  );
  const [english] = office.mailsSaying('Money came');
  expect([english?.to, english?.text.includes('From สมใจ ใจดี')]).toEqual([['lead@office.example'], true]);
  expect(office.mails.filter(({ subject }) => subject === 'รับเงิน')).toHaveLength(2);
});

test('what cannot be done waits for staff, who mend the reason and carry on', async () => {
  const silent = await office.app.member({ name: 'ไม่มีอีเมล' });
  const customer = await customerOf(office.app, silent);
  const store = createWorkflowStore(office.app.platform.rows);
  await office.app.platform.rows.update('plugin::crm.customer', [{ id: customer.id, email: null }]);
  const workflow = await built(whenPaid({ actions: [thanks({ subject: { th: 'สำเร็จแล้ว', en: '' } })] }));
  await office.pay(await office.invoice(customer), customer);
  await office.work();
  const [run] = await runsOf(office.admin, workflow);
  expect(run).toMatchObject({ state: 'failed', steps: 0 });
  expect(run?.problem).toMatch(/address|ที่อยู่อีเมล/);
  await office.app.platform.rows.update('plugin::crm.customer', [{ id: customer.id, email: 'found@example.com' }]);
  const retried = await office.admin.post(`/platform/workflow-runs/${run?.documentId}/retry`);
  expect([retried.status, retried.body.data.state]).toEqual([200, 'waiting']);
  await office.work();
  expect(office.mailsSaying('สำเร็จแล้ว').map(({ to }) => to)).toEqual([['found@example.com']]);
  const again = await office.admin.post(`/platform/workflow-runs/${run?.documentId}/retry`);
  expect([again.status, again.body.error.details.code]).toEqual([409, 'workflow.run_not_failed']);
  expect((await store.runByDocumentId(run?.documentId ?? ''))?.state).toBe('done');
});

test('one without runs is gone when it is deleted; the runs of another stay', async () => {
  const fresh = await build(office.admin, whenPaid({ name: 'Never' }));
  await office.admin.delete(`/platform/workflows/${fresh.documentId}`).expect(200);
  await office.admin.get(`/platform/workflows/${fresh.documentId}`).expect(404);
  const used = await built(whenPaid({ name: 'Used' }));
  await office.pay(await office.invoice());
  await office.work();
  const refused = await office.admin.delete(`/platform/workflows/${used.documentId}`);
  expect([refused.status, refused.body.error.details.code]).toEqual([409, 'state.not_allowed']);
  await switched(office.admin, used, 'off').expect(200);
  await office.admin.delete(`/platform/workflows/${used.documentId}`).expect(200);
  const listed = (await office.admin.get('/platform/workflows')).body.data as { name: string }[];
  expect(listed.map(({ name }) => name)).not.toContain('Used');
  expect(await runsOf(office.admin, used)).toHaveLength(1);
  const log = (await office.admin.get('/platform/events?type=plugin::platform.workflow')).body.data as {
    name: string;
  }[];
  expect([...new Set(log.map(({ name }) => name))].sort()).toEqual(
    ['archived', 'changed', 'created', 'deleted', 'switched_off', 'switched_on'].map((verb) => `workflow.${verb}`),
  );
});

test('a moment counts on the day that it is in the office, in the past as in what happens', async () => {
  const due = { task: 'other', title: 'ตามเรื่องเดือนกุมภาพันธ์' };
  const draft = {
    ...{ name: 'Put off into February', event: 'task.postponed' },
    conditions: { all: [{ field: 'dueOn', operator: 'changed_to', value: '2030-02-01' }] },
    actions: [call(due)],
  };
  const workflow = await built(draft);
  const made = await office.admin.post('/crm/tasks', { kind: 'other', title: 'เรื่องที่เลื่อน', dueOn: '2030-01-31' });
  const { documentId } = made.body.data as { documentId: string };
  const { events, rows, transaction } = office.app.platform;
  const [task] = await rows.byDocumentIds('plugin::crm.task', [documentId]);
  // Another plugin of the site puts it off, and tells by the moment until when.
  for (const dueOn of ['2030-01-31T16:59:59.000Z', '2030-01-31T18:00:00.000Z']) {
    const subject = { type: 'plugin::crm.task', id: task?.id ?? 0, documentId };
    await transaction(() =>
      events.record([{ name: 'task.postponed', subject, before: { dueOn: '2030-01-30' }, after: { dueOn } }]),
    );
  }
  await office.work();
  expect(await runsOf(office.admin, workflow)).toMatchObject([{ state: 'done' }]);
  expect((await office.tasks('other')).filter(({ title }) => title === due.title)).toHaveLength(1);
  const tried = await office.admin.post('/platform/workflows/rehearse', { ...draft, days: 1 }).expect(200);
  expect(tried.body.data).toMatchObject({ looked: 2, would: 1, unmatched: [{ failed: [{ field: 'dueOn' }] }] });
});

test('runs that are over are forgotten in time; what failed waits for staff, and nothing is run for again', async () => {
  const silent = await office.app.member({ name: 'ยังไม่มีอีเมล' });
  const unreachable = await customerOf(office.app, silent);
  await office.app.platform.rows.update('plugin::crm.customer', [{ id: unreachable.id, email: null }]);
  const draft = whenPaid({ name: 'Kept for a while', actions: [thanks({ subject: { th: 'ครั้งเดียวพอ', en: '' } })] });
  const workflow = await built(draft);
  const patient = await built(whenPaid({ name: 'Two months later', wait: 'P60D' }));
  const invoices = [await office.invoice(), await office.invoice(unreachable)] as const;
  await office.pay(invoices[0]);
  await office.pay(invoices[1], unreachable);
  await office.work();
  const states = async () => (await runsOf(office.admin, workflow)).map(({ state }) => state);
  const counted = async ({ documentId }: { documentId: string }) =>
    (await office.admin.get(`/platform/workflows/${documentId}`)).body.data.runs;
  expect((await states()).sort()).toEqual(['done', 'failed']);

  // While it is counted how runs went they stay, however short details are kept.
  const setting = '/content-manager/single-types/plugin::platform.setting';
  await office.admin.put(setting, { detailsKeptDays: 7 }).expect(200);
  await office.admin.post('/platform/clock', { advance: 'P29D' }).expect(200);
  expect((await states()).sort()).toEqual(['done', 'failed']);
  expect(await counted(workflow)).toMatchObject({ done: 1, failed: 1 });
  await office.admin.post('/platform/clock', { advance: 'P3D' }).expect(200);
  expect(await states()).toEqual(['failed']);
  // What waits is counted however long ago it began.
  expect(await counted(patient)).toMatchObject({ waiting: 2, done: 0 });

  const again = async (): Promise<void> => {
    await office.work();
    const context = { tick: office.app.platform.clock.now(), cursor: null, runId: 0 };
    for (const job of office.core.workflows.jobs()) await job.step(context);
  };
  await again();
  await switched(office.admin, workflow, 'off').expect(200);
  await switched(office.admin, workflow, 'on').expect(200);
  await again();
  expect(await states()).toEqual(['failed']);
  await office.pay(await office.invoice());
  await again();
  expect(await states()).toEqual(['done', 'failed']);
  expect(office.mailsSaying('ครั้งเดียวพอ')).toHaveLength(2);

  const [, failed] = await runsOf(office.admin, workflow);
  await office.app.platform.rows.update('plugin::crm.customer', [{ id: unreachable.id, email: 'now@example.com' }]);
  await office.admin.post(`/platform/workflow-runs/${failed?.documentId}/retry`).expect(200);
  await again();
  expect(await states()).toEqual(['done', 'done']);
  expect(office.mailsSaying('ครั้งเดียวพอ').map(({ to }) => to)).toContainEqual(['now@example.com']);
});

test.each([
  ['no such event', { event: 'invoice.dreamt' }, 'workflow.event_unknown', 'event'],
  ['a wait without end', { wait: 'P0D' }, 'workflow.wait_wrong', 'wait'],
  ['nothing to do', { actions: [] }, 'workflow.actions_count', 'actions'],
  ['an unknown action', { actions: [{ kind: 'dance' }] }, 'input.not_one_of', 'actions.0.kind'],
  [
    'a task without words',
    { actions: [{ kind: 'task', task: 'call', dueInDays: 1 }] },
    'input.required',
    'actions.0.title',
  ],
  ['a task of nobody', { actions: [call({ assignee: 99_999 })] }, 'staff.unknown', 'actions.0.assignee'],
  [
    'a text with an unknown place',
    { actions: [call(), call({ title: '{{ invoice.colour }}' })] },
    'template.variable_unknown',
    'actions.1.title',
  ],
  [
    'a text that cannot be read',
    { actions: [thanks({ body: { th: '{% if', en: '' } })] },
    'template.not_closed',
    'actions.0.body.th',
  ],
  ['half a mail', { actions: [thanks({ subject: { th: 'a', en: 'b' } })] }, 'workflow.mail_half', 'actions.0.body.en'],
  [
    'an empty mail',
    { actions: [thanks({ subject: { th: '', en: '' }, body: { th: '', en: '' } })] },
    'workflow.mail_empty',
    'actions.0.subject.th',
  ],
  [
    'a mail to a role that is not there',
    { actions: [thanks({ to: 'role', role: 'wizard' })] },
    'approval.role_unknown',
    'actions.0.role',
  ],
  [
    'a webhook to no web site',
    { actions: [{ kind: 'webhook', url: 'ftp://example.com' }] },
    'workflow.url_wrong',
    'actions.0.url',
  ],
  [
    'money that is no whole number',
    { conditions: { all: [{ field: 'total', operator: 'is', value: '10.50' }] } },
    'workflow.value_money',
    'conditions.all.0.value',
  ],
  [
    'conditions that are a list',
    { conditions: { all: [['x']] } },
    'workflow.conditions_unreadable',
    'conditions.all.0',
  ],
])('refused in the words of the reader: %s', async (_, over, code, field) => {
  for (const [language, letters] of [
    ['th', /[ก-๙]/],
    ['en', /^[^ก-๙]+$/],
  ] as const) {
    const headers = { 'Accept-Language': language };
    const answer = await office.admin.post('/platform/workflows', whenPaid(over), headers);
    expect([answer.status, answer.body.error?.details]).toMatchObject([400, { code, field }]);
    expect(answer.body.error.message).toMatch(letters);
  }
});

test('whoever may only look does not build, and who may nothing does not look', async () => {
  const workflow = await build(office.admin, whenPaid({ name: 'Not theirs' }));
  const [owner, seller] = [await office.app.staff('owner'), await office.app.staff('sales')];
  const path = `/platform/workflows/${workflow.documentId}`;
  await owner.get('/platform/workflows').expect(200);
  await owner.get('/platform/workflow-catalogue').expect(200);
  await owner.post(`${path}/switch-on`).expect(200);
  for (const ask of [
    seller.get('/platform/workflows'),
    seller.get('/platform/workflow-catalogue'),
    seller.get(`${path}/runs`),
    seller.post('/platform/workflows', whenPaid()),
    seller.post('/platform/workflows/rehearse', whenPaid()),
    seller.put(path, { ...whenPaid(), revision: 1 }),
    seller.post(`${path}/switch-off`),
    seller.post(`${path}/secret`),
    seller.delete(path),
  ]) {
    expect((await ask).status).toBe(403);
  }
});

test('all that workflows are made of has words in both languages', async () => {
  const { workflows, messages } = office.core;
  const { th, en } = messages.all();
  const said = workflows.subjects
    .all()
    .flatMap((subject) => [
      ...subject.events.map((name) => `event.${name}`),
      ...workflows.subjects.fieldsOf(subject).map(({ title }) => title),
    ]);
  const kinds = workflows.actions().map(({ kind }) => `workflow_action.${kind}`);
  expect([...said, ...kinds].filter((code) => !(code in th) || !(code in en))).toEqual([]);
  const names = workflows.subjects.all().flatMap(({ events }) => events);
  expect(new Set(names).size).toBe(names.length);
  for (const subject of workflows.subjects.all()) {
    for (const field of subject.fields) {
      expect([subject.type, field.name, field.kind === 'choice' && field.choices?.length === 0]).toEqual([
        ...[subject.type, field.name, false],
      ]);
    }
  }
});
