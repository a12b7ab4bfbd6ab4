import { useState } from 'react';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { formatPhone } from '@sanya/strapi-plugin-platform/kernel';
import { type Column, Panel, ReadTable, StateBadge, useApi, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Contact, Customer } from '../../../types';
import { ContactActions } from './contact-actions';
import { ContactDialog } from './contact-dialog';

/** Whom to talk to: who is asked first stands on top, who is asked no longer at the end. */
export function Contacts({ customer }: { customer: Customer }) {
  const say = useSay('crm');
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const reading = useApi<Contact[]>('/crm/contacts', {
    filters: { customer: { documentId: { $eq: customer.documentId } } },
    sort: ['state:asc', 'priority:asc', 'id:asc'],
    pagination: { pageSize: 100 },
  });
  const columns: Column<Contact>[] = [
    {
      key: 'name',
      title: say('field.name'),
      cell: (one) => (
        <Box>
          <Flex gap={2}>
            <Typography fontWeight="semiBold">{one.name}</Typography>
            {one.isMember && <Badge>{say('contact.member')}</Badge>}
          </Flex>
          <Typography variant="pi" textColor="neutral600">
            {one.position}
          </Typography>
        </Box>
      ),
    },
    { key: 'type', title: say('field.contact_type'), cell: (one) => say(`contact_type.${one.type}`) },
    { key: 'phone', title: say('field.phone'), cell: (one) => formatPhone(one.phone) },
    { key: 'email', title: say('field.email'), cell: (one) => one.email },
    { key: 'priority', title: say('field.priority'), cell: (one) => one.priority },
    {
      key: 'state',
      title: say('field.state'),
      cell: (one) => <StateBadge state={one.state} label={say(`state.${one.state}`)} />,
    },
    {
      key: 'actions',
      title: '',
      right: true,
      cell: (one) => <ContactActions contact={one} customer={customer} onDone={reading.reload} />,
    },
  ];
  const edits = may('plugin::crm.contact.edit');
  return (
    <Panel
      title={say('customers.contacts')}
      aside={
        edits && (
          <Button variant="secondary" startIcon={<Plus />} onClick={() => setAdding(true)}>
            {say('contact.add')}
          </Button>
        )
      }
    >
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        empty={say('customers.no_contacts')}
      />
      {adding && (
        <ContactDialog customer={customer.documentId} onClose={() => setAdding(false)} onDone={reading.reload} />
      )}
    </Panel>
  );
}
