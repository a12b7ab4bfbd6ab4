import { Flex, Typography } from '@strapi/design-system';
import { formatPhone } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  DateText,
  Facts,
  pageLink,
  Panel,
  ReadTable,
  Standing,
  TimelinePanel,
  TwoLines,
  useSay,
  Zone,
} from '@sanya/strapi-plugin-platform/ui';
import { BADGE } from '../../contract-columns';
import type { ContractsDoors } from '../../doors';

export type ServiceFound = ContractsDoors['POST /contracts/service-ids']['answers'];

const TYPE = 'plugin::contracts.contract';
const ITEM = 'plugin::sales.installed-item';

const known = <Row,>(data: Row[]) => ({
  ...{ data, meta: {}, loading: false, error: undefined },
  reload: () => undefined,
});

/** Who calls, what was agreed and until when, what is left of it, for which items, and what happened. */
export function ServiceCard({ found }: { found: ServiceFound }) {
  const say = useSay('contracts');
  const { contacts, entitlements, items, off, serviceLevel } = found;
  const living = found.lines.filter(({ standing }) => standing !== 'closed');
  const itemColumns: Column<ServiceFound['items'][number]>[] = [
    {
      key: 'item',
      title: say('field.item'),
      wraps: true,
      cell: (item) => (
        <TwoLines first={pageLink(ITEM, item.documentId, item.name)} second={say(`item_state.${item.state}`)} />
      ),
    },
    { key: 'serial', title: say('field.serial'), cell: ({ serial }) => serial },
    { key: 'site', title: say('field.site'), wraps: true, cell: ({ site }) => site },
    { key: 'installed', title: say('field.installed_on'), cell: ({ installedOn }) => <DateText at={installedOn} /> },
    { key: 'warranty', title: say('field.warranty_until'), cell: (item) => <DateText at={item.warrantyUntil} /> },
  ];
  const leftColumns: Column<ServiceFound['entitlements'][number]>[] = [
    {
      key: 'unit',
      title: say('field.entitlement'),
      wraps: true,
      cell: ({ unit, description }) => <TwoLines first={say(`entitlement_unit.${unit}`)} second={description} />,
    },
    { key: 'used', title: say('field.used'), right: true, cell: ({ used }) => used },
    {
      key: 'left',
      title: say('field.left'),
      right: true,
      cell: ({ left }) => <Typography fontWeight="bold">{left}</Typography>,
    },
    { key: 'until', title: say('field.to'), cell: ({ endsOn }) => <DateText at={endsOn} /> },
  ];
  return (
    <>
      <Standing
        title={found.serviceId ?? ''}
        state={off ? 'waiting' : BADGE[found.state]}
        label={say(off ? 'service_id.is_off' : `state.${found.state}`)}
        customer={found.customer}
        facts={[
          [say('field.contract'), pageLink(TYPE, found.documentId, found.number ?? '')],
          [say('field.starts_on'), found.startsOn && <DateText at={found.startsOn} />],
          [say('service_id.valid_until'), found.endsOn ? <DateText at={found.endsOn} /> : say('service_id.no_end')],
          [
            say('field.service_level'),
            serviceLevel && [serviceLevel.name, serviceLevel.promise].filter(Boolean).join(': '),
          ],
          [say('service_id.included'), living.map(({ description }) => description).join(', ')],
        ]}
      >
        {off && (
          <Typography textColor="danger600" role="alert">
            {say('service_id.off_since')} <DateText at={off.from} />: {off.reason}
          </Typography>
        )}
      </Standing>
      <Panel title={say('service_id.contact')}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Facts
            columns={4}
            facts={[
              [say('field.customer'), `${found.customer.name} (${found.customer.code})`],
              [say('field.phone'), formatPhone(found.customer.phone)],
              [say('field.email'), found.customer.email],
            ]}
          />
          {contacts.map((contact) => (
            <Facts
              key={contact.documentId}
              columns={4}
              facts={[
                [contact.position ?? say('field.contact'), contact.name],
                [say('field.phone'), formatPhone(contact.phone)],
                [say('field.email'), contact.email],
              ]}
            />
          ))}
        </Flex>
      </Panel>
      {entitlements.length > 0 && (
        <Panel title={say('entitlement.title')}>
          <ReadTable
            whole
            reading={known(entitlements)}
            columns={leftColumns}
            keyOf={({ line, unit }) => `${line} ${unit}`}
            empty=""
          />
        </Panel>
      )}
      <Panel title={say('service_id.items')}>
        <ReadTable
          whole
          reading={known(items)}
          columns={itemColumns}
          keyOf={({ documentId }) => documentId}
          empty={say('service_id.no_items')}
        />
      </Panel>
      <Zone plugin="contracts" page="service" position="panels" id={found.documentId} />
      <TimelinePanel type={TYPE} id={found.documentId} />
    </>
  );
}
