import type { ReactNode } from 'react';
import { Facts, LinkTo, pageOf, Panel, StateBadge, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Customer } from './types';

/** A row among facts that leads to its page; nothing where there is none. */
export function linkTo(type: string, documentId: string | undefined, name: string | null | undefined): ReactNode {
  const page = pageOf(type, documentId);
  return page && <LinkTo to={page}>{name ?? ''}</LinkTo>;
}

export interface StandingProps {
  title: string;
  /** As the badge has it, and what it is called. */
  state: string;
  label: string;
  customer: Customer | null | undefined;
  /** What is known besides whose it is. */
  facts: readonly (readonly [string, ReactNode])[];
}

/** How a document or money of a customer stands: whose it is, its state, and what is known of it. */
export function Standing({ title, state, label, customer, facts }: StandingProps) {
  const say = useSay('billing');
  const whose = linkTo('plugin::crm.customer', customer?.documentId, customer?.name);
  return (
    <Panel title={title} aside={<StateBadge state={state} label={label} />}>
      <Facts columns={4} facts={[[say('field.customer'), whose], ...facts]} />
    </Panel>
  );
}
