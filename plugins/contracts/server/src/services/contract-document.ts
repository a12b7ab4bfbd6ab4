import {
  type CivilDate,
  extend,
  formatDate,
  formatMoney,
  formatQuantity,
  type Language,
  notFound,
} from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentKind, DocumentModel, Party, TemplateSource, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT } from '../content-types/types';
import type { KeptEntitlement } from '../domain/entitlement';
import { chainsOf, lineOn } from '../domain/line-chain';
import { levelText } from '../domain/service-level';
import { contractPapersStore } from '../stores/contract-papers';
import { serviceLevelsStore } from '../stores/service-levels';
import type { ContractLineRow } from '../stores/contracts';
import { entitledOn } from '../use-cases/entitlements/ledgers';
import { contractsAsIs } from '../use-cases/contracts-as-is';
import { documentParties, CLAUSES } from '../use-cases/pin-papers';
import type { LockedContract } from '../use-cases/lock-contracts';

type Say = (code: string, params?: Record<string, string | number>) => string;

/** A page that binds nobody, or not any more, says so across it. */
const MARKED: readonly string[] = ['draft', 'cancelled', 'ended'];

const times = (say: Say, code: string, count: number): string =>
  say(`${code}.${count === 1 ? 'one' : 'many'}`, { count });

/** `12 visits each year; at most 2 are carried over` */
function entitlementText({ unit, quantity, per, carries, most }: KeptEntitlement, say: Say): string {
  const much = say(`contract.document_entitlement.${per}`, {
    much: say(`contract.document_unit.${unit}`, { quantity }),
  });
  if (carries === 'none') return much;
  return `${much} ${say(`contract.document_carries.${carries}`, { most: most ?? '' })}`;
}

/** A line that holds, with what it entitles to. */
interface Held {
  line: ContractLineRow;
  entitled: readonly KeptEntitlement[];
}

/** The lines as they stand: of those that go on from one another, the one that holds; none that is over in one that runs. */
function held({ contract, lines }: LockedContract, today: CivilDate): Held[] {
  return chainsOf(lines).flatMap((chain) => {
    const line = lineOn(chain, today);
    const isOver = contract.state === 'active' && line.endsOn !== null && line.endsOn < today;
    return isOver ? [] : [{ line, entitled: entitledOn(chain, today) }];
  });
}

function lineOf({ line, entitled }: Held, currency: string, say: Say): DocumentModel['lines'][number] {
  const money = (amount: bigint): string => formatMoney(amount, currency);
  const details = [
    line.details,
    say('contract.document_terms', {
      cycle: times(say, `contract.document_cycle.${line.cycleUnit}`, line.cycleCount),
      billed: say(`contract.document_billed.${line.billedIn}`),
    }),
    ...entitled.map((kept) => entitlementText(kept, say)),
  ];
  return {
    description: line.description,
    details: details.filter(Boolean).join('\n'),
    quantity: [formatQuantity(line.quantity), line.unit].filter(Boolean).join(' '),
    unitPrice: money(line.unitPrice),
    ...(line.discount > 0n ? { discount: money(line.discount) } : {}),
    amount: money(extend(line.unitPrice, line.quantity) - line.discount),
  };
}

/** What the clauses may speak of. */
function dataOf(
  { contract }: LockedContract,
  lines: readonly Held[],
  { buyer, language, say }: { buyer: Party; language: Language; say: Say },
): Record<string, unknown> {
  const date = (day: string | null): string | null => day && formatDate(day, language);
  const minimum = Math.max(0, ...lines.map(({ line }) => line.minimumMonths ?? 0));
  return {
    customer: { name: buyer.name },
    contract: {
      ...{ number: contract.number, serviceId: contract.serviceId, termMonths: contract.termMonths },
      ...{ startsOn: date(contract.startsOn ?? contract.agreedStart), endsOn: date(contract.endsOn) },
      ...{ noticeDays: contract.noticeDays, pricesIncludeTax: contract.pricesIncludeTax },
      minimumMonths: minimum || null,
    },
    entitlements: lines.flatMap(({ line, entitled }) =>
      entitled.map((kept) => ({ line: line.description, text: entitlementText(kept, say) })),
    ),
  };
}

/** All that the paper of a contract is made of, in a language. */
async function factsOf({ strapi, platform }: Tools, id: number, language: Language) {
  const [one] = await contractsAsIs({ platform }, [id]);
  const paper = await contractPapersStore(platform.rows).of(id);
  if (!one || !paper) return undefined;
  const lines = held(one, platform.clock.today());
  const say: Say = (code, params) => platform.messages.say(language, code, params);
  const face = documentParties(strapi);
  const { customer } = one.contract;
  const kept = paper.buyer === null ? (await face.of([customer])).get(customer) : paper;
  const parties = face.shown(kept ?? { seller: null, buyer: null }, language);
  const level = (await serviceLevelsStore(platform.rows).of([one.contract])).get(one.contract.id);
  const serviceLevel = level ? levelText(level, language) : null;
  const data = dataOf(one, lines, { buyer: parties.buyer, language, say });
  return { contract: one.contract, lines, parties, data, say, serviceLevel, version: paper.clausesVersion };
}

/** What staff see the clauses with while they edit them. */
export const clauseSources = (tools: Tools): readonly TemplateSource[] => [
  {
    ...{ templates: [CLAUSES], type: CONTRACT, names: ['number', 'serviceId'] },
    dataOf: async (id, language) => (await factsOf(tools, id, language))?.data,
  },
];

/** The contract in a language, with both places to sign: its lines as they stand, on the clauses that it was agreed on. */
export const contractDocuments = (tools: Tools): readonly DocumentKind[] => [
  {
    kind: 'contract',
    subject: CONTRACT,
    pins: { template: CLAUSES, version: 'clausesVersion' },
    async load(id, language) {
      const { platform } = tools;
      const facts = await factsOf(tools, id, language);
      if (!facts) throw notFound('row.not_found');
      const { contract, lines, parties, data, say, serviceLevel } = facts;
      const { title, clauses } = await platform.clauses.render(CLAUSES, {
        ...{ version: facts.version ?? (await platform.clauses.version(CLAUSES)), language, data },
      });
      const fact = (code: string, value: string | null) => (value ? [{ label: say(code), value }] : []);
      const day = (value: string | null): string | null => value && formatDate(value, language);
      const model: DocumentModel = {
        ...{ language, currency: contract.currency, title, marks: [] },
        ...(MARKED.includes(contract.state) ? { watermark: say(`contract.document_state.${contract.state}`) } : {}),
        ...parties,
        facts: [
          ...fact('contract.document_number', contract.number),
          ...fact('contract.document_service_id', contract.serviceId),
          ...fact('contract.document_starts', day(contract.startsOn ?? contract.agreedStart)),
          ...fact('contract.document_trial_until', day(contract.trialUntil)),
          ...fact('contract.document_ends', day(contract.endsOn)),
          ...fact('contract.document_service_level', serviceLevel?.name ?? null),
          ...fact('contract.document_po', contract.poNumber),
        ],
        lines: lines.map((line) => lineOf(line, contract.currency, say)),
        totals: [],
        notes: contract.note ? [contract.note] : [],
        clauses,
        signatures: [say('contract.document_provider'), say('contract.document_customer')],
      };
      return { name: contract.number ?? say('contract.document_state.draft'), model };
    },
  },
];
