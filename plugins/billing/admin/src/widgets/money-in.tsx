import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { addDays, endOfMonth, formatDate, formatMoney, startOfMonth } from '@sanya/strapi-plugin-platform/kernel';
import { useLanguage, useSay, useToday } from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../doors';

const HEIGHT_REM = 8;

function daysOf(month: string): string[] {
  const last = endOfMonth(month);
  const days = [startOfMonth(month)];
  for (let day = days[0] as string; day < last; ) days.push((day = addDays(day, 1)));
  return days;
}

/** What came in this month, and on which day. */
export function MoneyIn() {
  const say = useSay('billing');
  const language = useLanguage();
  const { today, currency } = useToday();
  const { data, error } = useAnswer('GET /billing/received', {
    body: { from: startOfMonth(today), to: endOfMonth(today) },
  });
  if (error !== undefined) return <Widget.Error />;
  if (data === undefined) return <Widget.Loading />;
  const byDay = new Map(data.filter((one) => one.currency === currency).map((one) => [one.on, BigInt(one.amount)]));
  const amounts = [...byDay.values()];
  const total = amounts.reduce((sum, amount) => sum + amount, 0n);
  const most = amounts.reduce((high, amount) => (amount > high ? amount : high), 1n);
  const share = (day: string): number => Number(((byDay.get(day) ?? 0n) * 1000n) / most) / 1000;
  return (
    <Flex direction="column" justifyContent="center" alignItems="stretch" gap={4} height="100%">
      <Flex direction="column" gap={2}>
        <Typography fontWeight="bold" style={{ fontSize: '3.2rem', lineHeight: 1.2 }}>
          {formatMoney(total, currency, { symbol: true })}
        </Typography>
        <Link tag={NavLink} to="/plugins/billing/payments?state=succeeded">
          {total === 0n ? say('widget.money_in_none') : say('payments.title')}
        </Link>
      </Flex>
      <Flex alignItems="flex-end" gap={1} height={`${HEIGHT_REM}rem`} role="img" aria-label={say('widget.money_in')}>
        {daysOf(today).map((day) => (
          <Box
            key={day}
            flex="1"
            hasRadius
            background={day > today ? 'neutral100' : byDay.has(day) ? 'primary500' : 'neutral200'}
            height={`${Math.max(0.2, share(day) * HEIGHT_REM)}rem`}
            title={say('widget.money_in_day', {
              date: formatDate(day, language),
              amount: formatMoney(byDay.get(day) ?? 0n, currency, { symbol: true }),
            })}
          />
        ))}
      </Flex>
    </Flex>
  );
}
