import { useEffect } from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { useBlocker } from 'react-router-dom';
import { useSay } from './language';

/** Asks before the page is left with what was typed and not saved: within the panel in our words, else in the browser's. */
export function LeaveGuard({ unsaved }: { unsaved: boolean }) {
  const say = useSay('platform');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);

  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && blocker.reset()}>
      <Dialog.Content>
        <Dialog.Header>{say('ui.unsaved_title')}</Dialog.Header>
        <Dialog.Body>{say('ui.unsaved')}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {say('ui.stay')}
            </Button>
          </Dialog.Cancel>
          <Button fullWidth variant="danger" onClick={() => blocker.proceed()}>
            {say('ui.leave')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
