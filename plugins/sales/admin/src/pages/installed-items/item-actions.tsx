import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { next } from '@sanya/strapi-plugin-platform/kernel';
import { useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { itemMachine, type ItemVerb } from '../../../../server/src/domain/installed-item';
import type { InstalledItem } from '../../item-types';
import { EditItem } from './edit-item';
import { OutDialog } from './out-dialog';

/** What can be done with an item as it stands, as far as the reader may. */
export function ItemActions({ item, onDone }: { item: InstalledItem; onDone: () => void }) {
  const say = useSay('sales');
  const may = useMay();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = useState<ItemVerb | 'edit'>();
  if (!may('plugin::sales.installed-item.edit') || item.state !== 'installed') return null;
  const can = (verb: ItemVerb): boolean => next(itemMachine, item.state, verb) !== undefined;
  const close = (): void => setOpen(undefined);
  const finish = (what: ItemVerb | 'edit', successor?: string): void => {
    close();
    toggleNotification({ type: 'success', message: say(`installed.${what}_done`) });
    onDone();
    if (successor) navigate(`/plugins/sales/installed-items/${successor}`);
  };
  return (
    <Flex gap={2} wrap="wrap" justifyContent="flex-end">
      {can('remove') && (
        <Button variant="danger-light" onClick={() => setOpen('remove')}>
          {say('installed.remove')}
        </Button>
      )}
      {can('replace') && (
        <Button variant="secondary" onClick={() => setOpen('replace')}>
          {say('installed.replace')}
        </Button>
      )}
      <Button startIcon={<Pencil />} onClick={() => setOpen('edit')}>
        {say('installed.edit')}
      </Button>
      {open === 'edit' && <EditItem item={item} onClose={close} onDone={() => finish('edit')} />}
      {(open === 'remove' || open === 'replace') && (
        <OutDialog item={item} verb={open} onClose={close} onDone={(successor) => finish(open, successor)} />
      )}
    </Flex>
  );
}
