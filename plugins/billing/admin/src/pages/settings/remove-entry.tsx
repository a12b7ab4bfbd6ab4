import { IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useSay } from '@sanya/strapi-plugin-platform/ui';

/** Takes one entry out of a list that is being edited. */
export function RemoveEntry({ onRemove }: { onRemove: () => void }) {
  const say = useSay('billing');
  return (
    <IconButton label={say('setting.remove')} onClick={onRemove}>
      <Trash />
    </IconButton>
  );
}
