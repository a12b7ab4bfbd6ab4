import { useEffect, useState } from 'react';
import { getFetchClient } from '@strapi/strapi/admin';
import { dateIn } from '../../../kernel/src';

export interface Today {
  /** The business date, `YYYY-MM-DD`. */
  today: string;
  zone: string;
  /** What the company counts its money in. */
  currency: string;
}

/** Until the office has answered, this machine's own day. */
const ownDay = (): Today => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { zone, today: dateIn(zone, new Date().toISOString()), currency: 'THB' };
};

const FRESH_MS = 60_000;
let asked: { at: number; answer: Promise<Today> } | undefined;
/** What was answered last: a dialog that opens later begins with the business day, not with this machine's. */
let known: Today | undefined;

const ask = (): Promise<Today> => {
  const now = Date.now();
  if (!asked || now - asked.at > FRESH_MS) {
    const answer = getFetchClient()
      .get<{ data: Today }>('/platform/today')
      .then(({ data }) => (known = data.data))
      .catch(ownDay);
    asked = { at: now, answer };
  }
  return asked.answer;
};

/** The business day, zone and currency, which the server alone knows; asked once a minute for the whole panel. */
export function useToday(): Today {
  const [day, setDay] = useState(() => known ?? ownDay());
  useEffect(() => {
    let current = true;
    void ask().then((answer) => current && setDay(answer));
    return () => {
      current = false;
    };
  }, []);
  return day;
}
