import { Box, Button, Flex } from '@strapi/design-system';
import { ChoiceField, FieldCell, Fields, Panel, TypedDate, useSay } from '@sanya/strapi-plugin-platform/ui';
import { CustomerFilter } from '../reports/customer-filter';
import type { Simulation } from './types';

const PAYMENTS: readonly Simulation['payments'][] = ['on_due', 'as_before', 'none'];

export interface Question {
  to: string;
  payments: Simulation['payments'];
  /** Document id; empty for all. */
  customer: string;
}

export interface SimulationFormProps {
  question: Question;
  busy: boolean;
  errorAt: (field: string) => string | undefined;
  onChange: (changes: Partial<Question>) => void;
  onRun: () => void;
}

/** How far, how members pay, and of whom. */
export function SimulationForm({ question, busy, errorAt, onChange, onRun }: SimulationFormProps) {
  const say = useSay('reports');
  return (
    <Panel>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Fields>
          <FieldCell width={3}>
            <TypedDate
              name="to"
              label={say('simulation.to')}
              value={question.to}
              error={errorAt('to')}
              onChange={(to) => onChange({ to })}
            />
          </FieldCell>
          <FieldCell width={3}>
            <ChoiceField
              name="payments"
              label={say('simulation.payments')}
              value={question.payments}
              choices={PAYMENTS.map((one) => [one, say(`simulation.payments.${one}`)] as const)}
              onChange={(payments) => onChange({ payments: payments as Simulation['payments'] })}
            />
          </FieldCell>
          <FieldCell width={6}>
            <CustomerFilter
              value={question.customer || undefined}
              required={false}
              onChange={(customer) => onChange({ customer })}
            />
          </FieldCell>
        </Fields>
        <Box>
          <Button loading={busy} disabled={question.to === ''} onClick={onRun}>
            {say('simulation.run')}
          </Button>
        </Box>
      </Flex>
    </Panel>
  );
}
