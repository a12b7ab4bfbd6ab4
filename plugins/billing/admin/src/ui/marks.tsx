import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { formatDate, formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { useLanguage, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Mark } from '../types';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A mark in the reader's words. */
export function useMarkText(): (mark: Mark) => string {
  const say = useSay('billing');
  const language = useLanguage();
  const shown = (name: string, value: Mark['params'][string]): string => {
    if (typeof value !== 'string') return formatMoney(value.amount, value.currency, { symbol: true });
    if (name === 'state') return say(`payment.${value}`);
    return DATE.test(value) ? formatDate(value, language) : value;
  };
  return ({ code, params }) =>
    say(`mark.${code}`, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(name, value)])));
}

/** What whoever decides about a payment should look at first. */
export function Marks({ marks }: { marks: readonly Mark[] | null }) {
  const say = useSay('billing');
  const text = useMarkText();
  if (!marks?.length) return null;
  return (
    <Box background="warning100" borderColor="warning200" hasRadius padding={4} role="note">
      <Flex gap={2} marginBottom={2}>
        <WarningCircle fill="warning600" aria-hidden />
        <Typography fontWeight="bold">{say('mark.title')}</Typography>
      </Flex>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {marks.map((mark) => (
          <Typography tag="li" key={`${mark.code} ${JSON.stringify(mark.params)}`}>
            {text(mark)}
          </Typography>
        ))}
      </Flex>
    </Box>
  );
}
