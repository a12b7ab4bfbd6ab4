import { formatDate, formatMoney, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentKind, Tools } from '@sanya/strapi-plugin-platform/kit';
import { SUSPENSION } from '../content-types/types';
import { contractsStore, type SuspensionRow } from '../stores/contracts';
import { letterParties } from '../use-cases/letter-parties';

export const SUSPENSION_LETTER = 'suspension-letter';

/** The letter about a service that was suspended for debt: why, what the customer has no right to, and the way back. */
export const suspensionLetters = ({ strapi, platform }: Tools): readonly DocumentKind[] => [
  {
    kind: SUSPENSION_LETTER,
    subject: SUSPENSION,
    async load(id, language) {
      const [row] = await platform.rows.byIds<SuspensionRow>(SUSPENSION, [id]);
      const [contract] = row ? await contractsStore(platform.rows).byIds([row.contract]) : [];
      if (!row?.letter || !contract) throw notFound('contract.no_letter');
      const say = (code: string, params?: Record<string, string>): string =>
        platform.messages.say(language, code, params);
      const { debts, services, ...parties } = row.letter;
      const currency = debts[0]?.currency ?? contract.currency;
      const total = sum(debts.map(({ amountDue }) => BigInt(amountDue)));
      const fact = (code: string, value: string | null) => (value ? [{ label: say(code), value }] : []);
      return {
        name: `${contract.number ?? ''}-${row.startsOn}`,
        model: {
          ...{ language, currency, title: say('contract.letter_title'), marks: [] },
          ...letterParties(strapi).shown(parties, language),
          facts: [
            ...fact('contract.letter_on', formatDate(row.startsOn, language)),
            ...fact('contract.letter_contract', contract.number),
            ...fact('contract.letter_service_id', contract.serviceId),
          ],
          lines: [],
          table: {
            columns: [
              { title: say('contract.letter_invoice') },
              { title: say('contract.letter_due'), width: 94 },
              { title: say('contract.letter_owed'), width: 104, right: true },
            ],
            rows: debts.map(({ number, dueDate, amountDue }) => [
              ...[number, formatDate(dueDate, language), formatMoney(BigInt(amountDue), currency)],
            ]),
          },
          totals: [{ label: say('contract.letter_total'), value: formatMoney(total, currency), strong: true }],
          amountInWords: String(total),
          notes: [
            say('contract.letter_reason', { on: formatDate(row.startsOn, language) }),
            say('contract.letter_rights', { services: services.join(', ') }),
            say('contract.letter_way_back'),
          ],
          signatures: [say('contract.letter_signed')],
        },
      };
    },
  },
];
