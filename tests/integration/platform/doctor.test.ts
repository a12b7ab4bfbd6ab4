/** @strapi own */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { ROLES } from '@sanya/strapi-plugin-platform/kit';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import type { Diagnosis } from '../../../plugins/platform/server/src/doctor/create-doctor';
import { fontsCheck } from '../../../plugins/platform/server/src/doctor/checks/fonts';
import { pluginsCheck } from '../../../plugins/platform/server/src/doctor/checks/plugins';
import { JOB_RUN } from '../../../plugins/platform/server/src/jobs/run-store';
import { type App, bootOwnApp, type Staff } from '../../support/app';
import { customerOf } from '../billing/support';

const COMPANY = 'plugin::platform.setting';
const BILLING = 'plugin::billing.setting';
class Undo extends Error {}

describe('the doctor', () => {
  let app: App;
  let core: PlatformCore;
  let owner: Staff;
  let smtp: SMTPServer;
  let folder: string;
  /** The environment of a site that is set up right. */
  let good: Record<string, string>;

  beforeAll(async () => {
    app = await bootOwnApp({ SANYA_JOBS: 'off', DATABASE_SYNCHRONOUS: 'FULL' });
    core = app.strapi.plugin('platform').service('core') as PlatformCore;
    await core.clock.moveTo('2030-01-01T00:00:00.000Z');
    await core.jobs.runDue();
    usual = await whatIsUsual();
    owner = await app.staff('owner');
    smtp = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    folder = await mkdtemp(path.join(os.tmpdir(), 'sanya-doctor-'));
    good = {
      NODE_ENV: 'production',
      TZ: 'UTC',
      SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
      SANYA_FILES_DIR: path.join(folder, 'files'),
      SANYA_LINK_SECRET: 'a-long-secret-of-this-very-site',
    };
    const company = await app.platform.settings.read(COMPANY);
    const mail = { companyName: 'บริษัท สัญญาดี จำกัด', email: 'office@example.com' };
    await app.strapi.documents(COMPANY as never).update({ documentId: company.documentId, data: mail as never });
    const billing = await app.platform.settings.read(BILLING);
    const pay = { promptPayTarget: '0812345678' };
    await app.strapi.documents(BILLING as never).update({ documentId: billing.documentId, data: pay as never });
  });
  afterAll(async () => {
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
    await rm(folder, { recursive: true, force: true });
    await app.close();
  });

  const examine = (env: Record<string, string> = {}): Promise<Diagnosis[]> =>
    core.doctor.examine('en', { ...good, ...env });
  const codesOf = (diagnoses: readonly Diagnosis[]): string[] =>
    diagnoses.filter(({ level }) => level !== 'ok').map(({ level, code }) => `${level} ${code}`);
  /** What is true of databases of tests: SQLite on a live site, and a PostgreSQL that may be quick rather than safe. */
  let usual: string[] = [];
  async function whatIsUsual(): Promise<string[]> {
    if (app.platform.rows.dialect === 'sqlite') return ['warning sqlite_live'];
    const { rows } = (await app.strapi.db.connection.raw(
      `select 1 from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'`,
    )) as { rows: unknown[] };
    return rows.length > 0 ? ['error kept_unsafely'] : [];
  }
  const found = async (env?: Record<string, string>): Promise<string[]> => {
    const codes = codesOf(await examine(env));
    return codes.filter((code) => !usual.includes(code));
  };
  /** What is found of a site that is broken in the database; then all of it is undone. */
  async function brokenBy(spoil: () => Promise<unknown>): Promise<string[]> {
    let codes: string[] = [];
    await app.platform
      .transaction(async () => {
        await spoil();
        codes = await found();
        throw new Undo();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
    return codes;
  }

  test('a site that is set up right has nothing wrong, and every check says something', async () => {
    const diagnoses = await examine();
    expect(codesOf(diagnoses)).toEqual(usual);
    expect([...new Set(diagnoses.map(({ check }) => check))]).toEqual([
      'plugins',
      'database',
      'guards',
      'clock',
      'zone',
      'secrets',
      'files',
      'fonts',
      'mail',
      'people',
      'jobs',
      'ledger',
      'company',
      'crm.customers',
      'billing.tax',
      'billing.payment',
      'billing.cards',
      'sales.products',
      'sales.warehouses',
    ]);
  });

  test('every code has its words in both languages, and what would be right', async () => {
    for (const diagnosis of [...(await examine({ TZ: 'Asia/Bangkok', SMTP_URL: '' }))]) {
      expect(core.messages.has(`doctor.check.${diagnosis.check}`)).toBe(true);
      expect(diagnosis.message).not.toMatch(/doctor\.|\{/);
      expect(diagnosis.right === null).toBe(diagnosis.level === 'ok');
    }
    const thai = await core.doctor.examine('th', { ...good, SMTP_URL: '' });
    expect(thai.find(({ code }) => code === 'mail_missing')).toMatchObject({
      title: 'อีเมล',
      message: 'ไม่ได้ตั้ง SMTP_URL จึงส่งอีเมลไม่ได้',
      right: 'ตั้ง SMTP_URL เช่น smtps://user:password@mail.example.com',
    });
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['the test clock on a live site', { SANYA_TEST_CLOCK: 'true' }, ['error clock_test']],
    ['the test clock elsewhere', { SANYA_TEST_CLOCK: 'true', NODE_ENV: 'development' }, ['warning clock_test']],
    ['a process in another zone', { TZ: 'Asia/Bangkok' }, ['warning zone_process_other']],
    ['no mail server', { SMTP_URL: '' }, ['error mail_missing']],
    ['an outbox', { SMTP_URL: '', SANYA_MAIL: 'outbox' }, ['warning mail_outbox']],
    ['a mail server that is not there', { SMTP_URL: 'smtp://127.0.0.1:1' }, ['error mail_unreachable']],
    ['doubles of a test', { SANYA_PORTS: 'recording' }, ['error mail_recording']],
    ['a short secret', { SANYA_LINK_SECRET: 'short' }, ['error secrets_weak']],
    ['the secret of an example', { SANYA_LINK_SECRET: 'toBeModified1-toBeModified2' }, ['error secrets_weak']],
  ])('finds %s', async (_, env, codes) => {
    expect(await found(env)).toEqual(codes);
  });

  test('finds private files in the public folder, open to others, or not to be written', async () => {
    const open = path.join(app.strapi.dirs.static.public, 'uploads', `doctor-${Date.now()}`);
    try {
      expect(await found({ SANYA_FILES_DIR: open })).toEqual(['error files_public']);
    } finally {
      await rm(open, { recursive: true, force: true });
    }
    const shared = path.join(folder, 'shared');
    await mkdir(shared);
    await chmod(shared, 0o755);
    expect(await found({ SANYA_FILES_DIR: shared })).toEqual(['warning files_open']);
    const file = path.join(folder, 'a-file');
    await writeFile(file, '', { mode: 0o644 });
    await chmod(file, 0o644);
    expect(await found({ SANYA_FILES_DIR: file })).toEqual(['error files_unwritable']);
    expect(await found({ SANYA_SECRETS_FILE: file })).toEqual(['warning secrets_open']);
  });

  test('finds a guard that was dropped or switched off', async () => {
    const postgres = app.platform.rows.dialect === 'postgres';
    const trigger = 'sanya_freeze_billing_tax_invoices_u';
    const on = postgres ? ' on billing_tax_invoices' : '';
    const index = 'drop index sanya_unique_event_subscriber';
    const drop = async (sql: string): Promise<string[]> => {
      const connection = app.strapi.db.connection;
      const made = postgres
        ? undefined
        : ((await connection.raw(
            `select sql from sqlite_master where name in ('${trigger}', 'sanya_unique_event_subscriber')`,
          )) as {
            sql: string;
          }[]);
      await connection.raw(sql);
      const codes = await found();
      await core.constraints.afterSync(core.constraintList());
      expect(made?.length ?? 2).toBe(2);
      return codes;
    };
    expect(await drop(`drop trigger ${trigger}${on}`)).toEqual(['error guards_missing']);
    expect(await drop(index)).toEqual(['error guards_missing']);
    if (postgres) {
      expect(await drop(`alter table billing_tax_invoices disable trigger ${trigger}`)).toEqual([
        'error guards_missing',
      ]);
    }
    expect(await found()).toEqual([]);
  });

  test('finds missing roles, roles without rights, members without rights and nobody to decide', async () => {
    const { db } = app.strapi;
    const query = (uid: string) => db.query(uid);
    const role = async (code: string) => (await query('admin::role').findOne({ where: { code } })) as { id: number };
    const { id } = await role('sanya-storekeeper');
    expect(await brokenBy(() => query('admin::role').update({ where: { id }, data: { code: 'renamed' } }))).toEqual([
      'error roles_missing',
    ]);
    expect(
      await brokenBy(async () => {
        const rights = (await query('admin::permission').findMany({ where: { role: { id } } })) as { id: number }[];
        await query('admin::permission').deleteMany({ where: { id: { $in: rights.map((right) => right.id) } } });
      }),
    ).toEqual(['warning roles_without_rights']);
    expect(await brokenBy(() => query('admin::user').updateMany({ where: {}, data: { isActive: false } }))).toEqual([
      'error leaders_missing',
    ]);
    expect(
      await brokenBy(() =>
        query('plugin::users-permissions.permission').deleteMany({
          where: { action: { $startsWith: 'plugin::billing.actions.' } },
        }),
      ),
    ).toEqual(['warning members_without_rights']);
    expect(ROLES).toContain('storekeeper');
  });

  test('finds company data that is missing or wrong, taxes that nobody confirmed and no way to pay', async () => {
    const { rows, settings } = app.platform;
    const set = async (uid: string, values: Record<string, unknown>) =>
      rows.update(uid, [{ id: (await settings.read(uid)).id, ...values }]);
    expect(await brokenBy(() => set(COMPANY, { companyName: 'บริษัท ตัวอย่าง จำกัด' }))).toEqual([
      'warning company_example',
    ]);
    expect(await brokenBy(() => set(COMPANY, { taxId: null, address: null }))).toEqual([
      'warning company_tax_id_missing',
      'warning company_address_missing',
      'error billing.vat_without_tax_id',
    ]);
    expect(await brokenBy(() => set(COMPANY, { taxId: '0105500000012' }))).toEqual(['error company_tax_id']);
    expect(await brokenBy(() => set(COMPANY, { zone: 'Asia/Nowhere' }))).toEqual(['error zone_unknown']);
    expect(await brokenBy(() => set(COMPANY, { email: null }))).toEqual(['warning mail_sender_missing']);
    expect(await brokenBy(() => set(BILLING, { promptPayTarget: null }))).toEqual(['warning billing.no_way_to_pay']);
    expect(await brokenBy(() => set(BILLING, { promptPayTarget: '123', promptPayBillerId: '45' }))).toEqual([
      'error billing.promptpay',
      'error billing.biller',
    ]);
  });

  test('finds customers nobody looks after, and members of customers that were merged', async () => {
    const { rows } = app.platform;
    const seller = await app.staff('sales');
    const [member, other] = [await app.member(), await app.member()];
    const [one, two] = [await customerOf(app, member), await customerOf(app, other)];
    expect((await owner.post(`/crm/customers/${one.documentId}/assign`, { owner: seller.id })).status).toBe(200);
    expect(await found()).toEqual([]);
    const users = app.strapi.db.query('admin::user');
    for (const gone of [
      () => users.update({ where: { id: seller.id }, data: { isActive: false } }),
      () => users.update({ where: { id: seller.id }, data: { blocked: true } }),
      () => rows.update('plugin::crm.customer', [{ id: one.id, owner: 987_654 }]),
    ]) {
      expect(await brokenBy(gone)).toEqual(['warning crm.keepers_gone']);
    }
    const merge = { id: one.id, state: 'merged', mergedInto: two.id };
    expect(await brokenBy(() => rows.update('plugin::crm.customer', [merge]))).toEqual(['error crm.members_of_merged']);
  });

  test('finds products that nobody can order today, and a main warehouse that is not there', async () => {
    const { rows } = app.platform;
    const made = await owner.post('/sales/products', {
      ...{ name: 'กล้องวงจรปิด', kind: 'goods', unit: 'ตัว' },
      prices: [{ unitPrice: '100' }],
    });
    expect([made.status, await found()]).toEqual([201, []]);
    const [price] = await rows.find('plugin::sales.price', () => undefined);
    const [product] = await rows.find('plugin::sales.product', () => undefined);
    const change = (uid: string, row: { id: number } | undefined, values: object) =>
      brokenBy(() => rows.update(uid, [{ ...values, id: row?.id ?? 0 }]));
    for (const values of [
      { validTo: '2029-12-31', validFrom: null },
      { validFrom: '2031-01-01', validTo: null },
    ]) {
      expect(await change('plugin::sales.price', price, values)).toEqual(['warning sales.products_without_price']);
    }
    expect(await change('plugin::sales.product', product, { state: 'closed' })).toEqual([]);
    const [main] = await rows.find('plugin::sales.warehouse', () => undefined);
    expect(await change('plugin::sales.warehouse', main, { isDefault: false })).toEqual([
      'error sales.warehouse_missing',
    ]);
  });

  test('finds jobs that nobody does or that were given up, and a log that was tampered with', async () => {
    await core.jobs.runDue();
    const run = (values: Record<string, unknown>) =>
      app.platform.rows.insert(JOB_RUN, [
        {
          job: 'platform.chain-events',
          tick: '2031-01-01T00:00:00.000Z',
          processed: 0,
          failed: 0,
          doneBefore: 0,
          steps: 0,
          attempts: 8,
          ...values,
        },
      ]);
    expect(await brokenBy(() => run({ state: 'failed' }))).toEqual(['error jobs_failed']);
    const record = (at: string) =>
      core.clock
        .moveTo(at)
        .then(() =>
          app.platform.events.record([
            { name: 'thing.made', subject: { type: 'plugin::test.thing', id: 1, documentId: 'thing1' } },
          ]),
        );
    await app.platform.transaction(() => record('2030-02-01T00:00:00.000Z'));
    await core.clock.moveTo('2030-02-01T00:20:00.000Z');
    expect(await found()).toEqual(['error jobs_late']);
    await core.jobs.runDue();
    expect(await found()).toEqual([]);
    expect(
      await brokenBy(async () => {
        const knex = await app.platform.rows.knex();
        await knex('platform_events').insert({
          document_id: 'forged',
          name: 'thing.forged',
          subject_type: 'x',
          subject_id: 1,
          subject_document_id: 'x',
          actor: 'nobody',
          at: app.platform.rows.dialect === 'postgres' ? '2030-01-01T00:00:00Z' : 1,
        });
      }),
    ).toEqual(['error ledger_fault']);
  });

  test('finds plugins that are not built, of another version or off, and fonts that are not there', async () => {
    const tools = { strapi: app.strapi, platform: app.platform };
    const plugins = async (list: { id: string; version: string; built: boolean }[]) =>
      (await pluginsCheck(tools, { registry: core.registry, installed: async () => list }).run({ env: {} }))
        .filter(({ level }) => level !== 'ok')
        .map(({ code }) => code);
    const one = { version: '0.1.0', built: true };
    expect(await plugins([{ id: 'platform', ...one }])).toEqual([]);
    expect(await plugins([{ id: 'platform', ...one, built: false }])).toEqual(['plugins_unbuilt']);
    expect(await plugins([{ id: 'field-service', ...one }])).toEqual(['plugins_off']);
    expect(
      await plugins([
        { id: 'platform', ...one },
        { id: 'crm', ...one, version: '0.2.0' },
      ]),
    ).toEqual(['plugins_versions']);
    const fonts = fontsCheck({ readFonts: () => Promise.reject(new Error('gone')), breaks: (text) => text });
    expect((await fonts.run({ env: {} })).map(({ code }) => code)).toEqual(['fonts_missing', 'thai_breaks_missing']);
  });

  test('the owner reads it in the admin panel’s language; others may not', async () => {
    const answer = await owner.get('/platform/doctor').set('Accept-Language', 'th');
    expect(answer.status).toBe(200);
    expect(answer.body.data.find((one: Diagnosis) => one.check === 'clock')).toMatchObject({
      title: 'นาฬิกา',
      level: 'warning',
      code: 'clock_test',
    });
    expect((await (await app.staff('accountant')).get('/platform/doctor')).status).toBe(403);
  });
});
