import { EventEmitter, once } from 'node:events';
import { type App, bootApp } from '../../support/app';

const BRANCH = 'plugin::platform.branch';

describe('platform.transaction', () => {
  let app: App;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterAll(() => app.close());

  const codes = async () => (await app.platform.rows.find<{ code: string }>(BRANCH, () => {})).map((row) => row.code);
  const taken = { message: expect.stringMatching(/unique/i) as unknown };
  const add = (code: string) => app.platform.rows.insert(BRANCH, [{ code, name: code, active: true }]);

  test('an inner failure that is caught leaves none of its rows and does not poison the outer transaction', async () => {
    await app.platform.transaction(async () => {
      await add('10001');
      await app.platform
        .transaction(async () => {
          await add('10002');
          await add('10001');
        })
        .catch(() => undefined);
      await add('10003');
    });
    expect(await codes()).toEqual(['10001', '10003']);
  });

  test('rows that are written together are all there or none, also outside a transaction', async () => {
    const rows = ['11001', '11002', '11001'].map((code) => ({ code, name: code, active: true }));
    await expect(app.platform.rows.insert(BRANCH, rows)).rejects.toMatchObject(taken);
    expect(await codes()).not.toContain('11002');
  });

  test('each of many rows is told which row it became, and of those that are there already nothing is told', async () => {
    const rows = Array.from({ length: 130 }, (_, index) => ({
      code: `12${100 + index}`,
      name: `${index}`,
      active: true,
    }));
    const namesOf = async (refs: readonly { id: number; documentId: string }[]) => {
      const found = await app.platform.rows.byIds<{ name: string }>(
        BRANCH,
        refs.map(({ id }) => id),
      );
      const byId = new Map(found.map((row) => [row.id, row]));
      return refs.map(({ id, documentId }) => byId.get(id)?.documentId === documentId && byId.get(id)?.name);
    };
    const names = rows.map(({ name }) => name);
    const first = await app.platform.rows.insert(BRANCH, rows.slice(0, 120));
    expect(await namesOf(first)).toEqual(names.slice(0, 120));
    const rest = await app.platform.rows.insert(BRANCH, rows.slice(60), { conflict: 'ignore' });
    expect(await namesOf(rest)).toEqual(names.slice(120));
    await app.platform.rows.insert(BRANCH, rows, { conflict: 'ignore', refs: false });
    expect((await codes()).filter((code) => code.startsWith('12'))).toHaveLength(rows.length);

    const reserved = (await app.platform.rows.reserve(BRANCH, 60)).reverse();
    const named = reserved.map(({ id }, index) => ({ id, code: `13${100 + index}`, name: `${index}`, active: true }));
    const ids = (await app.platform.rows.insert(BRANCH, named)).map(({ id }) => id);
    expect(ids).toEqual(reserved.map(({ id }) => id));
  });

  test('a write that nobody waits for is read by whoever comes after it', async () => {
    const code = '11010';
    const found = await app.platform.transaction(async () => {
      await app.platform.rows.insert(BRANCH, [{ code, name: code, active: true }], { refs: false });
      return codes();
    });
    expect(found).toContain(code);
  });

  test('a write that nobody waits for fails its transaction, or the inner one alone that it is in', async () => {
    const unasked = (code: string) =>
      app.platform.rows.insert(BRANCH, [{ code, name: code, active: true }], { refs: false });
    await add('11020');
    const failing = app.platform.transaction(async () => {
      await add('11021');
      await unasked('11020');
      await add('11022').catch(() => undefined);
    });
    await expect(failing).rejects.toMatchObject(taken);

    await app.platform.transaction(async () => {
      await unasked('11023');
      const inner = app.platform.transaction(async () => {
        await unasked('11024');
        await unasked('11020');
      });
      await expect(inner).rejects.toMatchObject(taken);
      await unasked('11025');
    });
    const kept = (await codes()).filter((code) => code.startsWith('1102')).sort();
    expect(kept).toEqual(['11020', '11023', '11025']);
  });

  test('works side by side each have their own transaction; what one leaves undone is not what another did', async () => {
    const works = ['12001', '12002', '12003'].map((code) => () => app.platform.transaction(() => add(code)));
    const made = await app.platform.sideBySide(works);
    const found = await app.platform.rows.byIds<{ code: string }>(
      BRANCH,
      made.flat().map(({ id }) => id),
    );
    expect(found.map(({ code }) => code).sort()).toEqual(['12001', '12002', '12003']);

    let begun = 0;
    const over = new EventEmitter();
    const failure = once(over, '12003');
    const failing = ['12004', '12003', '12005', '12006', '12007'].map((code) => async () => {
      begun += 1;
      // Whoever comes after the one that fails takes until then, however slow that is.
      if (code === '12005') await failure;
      return app.platform.transaction(() => add(code)).finally(() => over.emit(code));
    });
    await expect(app.platform.sideBySide(failing)).rejects.toMatchObject(taken);
    expect(begun).toBeLessThan(5);
    expect(await codes()).toContain('12004');
    expect(await codes()).not.toContain('12007');
    expect(await app.platform.sideBySide([])).toEqual([]);

    // Inside a transaction there is but the one: one after the other, and taken back with it.
    await expect(
      app.platform.transaction(async () => {
        await app.platform.sideBySide(
          ['12008', '12009'].map((code) => () => app.platform.transaction(() => add(code))),
        );
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await codes()).not.toContain('12008');
  });

  test('rows come back as they went, whatever stands in their texts and JSON', async () => {
    const texts = ['', ' ', 'NULL', '"', '\\', '\\"', '{a,b}', "it's", 'line\nbreak\ttab', '?', 'ก้้ำ', '👩‍👩‍👧', '\\x41'];
    const given = texts.map((text, index) => ({
      template: 'none',
      key: `round-trip-${index}`,
      to: text,
      language: index % 2 === 0 ? 'th' : 'en',
      customerId: index === 0 ? null : index,
      data: { text, [text]: [text, null, index, true, { inner: text }] },
      documents: index === 3 ? null : [],
      state: 'sent',
      attempts: index,
      sentAt: `2026-11-${String(index + 10)}T01:02:03.000Z`,
    }));
    const DELIVERY = 'plugin::platform.delivery';
    const refs = await app.platform.rows.insert(DELIVERY, given);
    const ids = refs.map(({ id }) => id);
    const kept = () =>
      app.platform.rows.find(DELIVERY, (query, column) => void query.whereIn(column('id'), ids).orderBy(column('id')));
    expect(await kept()).toMatchObject(given);
    const turned = given.map((row, index) => ({ ...row, to: texts.at(-1 - index), data: [texts.at(-1 - index)] }));
    await app.platform.rows.update(
      DELIVERY,
      turned.map((row, index) => ({ ...row, id: ids[index] ?? 0 })),
    );
    expect(await kept()).toMatchObject(turned);
  });

  test('an outer failure takes everything back, and nothing runs after the commit that never came', async () => {
    const ran: string[] = [];
    await expect(
      app.platform.transaction(async () => {
        await add('20001');
        app.platform.afterCommit(() => ran.push('outer'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await codes()).not.toContain('20001');
    expect(ran).toEqual([]);
  });

  test('what is for after the commit runs once, in order, and a failure in it hurts nobody', async () => {
    const ran: string[] = [];
    await app.platform.transaction(async () => {
      app.platform.afterCommit(() => ran.push('first'));
      app.platform.afterCommit(() => {
        throw new Error('ignored');
      });
      await app.platform
        .transaction(async () => {
          app.platform.afterCommit(() => ran.push('of the inner that failed'));
          throw new Error('inner');
        })
        .catch(() => undefined);
      app.platform.afterCommit(() => ran.push('last'));
    });
    expect(ran).toEqual(['first', 'last']);
  });

  test('a row that is deleted while it is being saved, and a failing listener, are logged and end nothing', async () => {
    const { strapi } = app;
    const unhandled: unknown[] = [];
    const hear = (error: unknown): void => void unhandled.push(error);
    const logged = jest.spyOn(strapi.log, 'error').mockImplementation(() => strapi.log);
    process.on('unhandledRejection', hear);
    await add('40001');
    const [branch] = await app.platform.rows.find(BRANCH, (query, column) => void query.where(column('code'), '40001'));
    strapi.db.lifecycles.subscribe({
      models: [BRANCH],
      async beforeUpdate({ params }) {
        if (params.data.name === 'deleted meanwhile') await strapi.db.query(BRANCH).delete({ where: params.where });
      },
    });
    strapi.eventHub.on('entry.create', async ({ uid }: { uid: string }) => {
      if (uid === BRANCH) throw new Error('of a listener');
    });

    const documents = strapi.documents(BRANCH);
    const saved = await documents.update({
      documentId: branch?.documentId ?? '',
      data: { name: 'deleted meanwhile' } as never,
    });
    const made = await documents.create({ data: { code: '40002', name: 'made', active: true } });
    for (let look = 0; look < 100 && logged.mock.calls.length < 2; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const told = logged.mock.calls.length;
    process.off('unhandledRejection', hear);
    logged.mockRestore();
    expect(saved).toBeNull();
    expect(made).toMatchObject({ code: '40002' });
    expect({ told, unhandled }).toEqual({ told: 2, unhandled: [] });
  });

  test('a Document Service write inside joins the transaction', async () => {
    await app.platform
      .transaction(async () => {
        await app.strapi.documents(BRANCH as never).create({ data: { code: '30001', name: 'x' } as never });
        throw new Error('back');
      })
      .catch(() => undefined);
    expect(await codes()).not.toContain('30001');
  });
});
