import { useEffect, useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import type { Refused } from './client';
import { type Submitting, useSubmit } from './use-submit';

/** What is said when a form is saved, and where one goes then. */
export interface Sent {
  to: string;
  message: string;
  /** It was not done yet: something more is needed. */
  waits?: boolean;
}

/** Says that a form was sent and leaves it, when the form knows that it is saved: before, it would ask. */
export function useSent(leave: { replace?: boolean } = {}): [Sent | undefined, (sent: Sent | undefined) => void] {
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { replace } = leave;
  const [sent, setSent] = useState<Sent>();
  useEffect(() => {
    if (!sent) return;
    toggleNotification({ type: sent.waits ? 'warning' : 'success', message: sent.message });
    navigate(sent.to, { replace });
  }, [sent, replace, navigate, toggleNotification]);
  return [sent, setSent];
}

/** What a form is told by the page that opens it. */
export interface FormPageSetup<Values> {
  title: string;
  /** What stands in its fields at first. */
  before: Values;
  /** Where one comes from and goes back to. */
  from: { to: string; label: string };
  /** Sends it; answers where to go and what to say, nothing where it is not sent yet, and throws what was refused. */
  send: (values: Values) => Promise<Sent | undefined>;
}

export interface FormOnPage<Values> extends Pick<Submitting, 'busy' | 'refused' | 'errorAt' | 'refuse'> {
  values: Values;
  /** Takes what was typed; the error of the field is told no longer. */
  change: (part: Partial<Values>, field?: string) => void;
  save: () => void;
  sent: boolean;
  unsaved: boolean;
}

/** What is typed into a form that has a page of its own, until it is sent. `check` says what cannot even be sent. */
export function useFormPage<Values extends object>(
  { before, send }: FormPageSetup<Values>,
  check: (values: Values) => Refused | undefined,
): FormOnPage<Values> {
  const { busy, refused, errorAt, forget, refuse, submit } = useSubmit();
  const [values, setValues] = useState(before);
  const [sent, setSent] = useSent();

  async function save(): Promise<void> {
    const wrong = check(values);
    if (wrong) return refuse(wrong);
    await submit(async () => setSent(await send(values)));
  }

  return {
    values,
    busy,
    refused,
    errorAt,
    refuse,
    sent: sent !== undefined,
    unsaved: sent === undefined && JSON.stringify(values) !== JSON.stringify(before),
    change: (part, field) => {
      setValues((all) => ({ ...all, ...part }));
      if (field !== undefined) forget(field);
    },
    save: () => void save(),
  };
}
