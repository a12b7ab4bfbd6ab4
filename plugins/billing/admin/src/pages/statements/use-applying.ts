import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { reasonOf, useSay } from '@sanya/strapi-plugin-platform/ui';
import { type BillingDoors, useAsk } from '../../doors';

type Applied = BillingDoors['POST /billing/statements/:id/apply']['answers'];

/** So many at once, that one sees how far it is, and what is done stays done when the page is left. */
const AT_ONCE = 200;

/** Makes payments of lines, piece by piece, and keeps what was left and why. */
export function useApplying(statement: string, onDone: () => void) {
  const say = useSay('billing');
  const ask = useAsk();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState<string[]>([]);
  const [progress, setProgress] = useState<{ done: number; total: number }>();
  const apply = (body: { most?: number; lines?: readonly { line: string; proposal?: number }[] }): Promise<Applied> =>
    ask('POST /billing/statements/:id/apply', { id: statement, body });

  async function run(work: (told: (answer: Applied) => void) => Promise<void>): Promise<void> {
    setBusy(true);
    setLeft([]);
    let applied = 0;
    try {
      await work((answer) => {
        applied += answer.applied;
        setLeft((before) => [
          ...before,
          ...answer.left.map(({ row, message }) => `${say('statements.row')} ${row}: ${message}`),
        ]);
      });
      toggleNotification({ type: 'success', message: say('statements.applied', { count: applied }) });
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) });
    }
    setBusy(false);
    setProgress(undefined);
    onDone();
  }

  return {
    busy,
    left,
    progress,
    all: (total: number) =>
      run(async (told) => {
        for (let remaining = total; remaining > 0; ) {
          setProgress({ done: total - remaining, total });
          const answer = await apply({ most: AT_ONCE });
          told(answer);
          if (answer.remaining >= remaining) return;
          remaining = answer.remaining;
        }
      }),
    chosen: (lines: readonly { line: string; proposal?: number }[]) =>
      run(async (told) => told(await apply({ lines }))),
  };
}
