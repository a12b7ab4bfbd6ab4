import { Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import {
  type Column,
  DateText,
  LinkTo,
  ListTools,
  PageFrame,
  ReadTable,
  TwoLines,
  useApi,
  useListQuery,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import { MAY_IMPORT, ROOT, type Statement } from './types';

/** Statements of the bank, the latest first, and how much of each is still to do. */
export function StatementList() {
  const say = useSay('billing');
  const may = useMay();
  const navigate = useNavigate();
  const { page, asked } = useListQuery();
  const search = asked('q');
  const reading = useApi<Statement[]>('/billing/statements', {
    filters: search ? { $or: [{ account: { $contains: search } }, { fileName: { $containsi: search } }] } : {},
    sort: 'id:desc',
    pagination: { page },
  });
  const ids = (reading.data ?? []).map(({ documentId }) => documentId);
  const { data: counts } = useAnswer(
    'GET /billing/statement-counts',
    ids.length > 0 ? { body: { statements: ids.join(',') } } : null,
  );
  const left = ({ documentId }: Statement): string => {
    const one = counts?.[documentId];
    if (!one) return '';
    const [matched, check, unknown] = [one.matched.lines, one.toCheck.lines, one.unknown.lines];
    return matched + check + unknown === 0
      ? say('statements.all_done')
      : say('statements.left', { matched, check, unknown });
  };
  const columns: Column<Statement>[] = [
    {
      key: 'account',
      title: say('statements.account'),
      cell: (one) => (
        <TwoLines
          first={<Typography fontWeight="semiBold">{one.account || say('statements.no_account')}</Typography>}
          second={bankName(say, one)}
        />
      ),
    },
    {
      key: 'days',
      title: say('statements.days'),
      cell: (one) => (
        <TwoLines
          first={
            <>
              <DateText at={one.from} /> – <DateText at={one.to} />
            </>
          }
          second={one.fileName}
        />
      ),
    },
    { key: 'left', title: say('statements.to_do'), cell: left },
    { key: 'lines', title: say('statements.lines'), right: true, cell: (one) => one.lineCount },
  ];
  return (
    <PageFrame
      title={say('statements.title')}
      subtitle={say('statements.subtitle')}
      action={
        <Flex gap={4}>
          <LinkTo to={`${ROOT}/suspense`}>{say('suspense.title')}</LinkTo>
          {may(MAY_IMPORT) && <LinkTo to={`${ROOT}/new`}>{say('statements.import')}</LinkTo>}
        </Flex>
      }
    >
      <ListTools search={say('statements.search')} filters={[]} />
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        onOpen={(one) => navigate(one.documentId)}
        empty={say('statements.empty')}
      />
    </PageFrame>
  );
}

const KNOWN = ['kbank', 'scb', 'bbl', 'general', 'mapped'];

export const bankName = (
  say: (key: string) => string,
  { bank, layout }: Pick<Statement, 'bank' | 'layout'>,
): string => {
  const name = bank ?? layout ?? '';
  return KNOWN.includes(name) ? say(`statements.bank.${name}`) : name;
};
