import { Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import {
  BackTo,
  type Column,
  Facts,
  Failure,
  Money,
  Panel,
  ReadTable,
  StateBadge,
  useApi,
  useSay,
  Waiting,
  Zone,
} from '@sanya/strapi-plugin-platform/ui';
import type { Contact, Customer } from '../../types';

const ADDRESS = ['line1', 'line2', 'subdistrict', 'district', 'province', 'postcode', 'country'];

function Contacts({ customer }: { customer: string }) {
  const say = useSay('crm');
  const reading = useApi<Contact[]>('/crm/contacts', {
    filters: { customer: { documentId: { $eq: customer } } },
    sort: 'name:asc',
    pagination: { pageSize: 100 },
  });
  const columns: Column<Contact>[] = [
    { key: 'name', title: say('field.name'), cell: (one) => <Typography fontWeight="semiBold">{one.name}</Typography> },
    { key: 'position', title: say('field.position'), cell: (one) => one.position },
    { key: 'email', title: say('field.email'), cell: (one) => one.email },
    { key: 'phone', title: say('field.phone'), cell: (one) => one.phone },
  ];
  return (
    <ReadTable
      whole
      reading={reading}
      columns={columns}
      keyOf={(one) => one.documentId}
      empty={say('customers.no_contacts')}
    />
  );
}

export function CustomerDetail() {
  const say = useSay('crm');
  const { id = '' } = useParams();
  const { data: customer, error } = useApi<Customer>(`/crm/customers/${id}`);

  if (error !== undefined) return <Failure message={error} />;
  if (!customer) return <Waiting />;
  const address = ADDRESS.map((key) => customer.billingAddress?.[key])
    .filter(Boolean)
    .join(' ');

  return (
    <Page.Main>
      <Page.Title>{customer.name}</Page.Title>
      <Layouts.Header
        title={customer.name}
        subtitle={customer.code}
        navigationAction={<BackTo to="/plugins/crm/customers">{say('customers.title')}</BackTo>}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Panel
            title={say('customers.facts')}
            aside={<StateBadge state={customer.state} label={say(`state.${customer.state}`)} />}
          >
            <Facts
              columns={4}
              facts={[
                [say('field.kind'), say(`kind.${customer.kind}`)],
                [say('field.name_en'), customer.nameEn],
                [say('field.tax_id'), customer.taxId],
                [say('field.branch'), customer.branchCode],
                [say('field.phone'), customer.phone],
                [say('field.email'), customer.email],
                [say('field.terms'), say('customers.days', { days: customer.creditTermsDays ?? 0 })],
                [
                  say('field.limit'),
                  customer.creditLimit && (
                    <Money key="limit" amount={customer.creditLimit} currency={customer.currency} strong />
                  ),
                ],
                [say('field.address'), address],
                [say('field.note'), customer.note],
              ]}
            />
          </Panel>
          <Panel title={say('customers.contacts')}>
            <Contacts customer={id} />
          </Panel>
          <Zone plugin="crm" page="customer" position="panels" id={id} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
