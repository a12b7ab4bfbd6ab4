import { RemoveButton, useSay } from '@sanya/strapi-plugin-platform/ui';

/** Takes one entry out of a list that is being edited. */
export function RemoveEntry({ onRemove }: { onRemove: () => void }) {
  const say = useSay('billing');
  return <RemoveButton label={say('setting.remove')} onRemove={onRemove} />;
}
