import type { ReactNode } from 'react';
import { useSay } from './language';
import { Facts, type FactsProps, Panel } from './layout';
import { pageLink } from './page-link';
import { StateBadge } from './values';

export interface StandingProps extends Pick<FactsProps, 'facts'> {
  title: string;
  /** As the badge has it, and what it is called. */
  state: string;
  label: string;
  /** Whose it is. */
  customer?: { documentId: string; name: string } | null;
  children?: ReactNode;
}

/** How a thing stands: whose it is, its state, and what is known of it. */
export function Standing({ title, state, label, customer, facts, children }: StandingProps) {
  const say = useSay('platform');
  const whose = pageLink('plugin::crm.customer', customer?.documentId, customer?.name);
  return (
    <Panel title={title} aside={<StateBadge state={state} label={label} />}>
      <Facts columns={4} facts={[[say('ui.customer'), whose], ...facts]} />
      {children}
    </Panel>
  );
}
