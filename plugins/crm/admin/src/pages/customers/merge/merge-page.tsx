import { useState } from 'react';
import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { useNavigate, useParams } from 'react-router-dom';
import {
  Confirm,
  Failure,
  PageFrame,
  Panel,
  useApi,
  useClient,
  useDo,
  useLanguage,
  useMay,
  useSay,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import type { Customer, Owner } from '../../../types';
import { useAsk } from '../../../doors';
import type { Count } from './counts';
import { FieldChoice } from './field-choice';
import { differing, fieldRows } from './field-rows';
import { WhatMoves } from './what-moves';

interface Preview {
  refused: string | null;
  has: Count[];
  moves: Count[];
}

const LIST = '/plugins/crm/customers';
const WITH_CLASS = { populate: { class: true } };

/** Two customers side by side: which stays, what holds of each, what moves, and then it is done. */
export function MergePage() {
  const { id = '', other = '' } = useParams();
  return <Comparison key={`${id}/${other}`} id={id} other={other} />;
}

function Comparison({ id, other }: { id: string; other: string }) {
  const say = useSay('crm');
  const language = useLanguage();
  const may = useMay();
  const act = useDo();
  const navigate = useNavigate();
  const { send } = useClient();
  const ask = useAsk();
  const [take, setTake] = useState<readonly string[]>([]);
  const stays = useApi<Customer>(`/crm/customers/${id}`, WITH_CLASS);
  const goes = useApi<Customer>(`/crm/customers/${other}`, WITH_CLASS);
  const preview = useApi<Preview>(`/crm/customers/${id}/merge`, { other });
  const { data: owners } = useApi<Owner[]>('/crm/customer-owners');

  const error = stays.error ?? goes.error ?? preview.error;
  if (error !== undefined) return <Failure message={error} />;
  if (!stays.data || !goes.data || !preview.data || !owners) return <Waiting />;
  const [one, two] = [stays.data, goes.data];
  const { refused, has, moves } = preview.data;
  const rights: Record<string, boolean> = {
    creditTermsDays: may('plugin::crm.customer.credit'),
    creditLimit: may('plugin::crm.customer.credit'),
    earlyPayment: may('plugin::crm.customer.credit'),
    owner: may('plugin::crm.customer.assign'),
  };
  const rows = differing(fieldRows({ say, language, owners }), one, two).filter(({ name }) => rights[name] !== false);
  const called = (customer: Customer): string => `${customer.code} ${customer.name}`;
  const names = { stays: called(one), goes: called(two) };

  async function merge(): Promise<boolean> {
    const done = await act(() => send(`/crm/customers/${id}/merge`, { other, take }), say('merge.done', names));
    if (done) navigate(`${LIST}/${id}`);
    return done;
  }

  async function tellApart(): Promise<void> {
    const body = { customers: [id, other] };
    const done = await act(() => ask('POST /crm/customer-distinctions', { body }), say('merge.not_same_done'));
    if (done) navigate(`${LIST}/alike`);
  }

  return (
    <PageFrame
      title={say('merge.title')}
      subtitle={say('merge.subtitle', names)}
      back={{ to: `${LIST}/alike`, label: say('merge.alike_title') }}
      action={
        <Flex gap={2}>
          <Button variant="tertiary" onClick={() => void tellApart()}>
            {say('merge.not_same')}
          </Button>
          <Button variant="tertiary" onClick={() => navigate(`${LIST}/${other}/merge/${id}`, { replace: true })}>
            {say('merge.swap')}
          </Button>
          <Confirm
            label={say('merge.do')}
            title={say('merge.do_title', names)}
            disabled={refused !== null}
            onConfirm={merge}
          >
            {say('merge.do_text', names)}
          </Confirm>
        </Flex>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        {refused !== null && <Failure message={refused} />}
        <Panel title={say('merge.fields')}>
          <Box paddingBottom={4}>
            <Typography textColor="neutral600">{say('merge.fields_hint')}</Typography>
          </Box>
          <Grid.Root gap={4} paddingBottom={3}>
            <Grid.Item col={4} xs={12} />
            {([one, two] as const).map((customer, index) => (
              <Grid.Item key={customer.documentId} col={4} xs={6} direction="column" alignItems="flex-start">
                <Typography variant="sigma" textColor="neutral600" style={{ textTransform: 'none' }}>
                  {say(index === 0 ? 'merge.stays' : 'merge.goes')}
                </Typography>
                <Typography fontWeight="bold">{called(customer)}</Typography>
              </Grid.Item>
            ))}
          </Grid.Root>
          {rows.length === 0 && <Typography>{say('merge.all_same')}</Typography>}
          {rows.map((row) => (
            <FieldChoice
              key={row.name}
              row={row}
              stays={one}
              goes={two}
              isTaken={take.includes(row.name)}
              onChange={(isTaken) =>
                setTake((before) => [...before.filter((name) => name !== row.name), ...(isTaken ? [row.name] : [])])
              }
            />
          ))}
        </Panel>
        <WhatMoves stays={one.code} goes={two.code} has={has} moves={moves} />
      </Flex>
    </PageFrame>
  );
}
