import {
  DateText,
  Facts,
  Money,
  pageLink,
  Panel,
  StateBadge,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { shownState } from '../../invoice-state';
import type { Note } from './types';

/** The invoice that asks for the difference of a debit note, and what of it is open. */
export function NotePayable({ note: { payable, currency } }: { note: Note }) {
  const say = useSay('billing');
  const { today } = useToday();
  if (!payable) return null;
  const state = shownState(payable, today);
  return (
    <Panel title={say('note.payable')} aside={<StateBadge state={state} label={say(`state.${state}`)} />}>
      <Facts
        columns={4}
        facts={[
          [say('field.invoice'), pageLink('plugin::billing.invoice', payable.documentId, payable.number)],
          [say('field.due_date'), payable.dueDate && <DateText at={payable.dueDate} />],
          [say('field.total'), <Money key="total" amount={payable.total} currency={currency} />],
          [say('field.due_amount'), <Money key="due" amount={payable.amountDue} currency={currency} strong />],
        ]}
      />
    </Panel>
  );
}
