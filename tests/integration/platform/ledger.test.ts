import type { Knex } from 'knex';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { EVENT } from '../../../plugins/platform/server/src/events/delivery-store';
import type { EventRow } from '../../../plugins/platform/kit/src/events';
import { linkHash } from '../../../plugins/platform/server/src/ledger/canonical';
import type { Link, Place } from '../../../plugins/platform/server/src/ledger/chain';
import type { Verdict } from '../../../plugins/platform/server/src/ledger/create-ledger';
import { EVENT_LINK } from '../../../plugins/platform/server/src/ledger/ledger-store';
import { type App, bootApp, type Staff } from '../../support/app';

const START = '2030-01-01T00:00:00.000Z';
const DOOR = '/platform/ledger/verify';
class Undo extends Error {}

/** An error of SQLite is of whatever file first loaded it: told by its words. */
const FROZEN = { message: expect.stringMatching(/frozen/) };

describe('the proof ledger', () => {
  let app: App;
  let core: PlatformCore;
  let owner: Staff;
  let head: Place;

  const record = (count: number, name = 'thing.made') =>
    app.platform.events.record(
      Array.from({ length: count }, (_, index) => ({
        name,
        subject: { type: 'plugin::test.thing', id: index + 1, documentId: `thing${index + 1}` },
        customer: index % 2 ? index : null,
        before: index % 3 ? { total: '107000', z: { b: [1, 2.5, 1e21, -0], a: null }, 10: 'ten', 9: 'nine' } : null,
        after: { name: 'บริษัท "ทดสอบ" จำกัด \n \u2028 😀', empty: '', amount: 9_007_199_254_740_993n },
      })),
    );
  const linksNow = (): Promise<Link[]> =>
    app.platform.rows.find<Link>(EVENT_LINK, (query, column) => void query.orderBy(column('position')));
  const eventsNow = (): Promise<EventRow[]> => app.platform.rows.find<EventRow>(EVENT, () => undefined);
  const verify = (): Promise<Verdict> => core.ledger.verify({});

  beforeAll(async () => {
    app = await bootApp({ SANYA_JOBS: 'off' });
    core = app.strapi.plugin('platform').service('core') as PlatformCore;
    await core.clock.moveTo(START);
    owner = await app.staff('owner');
    for (const name of ['thing.made', 'thing.sold', 'thing.gone'])
      await app.platform.transaction(() => record(4, name));
    await core.jobs.runDue();
    ({ head } = await core.ledger.state());
  });
  afterAll(() => app.close());

  test('every event has its place, once, in the order of the log', async () => {
    const [links, events] = [await linksNow(), await eventsNow()];
    expect(links.map((link) => link.position)).toEqual(events.map((_, index) => index + 1));
    expect(links.map((link) => link.eventId)).toEqual(events.map((event) => event.id));
    expect(await verify()).toEqual({ verified: events.length, at: head, more: false, fault: null });
    expect(await core.ledger.state()).toEqual({ head, waiting: 0, oldestWaiting: null });
  });

  test('what is undone leaves no link; what is recorded waits for the job and nothing more', async () => {
    await expect(
      app.platform.transaction(async () => {
        await record(3);
        throw new Undo();
      }),
    ).rejects.toThrow(Undo);
    expect((await core.ledger.state()).waiting).toBe(0);
    await app.platform.transaction(() => record(3));
    expect(await core.ledger.state()).toMatchObject({ head, waiting: 3, oldestWaiting: START });
    expect(await verify()).toMatchObject({ at: head, fault: null });
    await core.jobs.runDue();
    const grown = await core.ledger.state();
    expect(grown).toMatchObject({ head: { position: head.position + 3 }, waiting: 0 });
    ({ head } = grown);
  });

  test('instances that append at once give each event one place', async () => {
    await app.platform.transaction(() => record(40));
    const done = await Promise.allSettled(Array.from({ length: 6 }, () => core.ledger.append(10)));
    const appended = done.map((one) => (one.status === 'fulfilled' ? one.value : 0)).reduce((a, b) => a + b, 0);
    await core.jobs.runDue();
    const grown = (await core.ledger.state()).head;
    expect(appended).toBeGreaterThan(0);
    expect(grown.position).toBe(head.position + 40);
    expect(await verify()).toMatchObject({ at: grown, fault: null });
    head = grown;
  });

  test('what commits late is not missed', async () => {
    // SQLite has one connection: there nobody commits late.
    if (app.platform.rows.dialect === 'sqlite') return;
    let commit = (): void => undefined;
    const held = new Promise<void>((resolve) => (commit = resolve));
    let recorded = (): void => undefined;
    const begun = new Promise<void>((resolve) => (recorded = resolve));
    const late = app.platform.transaction(async () => {
      await record(2, 'thing.late');
      recorded();
      await held;
    });
    await begun;
    await app.platform.transaction(() => record(2, 'thing.early'));
    await core.jobs.runDue();
    expect((await core.ledger.state()).head.position).toBe(head.position + 2);
    commit();
    await late;
    await core.jobs.runDue();
    head = (await core.ledger.state()).head;
    const names = new Map((await eventsNow()).map((event) => [event.id, event.name]));
    expect((await linksNow()).slice(-4).map((link) => names.get(link.eventId))).toEqual([
      'thing.early',
      'thing.early',
      'thing.late',
      'thing.late',
    ]);
    expect(await verify()).toMatchObject({ at: head, fault: null });
  });

  test('the database itself refuses to change what has its place', async () => {
    const link = (await linksNow()).find(({ position }) => position !== null);
    await expect(app.platform.rows.update(EVENT_LINK, [{ id: link?.id ?? 0, hash: 'x' }])).rejects.toMatchObject(
      FROZEN,
    );
    await expect(app.platform.rows.remove(EVENT_LINK, [link?.id ?? 0])).rejects.toMatchObject(FROZEN);
  });

  describe('tampering', () => {
    const EVENTS = 'platform_events';
    const LINKS = 'platform_event_links';

    async function dropGuards(trx: Knex): Promise<void> {
      const postgres = app.platform.rows.dialect === 'postgres';
      for (const table of [EVENTS, LINKS]) {
        for (const verb of ['u', 'd']) {
          await trx.raw(`DROP TRIGGER "sanya_freeze_${table}_${verb}"${postgres ? ` ON "${table}"` : ''}`);
        }
      }
    }

    /** What is found after the tampering; then all of it is undone, the guards too. */
    async function found(
      tamper: (trx: Knex.Transaction) => Promise<unknown>,
      noted?: Place,
    ): Promise<Verdict['fault']> {
      let verdict: Verdict | undefined;
      await app.platform
        .transaction(async (trx) => {
          await dropGuards(trx);
          await tamper(trx);
          verdict = await core.ledger.verify({ noted });
          throw new Undo();
        })
        .catch((error: unknown) => {
          if (!(error instanceof Undo)) throw error;
        });
      return verdict?.fault ?? null;
    }

    const placeOf = async (position: number): Promise<Link> => {
      const link = (await linksNow()).find((one) => one.position === position);
      if (!link) throw new Error(`no link at ${position}`);
      return link;
    };
    const at = (link: Link) => ({ position: link.position, event: { id: link.eventId, documentId: link.documentId } });

    const CHANGES: Record<string, unknown> = {
      document_id: 'forged',
      name: 'thing.forged',
      subject_type: 'plugin::test.other',
      subject_id: 77,
      subject_document_id: 'forged',
      customer_id: 77,
      actor: 'staff:77',
      request_id: 'forged',
      before: JSON.stringify({ total: '1' }),
      after: JSON.stringify({ total: '1' }),
      at: '2029-12-31T23:59:59.999Z',
    };
    test.each(Object.entries(CHANGES))('a changed %s is found at its row, wherever it is', async (column, value) => {
      const kept =
        column === 'at' && app.platform.rows.dialect === 'sqlite' ? Date.parse(String(value)) : (value as string);
      for (const position of [1, 6, head.position]) {
        const link = await placeOf(position);
        const fault = await found((trx) =>
          trx(EVENTS)
            .where('id', link.eventId)
            .update({ [column]: kept }),
        );
        expect(fault).toEqual({ kind: 'changed', ...at(link) });
      }
    });

    test('the columns above are all that an event says', () => {
      const { attributes } = app.strapi.db.metadata.get(EVENT);
      const own = Object.entries(attributes as Record<string, { type: string; columnName?: string }>)
        .filter(([, { type }]) => type !== 'relation')
        .map(([name, { columnName }]) => columnName ?? name);
      const strapis = ['id', 'created_at', 'updated_at', 'published_at', 'locale'];
      expect(own.filter((name) => !strapis.includes(name)).sort()).toEqual(Object.keys(CHANGES).sort());
    });

    test.each(['hash', 'previous_hash', 'event_id', 'document_id'])(
      'a changed %s of a link is found',
      async (column) => {
        const link = await placeOf(6);
        const value = column === 'event_id' ? 999_999 : 'f'.repeat(64);
        const fault = await found((trx) =>
          trx(LINKS)
            .where('id', link.id)
            .update({ [column]: value }),
        );
        expect(fault?.position).toBe(6);
      },
    );

    test('a deleted row is found, alone, with its link, and at the end of the log', async () => {
      for (const position of [1, 6, head.position]) {
        const link = await placeOf(position);
        const remove = (table: string, id: number) => (trx: Knex) => trx(table).where('id', id).delete();
        expect(await found(remove(EVENTS, link.eventId))).toEqual({ kind: 'deleted', ...at(link) });
        const both = await found(async (trx) => {
          await remove(EVENTS, link.eventId)(trx);
          await remove(LINKS, link.id)(trx);
        });
        const kind = position === head.position ? 'cut' : 'missing';
        expect(both).toEqual({ kind, position, event: null });
        expect(await found(remove(LINKS, link.id))).toEqual({ kind, position, event: null });
      }
    });

    test('a row that was cut out without a gap is found where it was', async () => {
      const [gone, next] = [await placeOf(6), await placeOf(7)];
      const fault = await found(async (trx) => {
        await trx(EVENTS).where('id', gone.eventId).delete();
        await trx(LINKS).where('id', gone.id).delete();
        for (const link of (await linksNow()).filter((one) => one.position > 6)) {
          await trx(LINKS)
            .where('id', link.id)
            .update({ position: link.position - 1 });
        }
      });
      expect(fault).toEqual({ kind: 'reordered', ...at({ ...next, position: 6 }) });
    });

    test('swapped rows are found at the first of them', async () => {
      const [a, b] = [await placeOf(3), await placeOf(9)];
      const links = await found(async (trx) => {
        await trx(LINKS).where('id', a.id).update({ position: 999_999 });
        await trx(LINKS).where('id', b.id).update({ position: 3 });
        await trx(LINKS).where('id', a.id).update({ position: 9 });
      });
      expect(links).toEqual({ kind: 'reordered', ...at({ ...b, position: 3 }) });
      const events = await found(async (trx) => {
        await trx(EVENTS).where('id', a.eventId).update({ id: 999_999 });
        await trx(EVENTS).where('id', b.eventId).update({ id: a.eventId });
        await trx(EVENTS).where('id', 999_999).update({ id: b.eventId });
      });
      expect(events).toEqual({ kind: 'changed', ...at(a) });
    });

    const forged = async (trx: Knex): Promise<{ id: number; documentId: string }> => {
      const [row] = (await trx(EVENTS).where('name', 'thing.sold').limit(1)) as Record<string, unknown>[];
      const json = (value: unknown) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value);
      const copy = { ...row, id: 999_999, document_id: 'forged', before: json(row?.before), after: json(row?.after) };
      await trx(EVENTS).insert(copy);
      return { id: 999_999, documentId: 'forged' };
    };

    test('a forged row is found, with or without a link', async () => {
      expect(await found(forged)).toEqual({
        kind: 'inserted',
        position: null,
        event: { id: 999_999, documentId: 'forged' },
      });
      const appended = await found(async (trx) => {
        await forged(trx);
        const event = (await eventsNow()).find(({ id }) => id === 999_999) as EventRow;
        await trx(LINKS).insert({
          document_id: 'forged',
          event_id: 999_999,
          position: head.position + 1,
          previous_hash: head.hash,
          hash: linkHash(head.hash, event),
        });
      });
      expect(appended).toEqual({ kind: 'inserted', position: head.position + 1, event: null });
    });

    test('a deleted row is found even before it had its place', async () => {
      const fault = await found(async (trx) => {
        const [event] = await record(1);
        await trx(EVENTS)
          .where('id', event?.id ?? 0)
          .delete();
      });
      expect(fault).toMatchObject({ kind: 'deleted', position: null });
      expect(await verify()).toMatchObject({ fault: null });
    });

    test('a chain that was written anew holds together, and is not what was noted', async () => {
      const rewrite = async (trx: Knex): Promise<void> => {
        const six = await placeOf(6);
        await trx(EVENTS).where('id', six.eventId).update({ actor: 'staff:77' });
        const events = new Map((await eventsNow()).map((event) => [event.id, event]));
        let previous = six.previousHash;
        for (const link of (await linksNow()).filter((one) => one.position >= 6)) {
          const hash = linkHash(previous, events.get(link.eventId) as EventRow);
          await trx(LINKS).where('id', link.id).update({ previous_hash: previous, hash });
          previous = hash;
        }
        await app.strapi.store.set({
          type: 'plugin',
          name: 'platform',
          key: 'ledger',
          value: { position: head.position, hash: previous },
        });
      };
      expect(await found(rewrite)).toBeNull();
      expect(await found(rewrite, head)).toEqual({ kind: 'rewritten', position: head.position, event: null });
    });

    test('staff are told of it in their language, page by page; who may not verify is refused', async () => {
      const six = await placeOf(6);
      const accountant = await app.staff('accountant');
      const good = await accountant.get(`${DOOR}?position=${head.position}&hash=${head.hash}`);
      expect(good.body.data).toEqual({ verified: head.position, at: head, more: false, fault: null });
      const page = await owner.get(`${DOOR}?after=2&most=3`);
      expect(page.body.data).toMatchObject({ verified: 3, at: { position: 5 }, more: true, fault: null });
      expect((await owner.get(`${DOOR}?position=1`)).body.error.details).toMatchObject({ code: 'ledger.half_noted' });
      expect((await (await app.staff('billing')).get(DOOR)).status).toBe(403);
      expect((await owner.get('/platform/ledger')).body.data).toEqual({ head, waiting: 0, oldestWaiting: null });

      await app.platform.transaction(async (trx) => {
        await dropGuards(trx);
        await trx(EVENTS).where('id', six.eventId).update({ actor: 'staff:77' });
      });
      const english = await owner.get(DOOR).set('Accept-Language', 'en');
      expect(english.body.data).toMatchObject({
        verified: 5,
        at: { position: 5 },
        fault: { kind: 'changed', position: 6 },
      });
      expect(english.body.data.fault.message).toContain(`Event ${six.eventId} (place 6)`);
      const thai = await owner.get(DOOR).set('Accept-Language', 'th');
      expect(thai.body.data.fault.message).toContain(`เหตุการณ์หมายเลข ${six.eventId} (ลำดับที่ 6)`);
    });
  });
});
