// Says whether this site is set up right: `--json` for machines, `--lang th|en`. Exit 1 where something is wrong.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { plugins, root } from './plugins.mjs';

const require = createRequire(import.meta.url);
process.chdir(root);

const { values } = parseArgs({ options: { json: { type: 'boolean' }, lang: { type: 'string' } } });
const spoken = values.lang ?? process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '';
const language = spoken.startsWith('th') ? 'th' : 'en';

/** What is said where the platform itself cannot speak. */
const WORDS = {
  th: {
    unbuilt: (names) => `ยังไม่ได้สร้าง (build): ${names}`,
    unbuiltRight: 'สั่ง npm run build',
    start: (reason) => `ระบบเริ่มไม่ได้: ${reason}`,
    startRight: 'แก้สาเหตุ แล้วตรวจอีกครั้ง',
    right: 'ที่ถูก',
    title: 'การเริ่มระบบ',
    sum: (errors, warnings, ok) => `ผิด ${errors} ควรดู ${warnings} ถูกต้อง ${ok}`,
  },
  en: {
    unbuilt: (names) => `Not built: ${names}.`,
    unbuiltRight: 'Run npm run build.',
    start: (reason) => `The site does not start: ${reason}`,
    startRight: 'Mend the cause and examine again.',
    right: 'right',
    title: 'Start',
    sum: (errors, warnings, ok) => `${errors} wrong, ${warnings} to look at, ${ok} well`,
  },
};
const words = WORDS[language];
const finding = (code, message, right) => ({
  check: 'start',
  title: words.title,
  level: 'error',
  code,
  message,
  right,
});

async function examine() {
  const built = (id) => fs.existsSync(path.join(root, 'plugins', id, 'dist/server/index.js'));
  const unbuilt = plugins().filter((id) => !built(id));
  if (!fs.existsSync(path.join(root, 'dist/config'))) unbuilt.push('dist');
  if (unbuilt.length > 0) return [finding('unbuilt', words.unbuilt(unbuilt.join(', ')), words.unbuiltRight)];

  process.env.SANYA_DOCTOR = 'true';
  process.env.SANYA_JOBS = 'off';
  process.env.STRAPI_TELEMETRY_DISABLED = 'true';
  process.env.LOG_LEVEL ||= 'error';
  let strapi;
  try {
    const { createStrapi } = require('@strapi/strapi');
    strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist'), serveAdminPanel: false });
    await strapi.load();
  } catch (error) {
    return [finding('start', words.start(error.message), words.startRight)];
  }
  try {
    return await strapi.plugin('platform').service('core').doctor.examine(language);
  } finally {
    await strapi.destroy();
  }
}

const findings = await examine();
const count = (level) => findings.filter((one) => one.level === level).length;
if (values.json) {
  console.log(JSON.stringify({ ok: count('error') === 0, findings }, null, 2));
} else {
  const MARKS = { ok: '✓', warning: '!', error: '✗' };
  for (const { level, title, message, right } of findings) {
    console.log(`${MARKS[level]} ${title}: ${message}`);
    if (right !== null) console.log(`    ${words.right}: ${right}`);
  }
  console.log(`\n${words.sum(count('error'), count('warning'), count('ok'))}`);
}
process.exit(count('error') > 0 ? 1 : 0);
