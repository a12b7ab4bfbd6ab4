import { useNotification } from '@strapi/strapi/admin';
import { Confirm, reasonOf, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Numbered } from '../../types';

/** Takes back a credit note that should not have been; the server says where that cannot be any more. */
export function CancelCredit({ note, onDone }: { note: Numbered; onDone: () => void }) {
  const say = useSay('billing');
  const may = useMay();
  const { toggleNotification } = useNotification();
  const ask = useAsk();
  if (note.state !== 'issued' || !may('plugin::billing.credit-note.cancel')) return null;

  const cancel = async (reason: string): Promise<boolean> => {
    try {
      await ask('POST /billing/credit-notes/:id/cancel', { id: note.documentId, body: { reason } });
      toggleNotification({ type: 'success', message: say('did.cancel_credit') });
      onDone();
      return true;
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) });
      return false;
    }
  };

  return (
    <Confirm
      label={say('do.cancel_credit')}
      title={say('do.cancel_credit')}
      variant="danger-light"
      reason={say('field.reason')}
      onConfirm={cancel}
    >
      {say('ask.cancel_credit', { number: note.number })}
    </Confirm>
  );
}
