import { type App, bootApp } from '../../support/app';

const BRANCH = 'plugin::platform.branch';

describe('platform.transaction', () => {
  let app: App;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterAll(() => app.close());

  const codes = async () => (await app.platform.rows.find<{ code: string }>(BRANCH, () => {})).map((row) => row.code);
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
