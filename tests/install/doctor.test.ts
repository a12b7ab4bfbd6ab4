import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PLUGINS } from './support/packed';
import { doctor, root } from './support/doctor';

/** What the doctor says where the suite itself cannot speak yet. A site that runs is examined with the demo's. */
let folder: string;

const write = (file: string, text = ''): void => {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  fs.writeFileSync(path.join(folder, file), text);
};

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sanya-doctor-'));
  for (const file of ['package.json', 'scripts/doctor.mjs', 'scripts/plugins.mjs']) {
    write(file, fs.readFileSync(path.join(root, file), 'utf8'));
  }
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test('what is not built is named, in the language of who asks, and for machines', async () => {
  const fresh = await doctor({ LANG: 'en_US.UTF-8' }, [], folder);
  expect(fresh).toEqual({
    code: 1,
    output: `✗ Start: Not built: ${PLUGINS.join(', ')}, dist.\n    right: Run npm run build.\n\n1 wrong, 0 to look at, 0 well\n`,
  });
  for (const id of PLUGINS.filter((one) => one !== 'crm')) write(`plugins/${id}/dist/server/index.js`);
  write('dist/config/server.js');
  const thai = await doctor({ LANG: 'en_US.UTF-8' }, ['--lang', 'th'], folder);
  expect([thai.code, thai.output]).toEqual([1, expect.stringContaining('ยังไม่ได้สร้าง (build): crm\n')]);
  expect((await doctor({ LANG: 'th_TH.UTF-8' }, [], folder)).output).toBe(thai.output);
  const { code, output } = await doctor({}, ['--json'], folder);
  expect([code, JSON.parse(output)]).toEqual([
    1,
    {
      ok: false,
      findings: [
        {
          ...{ check: 'start', title: 'Start', level: 'error', code: 'unbuilt' },
          ...{ message: 'Not built: crm.', right: 'Run npm run build.' },
        },
      ],
    },
  ]);
});

test('a site that does not start is told with its cause', async () => {
  const nowhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  const { code, output } = await doctor({ ...nowhere, SANYA_SECRETS_FILE: path.join(folder, 'secrets.json') });
  expect([code, output]).toEqual([
    1,
    expect.stringMatching(/✗ Start: The site does not start: .*ECONNREFUSED.*\n {4}right: Mend the cause/),
  ]);
  expect(output).toContain('1 wrong, 0 to look at, 0 well');
});
