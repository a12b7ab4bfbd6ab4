import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { NavLink, useNavigate } from 'react-router-dom';
import { BackTo, Failure, LeaveGuard, type Submitting, useSay, useSubmit } from '@sanya/strapi-plugin-platform/ui';
import { type ProductValues, unreadable } from '../../../product-values';
import { ProductFields } from './product-fields';

export interface Sent {
  to: string;
  message: string;
}

export interface ProductFormProps {
  title: string;
  isNew: boolean;
  before: ProductValues;
  /** Where one comes from and goes back to. */
  from: { to: string; label: string };
  /** Sends it; answers what to say and where to go, or undefined where it was refused. */
  send: (values: ProductValues, submitting: Submitting) => Promise<Sent | undefined>;
}

/** The first answer was lost on its way, and the form was changed before it was sent again. */
const SENT_BEFORE = 'idempotency.other_body';

/** Fields whose error stands beside them; any other refusal is told above the form. */
const isShown = (field: string): boolean => document.getElementsByName(field).length > 0;

/** One form for a new product and for one that is changed. */
export function ProductForm({ title, isNew, before, from, send }: ProductFormProps) {
  const say = useSay('sales');
  const sayHouse = useSay('platform');
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const submitting = useSubmit();
  const { busy, refused, errorAt, forget, refuse } = submitting;
  const [values, setValues] = useState(before);
  const [sent, setSent] = useState<Sent>();
  const told = useRef<HTMLDivElement>(null);
  const unsaved = JSON.stringify(values) !== JSON.stringify(before);

  // One leaves when the form knows that it is saved: before, it would ask.
  useEffect(() => {
    if (!sent) return;
    toggleNotification({ type: 'success', message: sent.message });
    navigate(sent.to);
  }, [sent, navigate, toggleNotification]);

  useEffect(() => {
    if (!refused) return;
    const [field] = refused.field === undefined ? [] : document.getElementsByName(refused.field);
    field?.focus();
    (field ?? told.current)?.scrollIntoView({ block: 'center' });
  }, [refused]);

  const change = (part: Partial<ProductValues>, field?: string): void => {
    setValues((all) => ({ ...all, ...part }));
    if (field !== undefined) forget(field);
  };

  async function save(): Promise<void> {
    const wrong = unreadable(values);
    if (wrong) return refuse({ message: say(wrong.key), field: wrong.field });
    setSent(await send(values, submitting));
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };

  const buttons = (
    <Flex gap={2} justifyContent="flex-end">
      <Button tag={NavLink} to={from.to} variant="tertiary">
        {sayHouse('ui.cancel')}
      </Button>
      <Button type="submit" startIcon={<Check />} loading={busy || sent !== undefined}>
        {sayHouse('ui.save')}
      </Button>
    </Flex>
  );

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <LeaveGuard unsaved={unsaved && sent === undefined} />
      {/* The hidden inputs of selects and checkboxes are laid out from here: without it they lengthen the whole window. */}
      <form onSubmit={onSubmit} noValidate style={{ position: 'relative' }}>
        <Layouts.Header
          title={title}
          navigationAction={<BackTo to={from.to}>{from.label}</BackTo>}
          primaryAction={buttons}
        />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={6}>
            {refused && (refused.field === undefined || !isShown(refused.field)) && (
              <div ref={told}>
                <Failure message={refused.code === SENT_BEFORE ? say('product.sent_before') : refused.message} />
              </div>
            )}
            <ProductFields {...{ values, isNew, change, errorAt }} />
            {/* On a small screen the head scrolls away, and the form is long. */}
            {buttons}
          </Flex>
        </Layouts.Content>
      </form>
    </Page.Main>
  );
}
