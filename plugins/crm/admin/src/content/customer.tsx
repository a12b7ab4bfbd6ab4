import { Flex, Typography } from '@strapi/design-system';
import { Read, StateBadge, useApi, useSay, Zone } from '@sanya/strapi-plugin-platform/ui';
import type { Customer } from '../types';

/** Beside the form of a customer in the content manager; later plugins add figures of theirs. */
export default function BesideCustomer({ id }: { id: string }) {
  const say = useSay('crm');
  const reading = useApi<Customer>(`/crm/customers/${id}`);
  return (
    <Read reading={reading}>
      {(customer) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Flex justifyContent="space-between" gap={2}>
            <Typography fontWeight="semiBold">{customer.code}</Typography>
            <StateBadge state={customer.state} label={say(`state.${customer.state}`)} />
          </Flex>
          <Zone plugin="crm" page="customer" position="figures" id={id} />
        </Flex>
      )}
    </Read>
  );
}
