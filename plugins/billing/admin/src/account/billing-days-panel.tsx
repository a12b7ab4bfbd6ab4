import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { DateText, Facts, LinkTo, Panel, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { DayRule } from '../billing-note-types';
import { useAnswer } from '../doors';
import { BillingDaysDialog } from './billing-days-dialog';

/** `the 1st to the 5th`, `last Friday`. */
function useRuleText(): (rule: DayRule) => string {
  const say = useSay('billing');
  return (rule) => {
    if (rule.kind === 'weekday') {
      return say('billing_days.on_weekday', {
        nth: say(`billing_days.nth_${rule.nth === -1 ? 'last' : rule.nth}`),
        weekday: say(`billing_days.weekday_${rule.weekday}`),
      });
    }
    return rule.from === rule.to
      ? say('billing_days.on_day', { from: rule.from })
      : say('billing_days.on_days', { from: rule.from, to: rule.to });
  };
}

/** On the page of a customer: on which days it takes billing notes and pays. */
export default function BillingDaysPanel({ id }: { id: string }) {
  const say = useSay('billing');
  const may = useMay();
  const ruleText = useRuleText();
  const [open, setOpen] = useState(false);
  const { data, reload } = useAnswer(
    'GET /billing/customers/:id/billing-days',
    may('plugin::billing.account.read') ? { id } : null,
  );
  if (!data) return null;
  const { billing, payment, nextBilling, nextPayment } = data;
  const list = (rules: readonly DayRule[]): string =>
    rules.length === 0 ? say('billing_days.any') : rules.map(ruleText).join(', ');
  return (
    <Panel
      title={say('billing_days.title')}
      aside={
        <Flex gap={4} wrap="wrap">
          {may('plugin::billing.billing-note.issue') && (
            <>
              <LinkTo to={`/plugins/billing/billing-notes/new?customer=${id}`}>{say('billing_note.make')}</LinkTo>
              <Button variant="secondary" size="S" onClick={() => setOpen(true)}>
                {say('billing_days.set')}
              </Button>
            </>
          )}
        </Flex>
      }
    >
      <Facts
        columns={4}
        facts={[
          [say('billing_days.billing'), list(billing)],
          [say('billing_days.next_billing'), billing.length > 0 && <DateText key="billing" at={nextBilling} />],
          [say('billing_days.payment'), list(payment)],
          [say('billing_days.next_payment'), payment.length > 0 && <DateText key="payment" at={nextPayment} />],
        ]}
      />
      {open && (
        <BillingDaysDialog
          customer={id}
          days={{ billing, payment }}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            reload();
          }}
        />
      )}
    </Panel>
  );
}
