import { Button, Flex } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import { NavLink, useNavigate } from 'react-router-dom';
import { Confirm, useDo, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Customer } from '../../types';
import { ChooseOther } from './merge/choose-other';

/** What can be done with a customer in its state, as far as the reader may. */
export function CustomerActions({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const say = useSay('crm');
  const may = useMay();
  const navigate = useNavigate();
  const act = useDo(onDone);
  const leave = useDo(() => navigate('/plugins/crm/customers'));
  const ask = useAsk();
  const verb = customer.state === 'active' ? 'close' : 'reopen';
  const { documentId: id, code, name } = customer;

  const move = (): Promise<boolean> =>
    act(() => ask(`POST /crm/customers/:id/${verb}`, { id }), say(`customers.${verb}_done`));
  const erase = (): Promise<boolean> =>
    leave(() => ask('DELETE /crm/customers/:id', { id }), say('customers.delete_done', { code }));

  // All that was its is the other's: there is nothing left to do with it.
  if (customer.state === 'merged') return null;
  return (
    <Flex gap={2} wrap="wrap">
      {may('plugin::crm.customer.delete') && (
        <Confirm
          label={say('customers.delete')}
          title={say('customers.delete_title', { name })}
          variant="danger-light"
          icon={<Trash />}
          onConfirm={erase}
        >
          {say('customers.delete_text')}
        </Confirm>
      )}
      {may('plugin::crm.customer.merge') && customer.state === 'active' && <ChooseOther customer={customer} />}
      {may('plugin::crm.customer.close') && (
        <Confirm
          label={say(`customers.${verb}`)}
          title={say(`customers.${verb}_title`, { name })}
          variant="secondary"
          onConfirm={move}
        >
          {say(`customers.${verb}_text`)}
        </Confirm>
      )}
      {may('plugin::crm.customer.update') && (
        <Button tag={NavLink} to="edit" startIcon={<Pencil />}>
          {say('customers.edit')}
        </Button>
      )}
    </Flex>
  );
}
