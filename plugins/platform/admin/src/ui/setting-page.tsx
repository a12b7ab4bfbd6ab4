import { type ReactNode, useEffect, useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Failure, Waiting } from './data-table';
import { LeaveGuard } from './leave-guard';
import { useSay } from './language';
import { Problems } from './problems';
import type { Setting } from './use-setting';

const READ = 'plugin::content-manager.explorer.read';

export interface SettingPageProps<T> {
  /** Content type whose readers may see the page. */
  uid: string;
  title: string;
  subtitle: string;
  setting: Setting<T>;
  children: (draft: T) => ReactNode;
}

/** What was typed is kept on the page until it is saved: said aloud, for nobody looks for it. */
const Unsaved = ({ shown }: { shown: boolean }) => {
  const say = useSay('platform');
  return shown ? (
    <Typography variant="pi" textColor="warning600">
      {say('ui.not_saved')}
    </Typography>
  ) : null;
};

/** One page of Strapi's settings over one single type: heading, save, refusals at their fields. */
export function SettingPage<T extends object>({ uid, title, subtitle, setting, children }: SettingPageProps<T>) {
  const say = useSay('platform');
  const { draft, dirty, may, saving, error, problem } = setting;
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    // The refused field may be out of sight.
    if (problem) document.querySelector('[aria-invalid="true"]')?.scrollIntoView({ block: 'center' });
  }, [problem]);
  return (
    <Page.Protect permissions={[{ action: READ, subject: uid }]}>
      <Page.Main>
        <Page.Title>{title}</Page.Title>
        <LeaveGuard unsaved={dirty} />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void setting.save();
          }}
        >
          <Layouts.Header
            title={title}
            subtitle={subtitle}
            primaryAction={
              may && (
                <Flex gap={2} alignItems="center">
                  <Unsaved shown={dirty} />
                  <Button
                    variant="tertiary"
                    disabled={!dirty || saving}
                    onClick={() => {
                      setting.reset();
                      setTurn(turn + 1);
                    }}
                  >
                    {say('ui.discard')}
                  </Button>
                  <Button type="submit" startIcon={<Check />} loading={saving} disabled={!dirty}>
                    {say('ui.save')}
                  </Button>
                </Flex>
              )
            }
          />
          <Layouts.Content>
            {error !== undefined && <Failure message={error} />}
            {error === undefined && draft === undefined && <Waiting />}
            {draft !== undefined && (
              <Problems.Provider value={problem}>
                <Flex key={turn} direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
                  {!may && (
                    <Box background="neutral150" hasRadius padding={4}>
                      <Typography textColor="neutral700">{say('ui.read_only')}</Typography>
                    </Box>
                  )}
                  {children(draft)}
                </Flex>
              </Problems.Provider>
            )}
          </Layouts.Content>
        </form>
      </Page.Main>
    </Page.Protect>
  );
}
