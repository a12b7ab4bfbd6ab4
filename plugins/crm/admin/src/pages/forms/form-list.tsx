import { useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import {
  type Column,
  containing,
  ListPage,
  ListTools,
  StateBadge,
  TwoLines,
  useList,
  useMay,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';
import type { Form } from '../../types';
import { FormDialog } from './form-dialog';

const STATES = ['open', 'closed'];

/** What the web site asks its visitors. */
export function FormList() {
  const say = useSay('crm');
  const may = useMay();
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  const states = useStateFilter(STATES, (one) => say(one === 'all' ? 'state.all' : `form_state.${one}`));
  const reading = useList<Form>('/crm/forms', { search: containing('code', 'name'), sort: 'name:asc' });
  const columns: Column<Form>[] = [
    {
      key: 'name',
      title: say('field.name'),
      wraps: true,
      cell: ({ name, code }) => (
        <TwoLines first={<Typography fontWeight="semiBold">{name}</Typography>} second={code} />
      ),
    },
    { key: 'purpose', title: say('forms.purpose'), cell: ({ purpose }) => say(`purpose.${purpose}`) },
    { key: 'fields', title: say('forms.fields'), right: true, cell: ({ fields }) => fields.length },
    {
      key: 'state',
      title: say('field.state'),
      cell: ({ state }) => <StateBadge state={state} label={say(`form_state.${state}`)} />,
    },
  ];
  return (
    <ListPage
      title={say('forms.title')}
      subtitle={say('forms.subtitle')}
      action={
        may('plugin::crm.form.edit') && (
          <Button startIcon={<Plus />} onClick={() => setMaking(true)}>
            {say('forms.new')}
          </Button>
        )
      }
      tools={<ListTools search={say('forms.search')} filters={[states]} />}
      reading={reading}
      columns={columns}
      empty={say('forms.empty')}
    >
      {making && <FormDialog onClose={() => setMaking(false)} onDone={(id) => navigate(id)} />}
    </ListPage>
  );
}
