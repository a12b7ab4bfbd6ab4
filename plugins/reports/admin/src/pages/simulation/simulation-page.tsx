import { useState } from 'react';
import { EmptyStateLayout, Flex, Loader, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { addMonths } from '@sanya/strapi-plugin-platform/kernel';
import { Failure, PageFrame, useClient, useSay, useSubmit, useToday } from '@sanya/strapi-plugin-platform/ui';
import { SimulatedEvents } from './simulated-events';
import { SimulatedMonths } from './simulated-months';
import { type Question, SimulationForm } from './simulation-form';
import type { Simulation } from './types';

export const SIMULATE = 'plugin::platform.simulation.run';

const MONTHS = 3;

/** What the clock would bring about, until a day, without that it does. */
export function SimulationPage() {
  const say = useSay('reports');
  const { send } = useClient();
  const { today } = useToday();
  const { busy, refused, errorAt, submit } = useSubmit();
  const [asked, setAsked] = useState<Partial<Question>>({});
  const [told, setTold] = useState<Simulation>();
  const question: Question = { to: today && addMonths(today, MONTHS), payments: 'on_due', customer: '', ...asked };

  const run = () =>
    submit(async () => {
      const { to, payments, customer } = question;
      setTold(await send<Simulation>('/platform/simulations', { to, payments, ...(customer && { customer }) }));
    });

  return (
    <Page.Protect permissions={[{ action: SIMULATE, subject: null }]}>
      <PageFrame
        title={say('simulation.title')}
        subtitle={say('simulation.subtitle')}
        back={{ to: '/plugins/reports', label: say('title') }}
      >
        <Flex direction="column" alignItems="stretch" gap={6}>
          <SimulationForm
            question={question}
            busy={busy}
            errorAt={errorAt}
            onChange={(changes) => setAsked((before) => ({ ...before, ...changes }))}
            onRun={() => void run()}
          />
          {refused && refused.field !== 'to' && <Failure message={refused.message} />}
          {busy && (
            <Flex direction="column" gap={3} padding={8}>
              <Loader>{say('simulation.running')}</Loader>
              <Typography textColor="neutral600">{say('simulation.running')}</Typography>
            </Flex>
          )}
          {!busy && told === undefined && (
            <EmptyStateLayout content={say('simulation.begin')} hasRadius shadow="tableShadow" />
          )}
          {!busy && told !== undefined && told.events.length === 0 && (
            <EmptyStateLayout content={say('simulation.nothing')} hasRadius shadow="tableShadow" />
          )}
          {!busy && told !== undefined && told.events.length > 0 && (
            <>
              <SimulatedMonths told={told} />
              <SimulatedEvents told={told} />
            </>
          )}
        </Flex>
      </PageFrame>
    </Page.Protect>
  );
}
