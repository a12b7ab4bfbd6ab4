import { Button, Flex } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { Confirm, useSay } from '@sanya/strapi-plugin-platform/ui';

export type KeptVerb = 'close' | 'reopen';
export type KeptKind = 'carrier' | 'warehouse' | 'vehicle';

interface KeptActionsProps {
  /** Begins its texts: `carrier.close`, `carrier.close_title` … */
  kind: KeptKind;
  one: { name: string; state: string };
  mayMove: boolean;
  mayEdit: boolean;
  /** `done` says so afterwards. */
  onMove: (verb: KeptVerb, done: string) => Promise<boolean>;
  onEdit: () => void;
}

/** What is kept is closed, reopened and changed in its row. */
export function KeptActions({ kind, one, mayMove, mayEdit, onMove, onEdit }: KeptActionsProps) {
  const say = useSay('sales');
  const verb: KeptVerb = one.state === 'active' ? 'close' : 'reopen';
  return (
    <Flex gap={2} justifyContent="flex-end">
      {mayMove && (
        <Confirm
          label={say(`${kind}.${verb}`)}
          title={say(`${kind}.${verb}_title`, { name: one.name })}
          variant="tertiary"
          onConfirm={() => onMove(verb, say(`${kind}.${verb}_done`))}
        >
          {say(`${kind}.${verb}_text`)}
        </Confirm>
      )}
      {mayEdit && (
        <Button size="S" variant="tertiary" startIcon={<Pencil />} onClick={onEdit}>
          {say('warehouse.edit')}
        </Button>
      )}
    </Flex>
  );
}
