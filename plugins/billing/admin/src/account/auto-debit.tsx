import { Confirm, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../doors';
import { cardName, type SavedCard } from '../saved-cards';

interface AutoDebitProps {
  card: SavedCard;
  act: (work: () => Promise<unknown>, done: string) => Promise<boolean>;
}

/** What is due is charged to a card by itself, since its holder said so; or no more. */
export function AutoDebit({ card, act }: AutoDebitProps) {
  const say = useSay('billing');
  const ask = useAsk();
  const id = card.documentId;
  if (card.autoDebitSince && !card.declinedAt) {
    return (
      <Confirm
        label={say('saved_card.withdraw')}
        title={say('saved_card.withdraw')}
        variant="secondary"
        onConfirm={() =>
          act(() => ask('POST /billing/payment-methods/:id/auto-debit/withdraw', { id }), say('saved_card.withdrawn'))
        }
      >
        {say('saved_card.withdraw_text', { card: cardName(card) })}
      </Confirm>
    );
  }
  return (
    <Confirm
      label={say('saved_card.agree')}
      title={say('saved_card.agree')}
      variant="secondary"
      reason={say('saved_card.consent')}
      onConfirm={(consent) =>
        act(
          () => ask('POST /billing/payment-methods/:id/auto-debit', { id, body: { consent } }),
          say('saved_card.agreed'),
        )
      }
    >
      {say('saved_card.agree_text', { card: cardName(card) })}
    </Confirm>
  );
}
