import { Badge, Button, Flex } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { formatPhone } from '@sanya/strapi-plugin-platform/kernel';
import { type Column, LinkTo, PageFrame, ReadTable, TwoLines, useDo, useSay } from '@sanya/strapi-plugin-platform/ui';
import { type CrmDoors, useAnswer, useAsk } from '../../../doors';
import { DistinctCustomers } from './distinct-customers';

type Alike = CrmDoors['GET /crm/customers/alike']['answers'][number];

const LIST = '/plugins/crm/customers';

/** Customers who may be one and the same, group by group. */
export function AlikeCustomers() {
  const say = useSay('crm');
  const ask = useAsk();
  const act = useDo();
  const reading = useAnswer('GET /crm/customers/alike', {});
  const distinct = useAnswer('GET /crm/customer-distinctions', {});
  const readAgain = (): void => {
    reading.reload();
    distinct.reload();
  };

  async function tellApart({ customers }: Alike): Promise<void> {
    const body = { customers: customers.map(({ documentId }) => documentId) };
    if (await act(() => ask('POST /crm/customer-distinctions', { body }), say('merge.not_same_done'))) readAgain();
  }
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
              second={[one.taxId, one.taxId && one.branchCode, formatPhone(one.phone), one.email]
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
      cell: (group) => (
        <Flex gap={2} justifyContent="flex-end" wrap="wrap">
          <Button variant="tertiary" size="S" onClick={() => void tellApart(group)}>
            {say(group.customers.length === 2 ? 'merge.not_same' : 'merge.all_different')}
          </Button>
          <Button
            tag={NavLink}
            to={`${LIST}/${group.customers[0]?.documentId}/merge/${group.customers[1]?.documentId}`}
            variant="secondary"
            size="S"
          >
            {say('merge.compare')}
          </Button>
        </Flex>
      ),
    },
  ];
  return (
    <PageFrame
      title={say('merge.alike_title')}
      subtitle={say('merge.alike_subtitle')}
      back={{ to: LIST, label: say('customers.title') }}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <ReadTable
          reading={reading}
          columns={columns}
          keyOf={({ customers }) => customers.map(({ documentId }) => documentId).join()}
          empty={say('merge.alike_none')}
        />
        <DistinctCustomers said={distinct.data ?? []} onChanged={readAgain} />
      </Flex>
    </PageFrame>
  );
}
