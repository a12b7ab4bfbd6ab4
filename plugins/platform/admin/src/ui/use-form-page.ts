import { useEffect, useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import type { Refused } from './client';
import { type Submitting, useSubmit } from './use-submit';

/** What is said when a form is saved, and where one goes then. */
export interface Sent {
  to: string;
  message: string;
}

/** What a form is told by the page that opens it. */
export interface FormPageSetup<Values> {
  title: string;
  /** What stands in its fields at first. */
  before: Values;
  /** Where one comes from and goes back to. */
  from: { to: string; label: string };
  /** Sends it; undefined where it is not sent yet, or was refused. */
  send: (values: Values, submitting: Submitting) => Promise<Sent | undefined>;
}

export interface FormOnPage<Values> extends Pick<Submitting, 'busy' | 'refused' | 'errorAt'> {
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
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const submitting = useSubmit();
  const { busy, refused, errorAt, forget, refuse } = submitting;
  const [values, setValues] = useState(before);
  const [sent, setSent] = useState<Sent>();

  // One leaves when the form knows that it is saved: before, it would ask.
  useEffect(() => {
    if (!sent) return;
    toggleNotification({ type: 'success', message: sent.message });
    navigate(sent.to);
  }, [sent, navigate, toggleNotification]);

  async function save(): Promise<void> {
    const wrong = check(values);
    if (wrong) return refuse(wrong);
    setSent(await send(values, submitting));
  }

  return {
    values,
    busy,
    refused,
    errorAt,
    sent: sent !== undefined,
    unsaved: sent === undefined && JSON.stringify(values) !== JSON.stringify(before),
    change: (part, field) => {
      setValues((all) => ({ ...all, ...part }));
      if (field !== undefined) forget(field);
    },
    save: () => void save(),
  };
}
