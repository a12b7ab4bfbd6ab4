import { Flex } from '@strapi/design-system';
import {
  type Column,
  Confirm,
  DateText,
  Panel,
  ReadTable,
  StateBadge,
  useDo,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../doors';
import { AutoDebit } from './auto-debit';
import { cardExpiry, cardName, type SavedCard, useSavedCards } from '../saved-cards';

/** On the page of a customer: the cards that a gateway keeps for it, since it agreed. */
export default function CardsPanel({ id }: { id: string }) {
  const say = useSay('billing');
  const may = useMay();
  const ask = useAsk();
  const reading = useSavedCards(id);
  const act = useDo(reading.reload);
  if (!reading.data || reading.data.length === 0) return null;
  const edits = may('plugin::billing.payment-method.edit');
  const columns: Column<SavedCard>[] = [
    { key: 'card', title: say('saved_card.card'), cell: cardName },
    { key: 'expiry', title: say('saved_card.expiry'), cell: cardExpiry },
    {
      key: 'default',
      title: '',
      cell: (card) => card.isDefault && <StateBadge state="active" label={say('saved_card.default')} />,
    },
    {
      key: 'charged',
      title: say('saved_card.charged_since'),
      cell: (card) => (
        <Flex gap={2} wrap="wrap">
          {card.autoDebitSince && <DateText at={card.autoDebitSince} />}
          {card.declinedAt && (
            <StateBadge state="failed" label={say('saved_card.refused', { reason: card.declineReason ?? '' })} />
          )}
        </Flex>
      ),
    },
    {
      key: 'actions',
      title: '',
      right: true,
      cell: (card) =>
        edits && (
          <Flex gap={2} justifyContent="flex-end">
            <AutoDebit card={card} act={act} />
            {!card.isDefault && (
              <Confirm
                label={say('saved_card.make_default')}
                title={say('saved_card.make_default')}
                variant="secondary"
                onConfirm={() =>
                  act(
                    () => ask('POST /billing/payment-methods/:id/default', { id: card.documentId }),
                    say('saved_card.default_done'),
                  )
                }
              >
                {say('saved_card.default_text', { card: cardName(card) })}
              </Confirm>
            )}
            <Confirm
              label={say('saved_card.remove')}
              title={say('saved_card.remove')}
              variant="danger-light"
              onConfirm={() =>
                act(
                  () => ask('POST /billing/payment-methods/:id/remove', { id: card.documentId }),
                  say('saved_card.removed'),
                )
              }
            >
              {say('saved_card.remove_text', { card: cardName(card) })}
            </Confirm>
          </Flex>
        ),
    },
  ];
  return (
    <Panel title={say('saved_card.title')}>
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(card) => card.documentId}
        empty={say('saved_card.none')}
      />
    </Panel>
  );
}
