import { addMonths, endOfMonth, formatMonth, monthOf, startOfMonth } from '@sanya/strapi-plugin-platform/kernel';
import {
  type ListFilter,
  useApi,
  useLanguage,
  useSay,
  useStateFilter,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { isNoteKind, type PaperKind, wordOf } from './types';
import { usePaperKinds } from './use-paper-kinds';

const MONTHS_BACK = 24;
const HEAD_OFFICE = 'head';

interface Branch {
  documentId: string;
  code: string;
  name: string;
}

/** Which papers, of which month, branch and state; what is receipt and tax invoice in one stands in both. */
export function usePaperFilters(): ListFilter[] {
  const say = useSay('billing');
  const language = useLanguage();
  const { today } = useToday();
  const {
    kinds: [first, ...others],
    kind,
  } = usePaperKinds();
  const { data: branches = [] } = useApi<Branch[]>('/platform/branches', { pagination: { pageSize: 100 } });
  const begin = startOfMonth(today);
  const months = Array.from({ length: MONTHS_BACK }, (_, back) => monthOf(addMonths(begin, -back)));
  const states = isNoteKind(kind) ? ['issued', 'cancelled'] : ['issued', 'replaced', 'cancelled'];
  return [
    {
      key: 'what',
      label: say('papers.kind'),
      width: '18rem',
      all: first && say(`papers.${wordOf(first)}`),
      choices: others.map((one) => [one, say(`papers.${wordOf(one)}`)]),
    },
    {
      key: 'month',
      label: say('tax_month.month'),
      width: '16rem',
      all: say('papers.all_months'),
      choices: months.map((month) => [month, formatMonth(month, language)] as const),
    },
    {
      key: 'branch',
      label: say('field.branch'),
      width: '18rem',
      all: say('papers.all_branches'),
      choices:
        branches.length === 0
          ? []
          : [
              [HEAD_OFFICE, say('papers.head_office')] as const,
              ...branches.map(({ documentId, code, name }) => [documentId, `${code} ${name}`] as const),
            ],
    },
    useStateFilter(states, (state) => say(state === 'all' ? 'state.all' : `document.${state}`)),
  ];
}

export const paperFiltersOf = (asked: (key: string) => string, kind: PaperKind) => {
  const [month, branch] = [asked('month'), asked('branch')];
  const day = kind === 'tax-invoices' ? 'taxDate' : 'issuedOn';
  return {
    ...(month ? { [day]: { $gte: `${month}-01`, $lte: endOfMonth(`${month}-01`) } } : {}),
    ...(branch === HEAD_OFFICE ? { branch: { id: { $null: true } } } : {}),
    ...(branch && branch !== HEAD_OFFICE ? { branch: { documentId: { $eq: branch } } } : {}),
  };
};
