import { addDays, keepWords, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { type ContractLineRow, contractsStore } from '../stores/contracts';
import { soldStore } from '../stores/sold';
import { chargeFees } from './end-contracts';
import { invoicing } from './invoicing';
import type { LockedContract } from './lock-contracts';
import { must } from './must';
import type { PlannedLine } from './plan-change';

interface Charging {
  one: LockedContract;
  /** `made`: the line that takes over. */
  lines: readonly (PlannedLine & { made: ContractLineRow | undefined })[];
}

/** The line of the invoice names the line that takes over, whose fee it is. */
const feeLine = ({ before, made, from, fee }: Charging['lines'][number]) => ({
  ...before,
  ...{ documentId: made?.documentId ?? before.documentId, endsOn: addDays(from, -1), fee },
});

/** The fees for promising less before the minimum term is over: one invoice a contract, which the new lines remember. */
export async function chargeChangeFees(tools: Tools, all: readonly Charging[]): Promise<void> {
  const charged = all.map(({ one, lines }) => {
    const owing = lines.filter(({ fee }) => fee > 0n);
    const fee = sum(owing.map((line) => line.fee));
    return {
      one,
      owing,
      plan: { fee, lines: owing.map(feeLine) },
    };
  });
  const due = charged.filter(({ plan }) => plan.fee > 0n);
  const invoices = await chargeFees(tools, due, {
    line: 'contract.lowering_fee_line',
    details: 'contract.lowering_fee_details',
  });
  await contractsStore(tools.platform.rows).updateLines(
    due.flatMap(({ owing }, index) =>
      owing.flatMap(({ made }) => (made ? [{ id: made.id, feeInvoice: must(invoices[index]).id }] : [])),
    ),
  );
}

/** What was to promise less never does: its fee is not owed. */
export async function giveFeesBack(
  { platform, strapi }: Tools,
  { lines }: { lines: readonly Pick<PlannedLine, 'withdrawn'>[] },
): Promise<void> {
  const paid = lines.flatMap(({ withdrawn }) => withdrawn).filter(({ feeInvoice }) => feeInvoice);
  if (paid.length === 0) return;
  const billing = invoicing(strapi);
  const ids = [...new Set(paid.flatMap(({ feeInvoice }) => feeInvoice ?? []))];
  const found = await soldStore(platform.rows).invoiceLines(ids);
  const left = new Map((await billing.creditableLeft(ids)).map((one) => [one.line, one.left]));
  const reason = keepWords('contract.fee_back');
  const voidable = new Set(await billing.voidable(ids));
  for (const invoice of ids) {
    const own = paid.filter(({ feeInvoice }) => feeInvoice === invoice);
    const all = found.filter((line) => line.invoice === invoice);
    if (voidable.has(invoice) && all.length === own.length) {
      await billing.void([invoice], reason);
      continue;
    }
    const wanted = all.filter(({ sourceLine }) => own.some(({ documentId }) => documentId === sourceLine));
    const back = wanted.flatMap(({ id }) => {
      const amount = left.get(id) ?? 0n;
      return amount > 0n ? [{ line: id, amount }] : [];
    });
    if (back.length > 0) await billing.credit([{ invoice, cause: 'other', reason, lines: back }]);
  }
}
