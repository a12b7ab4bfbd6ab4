import { type ComponentType, lazy, type LazyExoticComponent, Suspense, useEffect, useRef } from 'react';
import { Box, Divider, EmptyStateLayout, Flex } from '@strapi/design-system';
import { Layouts, Page, type StrapiApp, SubNav, useIsDesktop } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Navigate, NavLink, Route, Routes, useLocation } from 'react-router-dom';
import { styled } from 'styled-components';
import { useSay } from './language';
import { useMay } from './use-may';
import { useKnownDay } from './use-today';

interface Label {
  id: string;
  defaultMessage: string;
}

export interface DeskPage {
  /** What follows the plugin in the address. */
  to: string;
  label: Label;
  /** Any of these opens the page. */
  permissions: readonly { action: string; subject: string | null }[];
  Component: () => Promise<{ default: ComponentType }>;
}

/** The pages of a plugin under one entry of the menu, in groups, as people go through them in a day. */
export interface Desk {
  plugin: string;
  icon: Parameters<StrapiApp['addMenuLink']>[0]['icon'];
  label: Label;
  position: number;
  groups: readonly { label: Label; pages: readonly DeskPage[] }[];
}

const Row = styled(Flex)`
  overflow-x: auto;
  a {
    white-space: nowrap;
    text-decoration: none;
    padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[3]}`};
    border-radius: ${({ theme }) => theme.borderRadius};
    color: ${({ theme }) => theme.colors.neutral800};
  }
  a.active {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
  }
`;

type Group = Desk['groups'][number];

/** All pages beside the one that is open. */
const BesidePages = ({ desk, groups }: { desk: Desk; groups: readonly Group[] }) => {
  const { formatMessage } = useIntl();
  return (
    <SubNav.Main aria-label={formatMessage(desk.label)}>
      <SubNav.Header label={formatMessage(desk.label)} />
      <Divider />
      <SubNav.Content>
        <SubNav.Sections>
          {groups.map(({ label, pages }) => (
            <SubNav.Section key={label.id} label={formatMessage(label)}>
              {pages.map((page) => (
                <SubNav.Link
                  key={page.to}
                  to={`/plugins/${desk.plugin}/${page.to}`}
                  label={formatMessage(page.label)}
                />
              ))}
            </SubNav.Section>
          ))}
        </SubNav.Sections>
      </SubNav.Content>
    </SubNav.Main>
  );
};

/** The same above it, where the window is too narrow for a column. */
const AbovePages = ({ desk, groups }: { desk: Desk; groups: readonly Group[] }) => {
  const { formatMessage } = useIntl();
  const { pathname } = useLocation();
  const row = useRef<HTMLDivElement>(null);
  // The page that is open stands in sight, however many come before it.
  useEffect(() => {
    const open = row.current?.querySelector<HTMLElement>('a.active');
    if (row.current && open)
      row.current.scrollLeft = open.offsetLeft - (row.current.clientWidth - open.offsetWidth) / 2;
  }, [pathname]);
  return (
    <Box tag="nav" aria-label={formatMessage(desk.label)} background="neutral0" padding={2}>
      <Row gap={1} ref={row} position="relative">
        {groups.flatMap(({ pages }) =>
          pages.map((page) => (
            <NavLink key={page.to} to={`/plugins/${desk.plugin}/${page.to}`}>
              {formatMessage(page.label)}
            </NavLink>
          )),
        )}
      </Row>
    </Box>
  );
};

/** What an address leads to that was mistyped, or is of another version. */
function UnknownPage() {
  const say = useSay('platform');
  return (
    <Page.Main>
      <Box padding={8}>
        <EmptyStateLayout content={say('desk.unknown')} hasRadius shadow="tableShadow" />
      </Box>
    </Page.Main>
  );
}

function deskPage(desk: Desk): ComponentType {
  const components = new Map<DeskPage, LazyExoticComponent<ComponentType>>(
    desk.groups.flatMap(({ pages }) => pages.map((page) => [page, lazy(page.Component)] as const)),
  );

  return function DeskOfPlugin() {
    const may = useMay();
    const isWide = useIsDesktop();
    const day = useKnownDay();
    const groups = desk.groups
      .map((group) => ({
        ...group,
        pages: group.pages.filter(({ permissions }) =>
          permissions.some(({ action, subject }) => may(action, subject ?? undefined)),
        ),
      }))
      .filter(({ pages }) => pages.length > 0);
    const open = groups.flatMap(({ pages }) => pages);
    const [first] = open;
    const others = open.length > 1;
    // One tree for every width: a window that is made narrow must not lose what was typed in it.
    return (
      <Layouts.Root sideNav={others && isWide ? <BesidePages desk={desk} groups={groups} /> : undefined}>
        {others && !isWide && <AbovePages desk={desk} groups={groups} />}
        <Suspense fallback={<Page.Loading />}>
          <Routes>
            {[...components].map(([page, Component]) => (
              // A form keeps the day that it begins with: it opens once the office has said which day it is.
              <Route key={page.to} path={`${page.to}/*`} element={day ? <Component /> : <Page.Loading />} />
            ))}
            <Route path="*" element={<UnknownPage />} />
            <Route index element={first ? <Navigate to={first.to} replace /> : <Page.NoPermissions />} />
          </Routes>
        </Suspense>
      </Layouts.Root>
    );
  };
}

/** Gives the pages of a plugin one entry in the menu of the panel. */
export function addDesk(app: Pick<StrapiApp, 'addMenuLink'>, desk: Desk): void {
  app.addMenuLink({
    to: `plugins/${desk.plugin}`,
    icon: desk.icon,
    intlLabel: desk.label,
    permissions: desk.groups.flatMap(({ pages }) => pages.flatMap(({ permissions }) => [...permissions])),
    Component: () => Promise.resolve({ default: deskPage(desk) }),
    position: desk.position,
  });
}
