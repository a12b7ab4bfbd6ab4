import { type DoctorCheck, well, wrong } from '../../../../kit/src/doctor';
import type { Ledger } from '../../ledger/create-ledger';

/** The latest links; the whole chain is verified where staff ask for it. */
const LATEST = 20_000;

/** Whether the end of the proof ledger holds. */
export const ledgerCheck = (ledger: Pick<Ledger, 'state' | 'verify'>): DoctorCheck => ({
  name: 'ledger',
  async run() {
    const { head } = await ledger.state();
    const { verified, fault } = await ledger.verify({ after: Math.max(0, head.position - LATEST) });
    if (!fault) return [well('ledger', { count: verified })];
    return [
      wrong('ledger_fault', { event: fault.event?.id ?? '–', position: fault.position ?? '–', kind: fault.kind }),
    ];
  },
});
