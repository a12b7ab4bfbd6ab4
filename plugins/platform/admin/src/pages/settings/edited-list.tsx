import { type ReactNode, useState } from 'react';
import { Flex } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { Failure, PageFrame, type Reading, Waiting } from '../../ui';

export interface EditedListProps<All, One> {
  /** Of the page. */
  permission: string;
  title: string;
  subtitle: string;
  /** What else can be done there. */
  action?: ReactNode;
  reading: Pick<Reading<All>, 'data' | 'error' | 'reload'>;
  /** What was read, panel by panel. */
  panels: (all: All, edit: (one: One | undefined) => void) => ReactNode;
  form: (one: One, end: { onClose: () => void; onSaved: () => void }) => ReactNode;
}

/** A page of settings that are read as panels and changed one at a time. */
export function EditedList<All, One>({ permission, reading, panels, form, ...frame }: EditedListProps<All, One>) {
  const { data, error, reload } = reading;
  const [edited, setEdited] = useState<One>();
  const onClose = (): void => setEdited(undefined);
  return (
    <Page.Protect permissions={[{ action: permission, subject: null }]}>
      <PageFrame {...frame}>
        {error !== undefined && <Failure message={error} />}
        {error === undefined && data === undefined && <Waiting />}
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {data !== undefined && panels(data, (one) => setEdited(() => one))}
        </Flex>
        {edited !== undefined &&
          form(edited, {
            onClose,
            onSaved: () => {
              onClose();
              reload();
            },
          })}
      </PageFrame>
    </Page.Protect>
  );
}
