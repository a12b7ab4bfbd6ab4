import { type ReactNode, useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import {
  type Column,
  containing,
  ListPage,
  ListTools,
  type Params,
  StateBadge,
  TwoLines,
  useDo,
  useList,
  useMay,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../doors';
import { KeptActions, type KeptKind } from './kept-actions';

interface Kept {
  documentId: string;
  name: string;
  state: string;
}

interface KeptListProps<One extends Kept> {
  kind: KeptKind;
  states: readonly string[];
  /** Searched for in these attributes; sorted by the first. */
  search: readonly [string, ...string[]];
  populate?: Params;
  /** What the column of the name is called, and what stands below it. */
  named: string;
  below: (one: One) => ReactNode;
  columns: readonly Column<One>[];
  mayClose?: (one: One) => boolean;
  /** Said where there is none yet. */
  none?: string;
  /** Where one is changed; `undefined`: a new one. */
  dialog: (one: One | undefined, onClose: () => void, onDone: () => void) => ReactNode;
}

/** A list that is kept by hand: each is added and changed in a dialog, closed and used again in its row. */
function KeptRows<One extends Kept>(props: KeptListProps<One>) {
  const { kind, states, search, populate, named, below, columns, mayClose = () => true, none, dialog } = props;
  const say = useSay('sales');
  const may = useMay();
  const ask = useAsk();
  const [open, setOpen] = useState<One | 'new'>();
  const filter = useStateFilter(states, (one) => say(one === 'all' ? 'state.all' : `warehouse_state.${one}`));
  const reading = useList<One>(`/sales/${kind}s`, {
    search: containing(...search),
    sort: `${search[0]}:asc`,
    ...(populate ? { populate } : {}),
  });
  const act = useDo(reading.reload);
  const [mayEdit, mayMove] = [may(`plugin::sales.${kind}.edit`), may(`plugin::sales.${kind}.close`)];
  const all: Column<One>[] = [
    {
      key: 'name',
      title: named,
      wraps: true,
      cell: (one) => <TwoLines first={<Typography fontWeight="semiBold">{one.name}</Typography>} second={below(one)} />,
    },
    ...columns,
    {
      key: 'state',
      title: say('field.state'),
      cell: ({ state }) => <StateBadge state={state} label={say(`warehouse_state.${state}`)} />,
    },
    {
      key: 'do',
      title: '',
      right: true,
      cell: (one) => (
        <KeptActions
          kind={kind}
          one={one}
          mayMove={mayMove && mayClose(one)}
          mayEdit={mayEdit}
          onMove={(verb, done) => act(() => ask(`POST /sales/${kind}s/:id/${verb}`, { id: one.documentId }), done)}
          onEdit={() => setOpen(one)}
        />
      ),
    },
  ];
  return (
    <ListPage
      title={say(`${kind}s.title`)}
      subtitle={say(`${kind}s.subtitle`)}
      action={
        mayEdit && (
          <Button startIcon={<Plus />} onClick={() => setOpen('new')}>
            {say(`${kind}.new`)}
          </Button>
        )
      }
      tools={<ListTools search={say(`${kind}s.search`)} filters={[filter]} />}
      reading={reading}
      columns={all}
      pageOfRow={null}
      empty={say(`${kind}s.empty`)}
      none={none}
    >
      {open && dialog(open === 'new' ? undefined : open, () => setOpen(undefined), reading.reload)}
    </ListPage>
  );
}

/** The page of such a list, for whoever may read it. */
export const KeptList = <One extends Kept>(props: KeptListProps<One>) => (
  <Page.Protect
    permissions={[{ action: 'plugin::content-manager.explorer.read', subject: `plugin::sales.${props.kind}` }]}
  >
    <KeptRows {...props} />
  </Page.Protect>
);
