import { Badge, Button, Flex } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { type Column, LinkTo, PageFrame, ReadTable, TwoLines, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import { shownPhone } from '../../../shown';
import type { Duplicate } from '../../../types';

interface Alike {
  reasons: Duplicate['reasons'];
  customers: {
    documentId: string;
    code: string;
    name: string;
    taxId: string | null;
    branchCode: string | null;
    phone: string | null;
    email: string | null;
  }[];
}

const LIST = '/plugins/crm/customers';

/** Customers who may be one and the same, group by group. */
export function AlikeCustomers() {
  const say = useSay('crm');
  const reading = useApi<Alike[]>('/crm/customers/alike');
  const columns: Column<Alike>[] = [
    {
      key: 'customers',
      title: say('customers.title'),
      wraps: true,
      cell: ({ customers }) => (
        <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={3} paddingBottom={3}>
          {customers.map((one) => (
            <TwoLines
              key={one.documentId}
              first={<LinkTo to={`${LIST}/${one.documentId}`}>{`${one.code} ${one.name}`}</LinkTo>}
              second={[one.taxId, one.taxId && one.branchCode, shownPhone(one.phone), one.email]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </Flex>
      ),
    },
    {
      key: 'why',
      title: say('merge.alike_why'),
      cell: ({ reasons }) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          {reasons.map((reason) => (
            <Badge key={reason}>{say(`duplicate.${reason}`)}</Badge>
          ))}
        </Flex>
      ),
    },
    {
      key: 'compare',
      title: '',
      right: true,
      cell: ({ customers: [first, second] }) => (
        <Button
          tag={NavLink}
          to={`${LIST}/${first?.documentId}/merge/${second?.documentId}`}
          variant="secondary"
          size="S"
        >
          {say('merge.compare')}
        </Button>
      ),
    },
  ];
  return (
    <PageFrame
      title={say('merge.alike_title')}
      subtitle={say('merge.alike_subtitle')}
      back={{ to: LIST, label: say('customers.title') }}
    >
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={({ customers }) => customers.map(({ documentId }) => documentId).join()}
        empty={say('merge.alike_none')}
      />
    </PageFrame>
  );
}
