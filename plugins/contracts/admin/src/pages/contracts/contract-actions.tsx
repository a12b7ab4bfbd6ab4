import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { next } from '@sanya/strapi-plugin-platform/kernel';
import { freshKey, useApi, useMay, useSay, useTell } from '@sanya/strapi-plugin-platform/ui';
import { contractMachine } from '../../../../server/src/domain/contract-machine';
import { useAsk } from '../../doors';
import type { Contract, Suspension } from '../../types';
import { CancelDialog } from './cancel-dialog';
import { ChangeDialog } from './change-dialog';
import { RenewDialog } from './renew-dialog';
import { StepDialog, type Step } from './step-dialog';

const READ = 'plugin::content-manager.explorer.read';

/** What can be done with a contract as it stands, as far as the reader may. */
export function ContractActions({ contract, onDone }: { contract: Contract; onDone: () => void }) {
  const say = useSay('contracts');
  const may = useMay();
  const ask = useAsk();
  const tell = useTell();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = useState<Step | 'cancel' | 'change' | 'renew'>();
  const { data: off, reload: reloadOff } = useApi<Suspension[]>(
    contract.state === 'active' ? '/contracts/suspensions' : null,
    {
      filters: { contract: { documentId: { $eq: contract.documentId } }, resumesOn: { $null: true } },
    },
  );
  const mayRenew = may('plugin::contracts.renewal.decide');
  const { data: lapsed, reload: reloadLapsed } = useApi<unknown[]>(
    contract.state === 'ended' && mayRenew && may(READ, 'plugin::contracts.renewal') ? '/contracts/renewals' : null,
    { filters: { contract: { documentId: { $eq: contract.documentId } }, state: { $eq: 'lapsed' } } },
  );
  const hasLapsed = (lapsed ?? []).length > 0;
  const mayDo = (verb: string): boolean => may(`plugin::contracts.contract.${verb}`);
  const can = (verb: 'agree' | 'activate' | 'cancel'): boolean =>
    next(contractMachine, contract.state, verb) !== undefined;
  const isActive = contract.state === 'active';
  const isOff = (off ?? []).length > 0;
  const close = (): void => setOpen(undefined);
  const finish = (what: string): void => {
    close();
    toggleNotification({ type: 'success', message: say(`contract.${what}_done`) });
    reloadOff();
    reloadLapsed();
    onDone();
  };
  const press = async (verb: 'agree' | 'retry'): Promise<void> => {
    try {
      const asked = { id: contract.documentId, key: freshKey() };
      if (verb === 'agree') await ask('POST /contracts/contracts/:id/agree', asked);
      else await ask('POST /contracts/contracts/:id/retry', asked);
      finish(verb);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Flex gap={2} wrap="wrap" justifyContent="flex-end">
      {(can('cancel') || isActive) && mayDo('cancel') && (
        <Button variant="danger-light" onClick={() => setOpen('cancel')}>
          {say(isActive ? 'contract.end' : 'contract.cancel')}
        </Button>
      )}
      {contract.problem && may('plugin::contracts.billing-run.start') && (
        <Button variant="secondary" onClick={() => void press('retry')}>
          {say('contract.retry')}
        </Button>
      )}
      {isActive && off && mayDo('suspend') && (
        <Button variant="secondary" onClick={() => setOpen(isOff ? 'resume' : 'suspend')}>
          {say(isOff ? 'contract.resume' : 'contract.suspend')}
        </Button>
      )}
      {isActive && off && !isOff && mayDo('change') && (
        <Button variant="secondary" onClick={() => setOpen('change')}>
          {say('contract.change')}
        </Button>
      )}
      {isActive && contract.endsOn && contract.termMonths !== null && mayRenew && (
        <Button variant="secondary" onClick={() => setOpen('renew')}>
          {say('renewals.renew')}
        </Button>
      )}
      {hasLapsed && <Button onClick={() => setOpen('renew')}>{say('renewals.win_back')}</Button>}
      {can('agree') && mayDo('edit') && <Button onClick={() => void press('agree')}>{say('contract.agree')}</Button>}
      {can('activate') && mayDo('activate') && (
        <Button onClick={() => setOpen('activate')}>{say('contract.activate')}</Button>
      )}
      {open === 'cancel' && (
        <CancelDialog contract={contract} onClose={close} onDone={() => finish(isActive ? 'end' : 'cancel')} />
      )}
      {open === 'change' && <ChangeDialog contract={contract} onClose={close} onDone={() => finish('change')} />}
      {open === 'renew' && (
        <RenewDialog contract={contract} onClose={close} onDone={() => finish(hasLapsed ? 'win_back' : 'renew')} />
      )}
      {open !== undefined && open !== 'cancel' && open !== 'change' && open !== 'renew' && (
        <StepDialog contract={contract} step={open} onClose={close} onDone={() => finish(open)} />
      )}
    </Flex>
  );
}
