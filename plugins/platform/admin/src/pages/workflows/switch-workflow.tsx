import { useState } from 'react';
import { Box, Toggle } from '@strapi/design-system';
import { useAsk } from '../../doors';
import { ConfirmDialog, useDo, useMay, useSay } from '../../ui';
import type { Workflow } from './types';

interface SwitchProps {
  workflow: Pick<Workflow, 'documentId' | 'name' | 'state' | 'rehearsed'>;
  onDone: () => void;
}

/** On or off; asks before one that was not tried as it is now is switched on. */
export function SwitchWorkflow({ workflow: { documentId: id, name, state, rehearsed }, onDone }: SwitchProps) {
  const say = useSay('platform');
  const may = useMay();
  const ask = useAsk();
  const act = useDo(onDone);
  const [asking, setAsking] = useState(false);
  const on = (): Promise<boolean> =>
    act(() => ask('POST /platform/workflows/:id/switch-on', { id }), say('workflows.switched_on'));
  const off = (): Promise<boolean> =>
    act(() => ask('POST /platform/workflows/:id/switch-off', { id }), say('workflows.switched_off'));
  const press = (): void => {
    if (state === 'on') void off();
    else if (rehearsed) void on();
    else setAsking(true);
  };
  return (
    // A press is meant for the switch, not for the row that it stands in.
    <Box width="16rem" onClick={(event: { stopPropagation: () => void }) => event.stopPropagation()}>
      <Toggle
        aria-label={say('workflows.switch', { name })}
        checked={state === 'on'}
        disabled={!may('plugin::platform.workflow.set')}
        onLabel={say('workflows.on')}
        offLabel={say('workflows.off')}
        onChange={press}
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        label={say('workflows.switch_on')}
        title={say('workflows.untried_title')}
        onConfirm={on}
      >
        {say('workflows.untried')}
      </ConfirmDialog>
    </Box>
  );
}
