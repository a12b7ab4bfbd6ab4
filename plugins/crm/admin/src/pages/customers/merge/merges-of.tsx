import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import {
  DateText,
  Facts,
  FormDialog,
  LinkTo,
  Panel,
  useApi,
  useClient,
  useDo,
  useSay,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import type { Customer } from '../../../types';
import { type Count, useCountWords } from './counts';

interface Party {
  documentId: string;
  code: string;
  name: string;
}

interface Merge {
  documentId: string;
  state: 'standing' | 'undone';
  survivor: Party;
  merged: Party;
  mergedAt: string;
}

interface Foreseen {
  back: Count[];
  stays: Count[];
  refused: string | null;
}

const pageOf = ({ documentId }: Party): string => `/plugins/crm/customers/${documentId}`;

/** Where all of a merged customer is to be found. */
export function MergedInto({ customer }: { customer: Customer }) {
  const say = useSay('crm');
  const { mergedInto } = customer;
  if (!mergedInto) return null;
  return (
    <Box background="warning100" borderColor="warning200" hasRadius padding={4} role="status">
      <Flex gap={2} wrap="wrap">
        <Typography textColor="warning700">{say('merge.banner')}</Typography>
        <LinkTo to={pageOf(mergedInto)}>{`${mergedInto.code} ${mergedInto.name}`}</LinkTo>
      </Flex>
    </Box>
  );
}

/** What undoing would do, and then does. */
function UndoMerge({ merge, onClose, onDone }: { merge: Merge; onClose: () => void; onDone: () => void }) {
  const say = useSay('crm');
  const act = useDo();
  const words = useCountWords();
  const { send } = useClient();
  const door = `/crm/customer-merges/${merge.documentId}/undo`;
  const { data } = useApi<Foreseen>(door);
  const [survivor, merged] = [merge.survivor.code, merge.merged.code];

  async function undo(): Promise<void> {
    if (!(await act(() => send(door), say('merge.undo_done')))) return;
    onClose();
    onDone();
  }
  return (
    <FormDialog
      title={say('merge.undo_title', { code: merged })}
      label={say('merge.undo')}
      disabled={!data || data.refused !== null}
      onClose={onClose}
      onSubmit={undo}
    >
      {!data && <Waiting />}
      {data?.refused && <Typography textColor="danger600">{data.refused}</Typography>}
      {data && data.refused === null && (
        <>
          <Facts
            columns={1}
            facts={[
              [say('merge.back', { code: merged }), words(data.back) || say('merge.nothing')],
              [say('merge.stayed', { code: survivor }), words(data.stays)],
            ]}
          />
          <Typography textColor="neutral600">{say('merge.undo_rule', { code: survivor })}</Typography>
        </>
      )}
    </FormDialog>
  );
}

/** Merges that a customer was party to, with the way back. */
export function MergesOf({ id, onDone }: { id: string; onDone: () => void }) {
  const say = useSay('crm');
  const [undoing, setUndoing] = useState<Merge>();
  const { data } = useApi<Merge[]>('/crm/customer-merges', {
    filters: { $or: [{ survivor: { documentId: id } }, { merged: { documentId: id } }] },
    populate: { survivor: { fields: ['code', 'name'] }, merged: { fields: ['code', 'name'] } },
    sort: 'mergedAt:desc',
    pagination: { pageSize: 50 },
  });
  if (!data || data.length === 0) return null;
  return (
    <Panel title={say('merge.list')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {data.map((merge) => (
          <Flex key={merge.documentId} tag="li" justifyContent="space-between" gap={4} wrap="wrap">
            <Flex gap={3} wrap="wrap">
              <LinkTo to={pageOf(merge.merged)}>
                {say('merge.of', {
                  merged: `${merge.merged.code} ${merge.merged.name}`,
                  survivor: merge.survivor.code,
                })}
              </LinkTo>
              <DateText at={merge.mergedAt} />
              <Typography textColor="neutral600">{say(`merge.${merge.state}`)}</Typography>
            </Flex>
            {merge.state === 'standing' && (
              <Button variant="secondary" size="S" onClick={() => setUndoing(merge)}>
                {say('merge.undo')}
              </Button>
            )}
          </Flex>
        ))}
      </Flex>
      {undoing && <UndoMerge merge={undoing} onClose={() => setUndoing(undefined)} onDone={onDone} />}
    </Panel>
  );
}
