import { type FormEvent, useEffect, useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { NavLink, useNavigate } from 'react-router-dom';
import { BackTo, Failure, LeaveGuard, Problems, useSay, useSubmit } from '@sanya/strapi-plugin-platform/ui';
import type { CouponValues } from '../../../coupon-values';
import { CouponFields } from './coupon-fields';
import { ScopeFields } from './scope-fields';

export interface CouponFormProps {
  title: string;
  before: CouponValues;
  /** Slots that are taken; none of a new one. */
  used?: number;
  from: { to: string; label: string };
  /** Sends it; answers where to go and what to say, throws what was refused. */
  save: (values: CouponValues) => Promise<{ to: string; message: string }>;
}

/** One form for a new coupon and for one that is changed. What is refused stands at its field and above the form. */
export function CouponForm({ title, before, used = 0, from, save }: CouponFormProps) {
  const say = useSay('sales');
  const sayHouse = useSay('platform');
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { busy, refused, refuse, submit } = useSubmit();
  const [values, setValues] = useState(before);
  const [saved, setSaved] = useState<{ to: string; message: string }>();

  // One leaves when the form knows that it is saved: before, it would ask.
  useEffect(() => {
    if (!saved) return;
    toggleNotification({ type: 'success', message: saved.message });
    navigate(saved.to);
  }, [saved, navigate, toggleNotification]);

  const change = (part: Partial<CouponValues>): void => {
    setValues((all) => ({ ...all, ...part }));
    refuse(undefined);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (values.code.trim() === '') return refuse({ message: say('coupon.no_code'), field: 'code' });
    if (values.name.trim() === '') return refuse({ message: say('product.no_name'), field: 'name' });
    void submit(async () => setSaved(await save(values)));
  };

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <LeaveGuard unsaved={!saved && JSON.stringify(values) !== JSON.stringify(before)} />
      <form onSubmit={onSubmit} noValidate style={{ position: 'relative' }}>
        <Layouts.Header
          title={title}
          navigationAction={<BackTo to={from.to}>{from.label}</BackTo>}
          primaryAction={
            <Flex gap={2}>
              <Button tag={NavLink} to={from.to} variant="tertiary">
                {sayHouse('ui.cancel')}
              </Button>
              <Button type="submit" startIcon={<Check />} loading={busy || saved !== undefined}>
                {sayHouse('ui.save')}
              </Button>
            </Flex>
          }
        />
        <Layouts.Content>
          <Problems.Provider value={refused}>
            <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
              {refused && <Failure message={refused.message} />}
              <CouponFields values={values} used={used} change={change} />
              <ScopeFields values={values} change={change} />
            </Flex>
          </Problems.Provider>
        </Layouts.Content>
      </form>
    </Page.Main>
  );
}
