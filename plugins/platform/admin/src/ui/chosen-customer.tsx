import { Button } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useSay } from './language';
import { useListQuery } from './list-query';

/** Where a list is of one customer, as its address says: who it is, and the way back to all. */
export function ChosenCustomer({ name }: { name: string | undefined }) {
  const say = useSay('platform');
  const { asked, change } = useListQuery();
  if (asked('customer') === '') return null;
  return (
    <Button variant="secondary" size="S" endIcon={<Cross />} onClick={() => change('customer', '')}>
      {say('ui.only_customer', { name: name ?? '…' })}
    </Button>
  );
}
