import { useRef, useState } from 'react';
import { type Refused, refusalOf } from './client';

export interface Submitting {
  busy: boolean;
  /** What the door refused last. */
  refused: Refused | undefined;
  /** The words of the refusal where they are about this field. */
  errorAt: (field: string) => string | undefined;
  /** The field was corrected: its error is told no longer. */
  forget: (field: string) => void;
  refuse: (refused: Refused | undefined) => void;
  /** True when it went well. A second press while the first is under way does nothing. */
  submit: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** A form that is sent: once at a time, its refusal kept until it is corrected. */
export function useSubmit(): Submitting {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const underWay = useRef(false);

  async function submit(work: () => Promise<unknown>): Promise<boolean> {
    // The state is told only with the next picture; a double click is faster.
    if (underWay.current) return false;
    underWay.current = true;
    setBusy(true);
    setRefused(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      setRefused(refusalOf(error));
      return false;
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  }

  return {
    busy,
    refused,
    errorAt: (field) => (refused?.field === field ? refused.message : undefined),
    forget: (field) => setRefused((before) => (before?.field === field ? undefined : before)),
    refuse: setRefused,
    submit,
  };
}
