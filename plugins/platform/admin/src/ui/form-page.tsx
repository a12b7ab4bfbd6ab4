import { type ReactNode, useEffect, useRef } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { Failure } from './data-table';
import { useSay } from './language';
import { BackTo } from './layout';
import { LeaveGuard } from './leave-guard';
import type { FormOnPage, FormPageSetup } from './use-form-page';

export interface FormPageProps<Values> extends Pick<FormPageSetup<Values>, 'title' | 'from'> {
  form: FormOnPage<Values>;
  /** Said where the first answer was lost on its way, and the form was changed before it was sent again. */
  sentBefore?: string;
  /** Fields that tell their error themselves, though nothing on the page bears their name. */
  unnamed?: readonly string[];
  children: ReactNode;
  /** What asks beside the form. */
  beside?: ReactNode;
}

const SENT_BEFORE = 'idempotency.other_body';

/** A form with a page of its own: saved at its head and its foot, refused at its fields, not left unsaved unasked. */
export function FormPage<Values>({
  title,
  from,
  form,
  sentBefore,
  unnamed = [],
  children,
  beside,
}: FormPageProps<Values>) {
  const say = useSay('platform');
  const { busy, refused, sent, unsaved, save } = form;
  const told = useRef<HTMLDivElement>(null);
  const field = refused?.field;
  const toldByField = field !== undefined && (document.getElementsByName(field).length > 0 || unnamed.includes(field));

  useEffect(() => {
    if (!refused) return;
    const [input] = refused.field === undefined ? [] : document.getElementsByName(refused.field);
    input?.focus();
    (input ?? told.current)?.scrollIntoView({ block: 'center' });
  }, [refused]);

  const buttons = (
    <Flex gap={2} justifyContent="flex-end">
      <Button tag={NavLink} to={from.to} variant="tertiary">
        {say('ui.cancel')}
      </Button>
      <Button type="submit" startIcon={<Check />} loading={busy || sent}>
        {say('ui.save')}
      </Button>
    </Flex>
  );

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <LeaveGuard unsaved={unsaved} />
      {/* The hidden inputs of selects and checkboxes are laid out from here: without it they lengthen the whole window. */}
      <form
        noValidate
        style={{ position: 'relative' }}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Layouts.Header
          title={title}
          navigationAction={<BackTo to={from.to}>{from.label}</BackTo>}
          primaryAction={buttons}
        />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={6}>
            {refused && !toldByField && (
              <div ref={told}>
                <Failure message={(refused.code === SENT_BEFORE && sentBefore) || refused.message} />
              </div>
            )}
            {children}
            {/* On a small screen the head scrolls away, and the form is long. */}
            {buttons}
          </Flex>
        </Layouts.Content>
      </form>
      {beside}
    </Page.Main>
  );
}
