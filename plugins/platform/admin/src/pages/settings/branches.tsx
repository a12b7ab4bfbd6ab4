import { useState } from 'react';
import { Badge, Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import { type Column, DataTable, Failure, PageFrame, useApi, useMay, useSay, Waiting } from '../../ui';
import { BranchForm } from './branch-form';
import type { Branch } from './types';

const UID = 'plugin::platform.branch';
const HEAD_OFFICE = '00000';

interface Company {
  companyName: string;
  address: string | null;
  phone: string | null;
}

/** Where we are: the head office is the company itself, the others stand beside it. */
export default function BranchesPage() {
  const say = useSay('platform');
  const may = useMay();
  const [edited, setEdited] = useState<Branch | 'new'>();
  const branches = useApi<Branch[]>('/platform/branches', { sort: 'code:asc', pagination: { pageSize: 100 } });
  const company = useApi<Company>('/content-manager/single-types/plugin::platform.setting');
  const mayUpdate = may('plugin::content-manager.explorer.update', UID);

  const head: Branch | undefined = company.data && {
    documentId: '',
    code: HEAD_OFFICE,
    name: say('branches.head_office'),
    address: company.data.address,
    phone: company.data.phone,
    active: true,
  };
  const rows = [...(head ? [head] : []), ...(branches.data ?? [])];
  const columns: Column<Branch>[] = [
    { key: 'code', title: say('branches.code'), cell: (one) => one.code },
    {
      key: 'name',
      title: say('branches.name'),
      cell: (one) => (
        <Typography fontWeight="semiBold" style={{ whiteSpace: 'normal' }}>
          {one.name}
        </Typography>
      ),
    },
    {
      key: 'address',
      title: say('branches.address'),
      cell: (one) => (
        <Typography style={{ whiteSpace: 'pre-line' }}>{one.address ?? say('branches.as_head')}</Typography>
      ),
    },
    { key: 'phone', title: say('branches.phone'), cell: (one) => one.phone },
    {
      key: 'active',
      title: say('ui.state'),
      cell: (one) => (
        <Badge variant={one.active === false ? 'neutral' : 'success'}>
          {say(one.active === false ? 'branches.closed' : 'branches.active')}
        </Badge>
      ),
    },
    {
      key: 'edit',
      title: '',
      right: true,
      cell: (one) =>
        mayUpdate &&
        one.documentId !== '' && (
          <Button size="S" variant="tertiary" onClick={() => setEdited(one)}>
            {say('ui.edit')}
          </Button>
        ),
    },
  ];

  return (
    <Page.Protect permissions={[{ action: 'plugin::content-manager.explorer.read', subject: UID }]}>
      <PageFrame
        title={say('branches.title')}
        subtitle={say('branches.subtitle')}
        action={
          may('plugin::content-manager.explorer.create', UID) && (
            <Button startIcon={<Plus />} onClick={() => setEdited('new')}>
              {say('branches.new')}
            </Button>
          )
        }
      >
        {branches.error !== undefined && <Failure message={branches.error} />}
        {branches.error === undefined && branches.data === undefined && <Waiting />}
        {branches.data && (
          <DataTable columns={columns} rows={rows} keyOf={(one) => one.code} empty={say('branches.none')} />
        )}
        {edited !== undefined && (
          <BranchForm
            branch={edited === 'new' ? undefined : edited}
            onClose={() => setEdited(undefined)}
            onSaved={() => {
              setEdited(undefined);
              branches.reload();
            }}
          />
        )}
      </PageFrame>
    </Page.Protect>
  );
}
