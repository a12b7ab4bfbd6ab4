import { startOfDay } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, ReportAsked, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { SETTING } from '../../content-types/types';
import { accountOf, type JournalSource, type Ledger, LEDGERS, POSTINGS, SOURCES } from '../../domain/journal';
import { type DayOf, journalSources } from './journal-sources';
import { reportScope } from './scope';

/** The day of an instant in the business time zone. SQLite knows no zones: it takes the distance of the first day asked. */
function dayOfInstants({ rows, clock }: Platform, from: string): DayOf {
  const zone = clock.zone();
  if (rows.dialect === 'postgres') return (instant) => `cast((${instant} at time zone '${zone}') as date)`;
  const seconds = (Date.parse(`${from}T00:00:00.000Z`) - Date.parse(startOfDay(zone, from))) / 1000;
  return (instant) => `date(${instant} / 1000 + ${seconds}, 'unixepoch')`;
}

/** Each row of a source once for every posting of its kind. */
function posted(source: JournalSource, rows: string): string {
  const postings = POSTINGS[source];
  const places = postings.map((_, place) => `select ${place} as place`).join(' union all ');
  const pick = (of: (posting: (typeof postings)[number]) => string): string =>
    `case k.place ${postings.map((posting, place) => `when ${place} then ${of(posting)}`).join(' ')} end`;
  const side = (wanted: 'debit' | 'credit'): string =>
    pick((posting) => (posting.side === wanted ? `s."${posting.amount}"` : '0'));
  return `
    select s.day as day, '${source}' as source, ${SOURCES.indexOf(source)} as kind, s.id as id, s.number as number,
      s.customer as customer, k.place as place, ${pick(({ ledger }) => `'${ledger}'`)} as ledger,
      ${side('debit')} as debit, ${side('credit')} as credit
    from (${rows}) s cross join (${places}) k`;
}

/** What every document of the period posts to which account: debits equal credits. */
export async function journalReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const scope = await reportScope(platform, asked);
  const { sql } = scope;
  const { accounts } = await platform.settings.read<{ accounts: Record<Ledger, string> }>(SETTING);
  const sources = journalSources(scope, dayOfInstants(platform, asked.from));
  const lines = SOURCES.map((source) => posted(source, sources[source])).join(' union all ');
  const codes = Object.fromEntries(LEDGERS.map((ledger) => [`account_${ledger}`, accountOf(accounts, ledger)]));
  const account = `case j.ledger ${LEDGERS.map((ledger) => `when '${ledger}' then ${sql.text(`:account_${ledger}`)}`).join(' ')} end`;
  const common = { currency: scope.currency, bindings: { ...scope.bindings, ...codes } };
  const moved = `from (${lines}) j where j.debit <> 0 or j.credit <> 0`;
  if (asked.by === 'account') {
    return {
      ...common,
      order: '"account", "ledger"',
      sql: `
        select ${account} as "account", j.ledger as "ledger", ${sql.sum('j.debit')} as "debit",
          ${sql.sum('j.credit')} as "credit"
        ${moved} group by j.ledger`,
    };
  }
  return {
    ...common,
    order: '"on", "kind", "id", "place"',
    sql: `
      select ${sql.day('j.day')} as "on", j.kind as "kind", j.id as "id", j.place as "place", j.source as "source",
        coalesce(j.number, '') as "number", ${scope.customerName} as "customer", ${account} as "account",
        j.ledger as "ledger", cast(j.debit as bigint) as "debit", cast(j.credit as bigint) as "credit"
      from (select * ${moved}) j ${scope.joinCustomer('j.customer')}`,
  };
}
