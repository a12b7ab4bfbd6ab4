import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Job } from '../../plugins/platform/kit/src/jobs';
import type { PlatformCore } from '../../plugins/platform/server/src/core/core';
import { JOB_RUN } from '../../plugins/platform/server/src/jobs/run-store';
import { EVENT } from '../../plugins/platform/server/src/events/delivery-store';

const TICK = '2026-01-01T00:00:00.000Z';
const NAME = process.env.INSTANCE ?? '';
const JOBS = Number(process.env.INSTANCE_JOBS);
const CHUNKS = Number(process.env.INSTANCE_CHUNKS);
const STEP_MS = Number(process.env.INSTANCE_STEP_MS);

/** Each chunk is one event that names who did it; a chunk that is there already is not done again. */
function sharedJob(core: PlatformCore, name: string): Job {
  const { rows, transaction, events } = core.platform;
  return {
    name,
    async nextDue() {
      const done = await rows.find(
        JOB_RUN,
        (query, column) => void query.where({ [column('job')]: name, [column('state')]: 'finished' }),
      );
      return done.length > 0 || process.env.INSTANCE_GO !== 'yes' ? null : TICK;
    },
    async step({ cursor }) {
      const chunk = (Number(cursor) || 0) + 1;
      await transaction(async () => {
        const subject = { type: name, id: chunk, documentId: `${name}-${chunk}` };
        const there = await rows.find(
          EVENT,
          (query, column) =>
            void query.where({ [column('subjectDocumentId')]: subject.documentId, [column('name')]: 'test.stepped' }),
        );
        if (there.length === 0) await events.record([{ name: 'test.stepped', subject, after: { instance: NAME } }]);
      });
      await pause(STEP_MS);
      return { done: chunk === CHUNKS, cursor: chunk, processed: 1, total: CHUNKS };
    },
  };
}

/** One Strapi of several on a database, in a process of its own, that does what its parent says. */
async function main(): Promise<void> {
  const root = path.resolve(__dirname, '../..');
  const { createStrapi } = await import('@strapi/strapi');
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist'), serveAdminPanel: false });
  await strapi.load();
  const core = strapi.plugin('platform').service('core') as PlatformCore;
  // Before the first look, which comes after the start.
  core.registry.add({
    id: 'test',
    needs: [],
    contentTypes: {},
    messages: { th: {}, en: {} },
    jobs: () => Array.from({ length: JOBS }, (_, index) => sharedJob(core, `test.shared-${index}`)),
    subscribers: () => [
      {
        name: 'test.listener',
        on: ['test.stepped'],
        when: 'after',
        handle: async ({ subject }) => {
          await core.platform.events.record([{ name: 'test.heard', subject, after: { instance: NAME } }]);
        },
      },
    ],
  });
  process.on('message', (message) => {
    if (message === 'go') {
      process.env.INSTANCE_GO = 'yes';
      core.jobs.poke();
    }
    if (message === 'stop') void strapi.destroy().then(() => process.exit(0));
  });
  process.send?.('ready');
}

void main();
