import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { createDatabase, type TestDatabase } from '../../support/database';
import type { DunningAnswer, DunningAsked } from '../../support/dunning-instance';

const support = path.resolve(__dirname, '../../support');
const INSTANCES = 3;

let database: TestDatabase;
const children: ChildProcess[] = [];

const answerOf = (child: ChildProcess): Promise<DunningAnswer> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`The instance ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (answer: DunningAnswer) => {
      child.off('exit', ended);
      resolve(answer);
    });
  });
/** All are asked at once, and all have answered. */
const ask = (of: readonly ChildProcess[], asked: DunningAsked) =>
  Promise.all(
    of.map(async (child) => {
      const answer = answerOf(child);
      child.send(asked);
      return answer;
    }),
  );

beforeAll(async () => {
  database = await createDatabase();
  for (let index = 0; index < INSTANCES; index += 1) {
    const child = fork(path.join(support, 'dunning-instance.ts'), {
      execArgv: ['--require', path.join(support, 'register-typescript.cjs')],
      env: { ...process.env, ...database.env },
    });
    children.push(child);
    await answerOf(child);
  }
}, 300_000);
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await database?.drop();
});

test('three instances whose morning is the same instant: each step is taken by one of them, once on its day', async () => {
  const one = children.slice(0, 1);
  await ask(one, { kind: 'turn', day: '2031-04-20' });
  await ask(one, { kind: 'seed' });
  const ladder = [
    ['2031-05-03', -7],
    ['2031-05-10', 0],
    ['2031-05-13', 3],
    ['2031-05-17', 7],
    ['2031-05-24', 14],
    ['2031-06-09', 30],
  ];
  const taken: (string | number)[][] = [];
  for (const day of [...ladder.map(([on]) => String(on)), '2031-05-12', '2031-05-14', '2031-06-10'].sort()) {
    await ask(one, { kind: 'turn', day });
    const steps = (await ask(children, { kind: 'dun' })).map((answer) => (answer.kind === 'done' ? answer.steps : 0));
    expect([day, steps.filter((count) => count > 0).length]).toEqual([day, ladder.some(([on]) => on === day) ? 1 : 0]);
    if (steps.some((count) => count > 0)) taken.push([day, Math.max(...steps)]);
  }
  // On the last of these days its late fee is asked for with it.
  expect(taken).toEqual(ladder.map(([on], index) => [on, index < 5 ? 1 : 2]));
  const [told] = await ask(one, { kind: 'report' });
  expect(told?.kind === 'done' ? told.report : undefined).toEqual({
    ...{ notices: ladder, fees: ['18025'], mails: ladder.length, discrepancies: [] },
    announced: ['invoice.suspension_due', 'invoice.termination_due'],
  });
}, 300_000);
