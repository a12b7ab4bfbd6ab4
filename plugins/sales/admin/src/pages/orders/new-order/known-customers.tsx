import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useDebounce, useNotification } from '@strapi/strapi/admin';
import { formatPhone } from '@sanya/strapi-plugin-platform/kernel';
import { reasonOf, useApi, useClient, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Customer } from './types';

const PAUSE_MS = 400;

interface Known {
  documentId: string;
  code: string;
  name: string;
  phone: string | null;
  taxId: string | null;
  state: string;
}

interface KnownCustomersProps {
  /** What a customer is recognised by: name, tax id, phone, mail. */
  marks: Record<string, string>;
  onChoose: (customer: Customer) => void;
}

/** Who may be the same as the one being entered: better taken than made twice. */
export function KnownCustomers({ marks, onChoose }: KnownCustomersProps) {
  const say = useSay('sales');
  const { read } = useClient();
  const { toggleNotification } = useNotification();
  const asked = useDebounce(JSON.stringify(marks), PAUSE_MS);
  const params = JSON.parse(asked) as Record<string, string>;
  const { data } = useApi<Known[]>(Object.keys(params).length === 0 ? null : '/crm/customers/duplicates', params);
  const known = (data ?? []).filter((one) => one.state === 'active');
  if (known.length === 0) return null;

  async function take({ documentId }: Known): Promise<void> {
    try {
      onChoose((await read<Customer>(`/crm/customers/${documentId}`)).data);
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) });
    }
  }

  return (
    <Box background="warning100" borderColor="warning200" hasRadius padding={4} role="status">
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography fontWeight="bold" textColor="warning700">
          {say('new.known_customers')}
        </Typography>
        {known.map((one) => (
          <Flex key={one.documentId} justifyContent="space-between" gap={4}>
            <Typography>
              {[one.code, one.name, one.taxId, formatPhone(one.phone)].filter(Boolean).join(' · ')}
            </Typography>
            <Button type="button" size="S" variant="secondary" onClick={() => void take(one)}>
              {say('new.take_customer')}
            </Button>
          </Flex>
        ))}
      </Flex>
    </Box>
  );
}
