import { Flex, NextLink, Pagination, PreviousLink, Typography } from '@strapi/design-system';
import { NavLink, useLocation } from 'react-router-dom';
import { useSay } from '@sanya/strapi-plugin-platform/ui';

/** The way through the pages of lines; the address names the one that is open. */
export function Paging({ page, pageSize, total }: { page: number; pageSize: number; total: number }) {
  const say = useSay('platform');
  const { pathname, search } = useLocation();
  const count = Math.max(1, Math.ceil(total / pageSize));
  if (count === 1) return null;
  const to = (n: number) => {
    const query = new URLSearchParams(search);
    query.set('page', String(n));
    return { pathname, search: query.toString() };
  };
  return (
    <Flex justifyContent="space-between">
      <Typography textColor="neutral600">{say('ui.rows', { count: total })}</Typography>
      <Pagination activePage={page} pageCount={count}>
        <PreviousLink tag={NavLink} to={to(Math.max(1, page - 1))}>
          {say('ui.previous')}
        </PreviousLink>
        <Typography paddingLeft={2} paddingRight={2}>{`${page} / ${count}`}</Typography>
        <NextLink tag={NavLink} to={to(Math.min(count, page + 1))}>
          {say('ui.next')}
        </NextLink>
      </Pagination>
    </Flex>
  );
}
