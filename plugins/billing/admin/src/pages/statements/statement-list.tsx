import { Button, Flex, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import {
  type Column,
  containing,
  DateText,
  ListPage,
  ListTools,
  TwoLines,
  useList,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import { MAY_IMPORT, ROOT, type Statement } from './types';

/** Statements of the bank, the latest first, and how much of each is still to do. */
export function StatementList() {
  const say = useSay('billing');
  const may = useMay();
  const reading = useList<Statement>('/billing/statements', {
    search: containing('account', 'fileName'),
    sort: 'id:desc',
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
    <ListPage
      title={say('statements.title')}
      subtitle={say('statements.subtitle')}
      action={
        <Flex gap={2} wrap="wrap">
          <Button tag={NavLink} to={`${ROOT}/suspense`} variant="secondary">
            {say('suspense.title')}
          </Button>
          {may(MAY_IMPORT) && (
            <Button tag={NavLink} to={`${ROOT}/new`}>
              {say('statements.import')}
            </Button>
          )}
        </Flex>
      }
      tools={<ListTools search={say('statements.search')} filters={[]} />}
      reading={reading}
      columns={columns}
      empty={say('statements.none_found')}
      none={say('statements.empty')}
    />
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
