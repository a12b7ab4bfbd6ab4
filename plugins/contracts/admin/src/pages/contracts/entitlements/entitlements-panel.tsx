import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import {
  type Column,
  DateText,
  freshKey,
  Panel,
  ReadTable,
  TwoLines,
  useApi,
  useMay,
  useSay,
  useTell,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useAnswer, useAsk } from '../../../doors';
import type { Contract, ContractLine, Entitlement, EntitlementEntry } from '../../../types';
import { AgreeDialog } from './agree-dialog';
import { EntryDialog, type EntryStep } from './entry-dialog';
import { History } from './history';

const STEPS: readonly EntryStep[] = ['use', 'top-up', 'adjust'];

/** What a contract entitles to by number, what of it is left, and how it came to that. */
export function EntitlementsPanel({ contract, onDone }: { contract: Contract; onDone: () => void }) {
  const say = useSay('contracts');
  const may = useMay();
  const ask = useAsk();
  const tell = useTell();
  const { toggleNotification } = useNotification();
  const id = contract.documentId;
  const { today } = useToday();
  const [open, setOpen] = useState<{ step: EntryStep; of: Entitlement } | 'agree'>();
  const answer = useAnswer('GET /contracts/contracts/:id/entitlements', { id });
  const lines = useApi<ContractLine[]>('/contracts/contract-lines', {
    filters: { contract: { documentId: { $eq: id } } },
    sort: 'position:asc',
    pagination: { pageSize: 100 },
  });
  const rows = answer.data?.entitlements;
  // What was over or is to take over is not agreed: the line that holds is.
  const holding = (lines.data ?? []).filter(
    ({ startsOn, endsOn }) => (startsOn ?? today) <= today && (endsOn ?? today) >= today,
  );
  const isLive = contract.state !== 'ended' && contract.state !== 'cancelled';
  const mayAgree = isLive && may('plugin::contracts.contract.edit');
  const maySee = may('plugin::contracts.contract.find');
  if (!maySee || (rows?.length === 0 && !mayAgree)) return null;

  const finish = (word: string): void => {
    setOpen(undefined);
    toggleNotification({ type: 'success', message: say(`entitlement.${word}_done`) });
    onDone();
  };
  const undo = async ({ documentId }: EntitlementEntry): Promise<void> => {
    try {
      await ask('POST /contracts/entitlement-entries/:id/undo', { id: documentId, key: freshKey(), body: {} });
      finish('undo');
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    }
  };
  const mayDo = (step: EntryStep): boolean =>
    contract.state === 'active' && may(`plugin::contracts.entitlement.${step === 'use' ? 'use' : 'adjust'}`);
  const columns: Column<Entitlement>[] = [
    {
      key: 'unit',
      title: say('field.entitlement'),
      wraps: true,
      cell: ({ unit, description }) => <TwoLines first={say(`entitlement_unit.${unit}`)} second={description} />,
    },
    {
      key: 'granted',
      title: say('field.granted'),
      right: true,
      cell: ({ granted, per }) => <TwoLines right first={granted} second={say(`entitled_per.${per}`)} />,
    },
    { key: 'carried', title: say('field.carried'), right: true, cell: ({ carried }) => carried },
    { key: 'added', title: say('field.added'), right: true, cell: ({ added }) => added },
    { key: 'used', title: say('field.used'), right: true, cell: ({ used }) => used },
    {
      key: 'left',
      title: say('field.left'),
      right: true,
      cell: ({ left }) => <Typography fontWeight="bold">{left}</Typography>,
    },
    {
      key: 'expires',
      title: say('field.expires'),
      cell: ({ endsOn, expiring }) =>
        endsOn && (
          <TwoLines
            first={<DateText at={endsOn} />}
            second={expiring === '0' ? undefined : say('entitlement.expiring', { quantity: expiring })}
          />
        ),
    },
    {
      key: 'do',
      title: '',
      right: true,
      cell: (of) => (
        <Flex gap={1} justifyContent="flex-end" wrap="wrap">
          {STEPS.filter(mayDo).map((step) => (
            <Button key={step} size="S" variant="tertiary" onClick={() => setOpen({ step, of })}>
              {say(`entitlement.${step === 'top-up' ? 'top_up' : step}`)}
            </Button>
          ))}
        </Flex>
      ),
    },
  ];
  return (
    <Panel
      title={say('entitlement.title')}
      aside={
        mayAgree &&
        holding.length > 0 && (
          <Button size="S" variant="secondary" onClick={() => setOpen('agree')}>
            {say('entitlement.edit')}
          </Button>
        )
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <ReadTable
          whole
          reading={{ ...answer, data: rows }}
          columns={columns}
          keyOf={({ line, unit }) => `${line} ${unit}`}
          empty={say('entitlement.none')}
        />
        {rows !== undefined && rows.length > 0 && <History id={id} onUndo={(entry) => void undo(entry)} />}
      </Flex>
      {open === 'agree' && (
        <AgreeDialog
          lines={holding}
          entitlements={rows ?? []}
          onClose={() => setOpen(undefined)}
          onDone={() => finish('agree')}
        />
      )}
      {open !== undefined && open !== 'agree' && (
        <EntryDialog
          entitlement={open.of}
          step={open.step}
          onClose={() => setOpen(undefined)}
          onDone={() => finish(open.step === 'top-up' ? 'top_up' : open.step)}
        />
      )}
    </Panel>
  );
}
