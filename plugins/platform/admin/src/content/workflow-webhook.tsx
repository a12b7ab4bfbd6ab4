import { Fields, FieldCell, TextField, useSay, type ActionCardProps, type WorkflowCard } from '../ui';

/** The site that is told. */
function Card({ wish, change, disabled, at, errorAt }: ActionCardProps) {
  const say = useSay('platform');
  return (
    <Fields>
      <FieldCell width={12}>
        <TextField
          {...{ name: at('url'), label: say('workflows.webhook_url'), disabled, error: errorAt('url') }}
          hint={say('workflows.webhook_hint')}
          inputMode="url"
          placeholder="https://"
          value={String(wish.url ?? '')}
          onChange={(url) => change({ url }, 'url')}
        />
      </FieldCell>
    </Fields>
  );
}

const card: WorkflowCard = {
  proposal: { url: '' },
  Card,
  told: (wish, say) => say('platform.workflows.webhook_told', { url: String(wish.url ?? '') }),
};

export default card;
