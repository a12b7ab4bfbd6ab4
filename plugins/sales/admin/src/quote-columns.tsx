import { Typography } from '@strapi/design-system';
import { type Column, DateText, Money, StateBadge, TwoLines, useSay, useToday } from '@sanya/strapi-plugin-platform/ui';
import { BADGE, nameOf, standingOf } from './quote-shown';
import type { Quote } from './quote-types';

/** How quotes are told apart, in their own list and on the page of a customer: four columns fit a small screen. */
export function useQuoteColumns(...afterNumber: Column<Quote>[]): Column<Quote>[] {
  const say = useSay('sales');
  const { today } = useToday();
  return [
    {
      key: 'number',
      title: say('field.number'),
      cell: (quote) => (
        <TwoLines
          first={<Typography fontWeight="semiBold">{nameOf(quote, say('orders.no_number'))}</Typography>}
          second={<DateText at={quote.sentAt ?? quote.requestedOn} />}
        />
      ),
    },
    ...afterNumber,
    {
      key: 'state',
      title: say('field.state'),
      cell: (quote) => {
        const standing = standingOf(quote, today);
        return (
          <TwoLines
            first={<StateBadge state={BADGE[standing]} label={say(`quote_state.${standing}`)} />}
            second={
              quote.validUntil && (
                <>
                  {say('price.to')} <DateText at={quote.validUntil} />
                </>
              )
            }
          />
        );
      },
    },
    {
      key: 'total',
      title: say('field.total'),
      right: true,
      cell: (quote) => <Money amount={quote.total} currency={quote.currency} />,
    },
  ];
}
