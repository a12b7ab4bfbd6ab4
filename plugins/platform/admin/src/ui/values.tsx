import { Badge, Typography } from '@strapi/design-system';
import { dateIn, formatDate, formatInstant, formatMoney, groupQuantity, isCivilDate } from '../../../kernel/src';
import { useLanguage } from './language';
import { useKnownZone } from './use-today';

export interface MoneyProps {
  /** Minor units. */
  amount: string | bigint | null | undefined;
  currency?: string;
  strong?: boolean;
  tone?: 'neutral800' | 'neutral600' | 'danger600' | 'success600';
}

/** An amount, to be read in a column: digits of one width. */
export function Money({ amount, currency = 'THB', strong = false, tone = 'neutral800' }: MoneyProps) {
  if (amount === null || amount === undefined) return null;
  return (
    <Typography
      tag="span"
      textColor={tone}
      fontWeight={strong ? 'bold' : 'regular'}
      style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
    >
      {formatMoney(amount, currency, { symbol: strong })}
    </Typography>
  );
}

/** A quantity as people read it: `1,712.5`. */
export const quantityText = (decimal: string | null | undefined): string => groupQuantity(decimal ?? '');

const ONE_LINE = { whiteSpace: 'nowrap' } as const;

/** A date or an instant as people here read it: `31 ม.ค. 2569`, `31 Jan 2026 14:05`. */
export function DateText({ at }: { at: string | null | undefined }) {
  const language = useLanguage();
  const zone = useKnownZone();
  if (!at) return null;
  if (isCivilDate(at)) return <span style={ONE_LINE}>{formatDate(at, language)}</span>;
  if (!zone) return null;
  const instant = new Date(at).toISOString();
  const day = formatDate(dateIn(zone, instant), language);
  // Where there is little room, the time stands below the day.
  return (
    <span>
      <span style={ONE_LINE}>{day}</span>{' '}
      <span style={ONE_LINE}>{formatInstant(instant, zone, language).slice(day.length).trim()}</span>
    </span>
  );
}

export type Tone = 'success' | 'primary' | 'danger' | 'warning' | 'neutral' | 'secondary' | 'alternative';

const TONES: Record<string, Tone> = {
  open: 'primary',
  placed: 'primary',
  submitted: 'warning',
  to_check: 'warning',
  awaiting_approval: 'warning',
  asked: 'warning',
  requested: 'warning',
  new: 'warning',
  overdue: 'danger',
  partly_paid: 'secondary',
  confirmed: 'secondary',
  approved: 'secondary',
  sent: 'primary',
  fulfilling: 'warning',
  running: 'warning',
  waiting: 'warning',
  active: 'success',
  paid: 'success',
  delivered: 'success',
  succeeded: 'success',
  finished: 'success',
  done: 'success',
  handled: 'success',
  issued: 'success',
  granted: 'success',
  checked: 'success',
  received: 'warning',
  disputed: 'danger',
  failed: 'danger',
  dead: 'danger',
  rejected: 'danger',
  refused: 'danger',
  reversed: 'danger',
  uncollectible: 'danger',
  void: 'neutral',
  withdrawn: 'neutral',
  dismissed: 'neutral',
  cancelled: 'neutral',
  expired: 'neutral',
  closed: 'neutral',
};

export const StateBadge = ({ state, label }: { state: string; label: string }) => (
  <Badge variant={TONES[state] ?? 'neutral'}>{label}</Badge>
);
