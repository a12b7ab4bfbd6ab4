import type { MessageParams } from '../../kernel/src';

/** `warning`: it runs, but not as a business should. `error`: something will go wrong, or has. */
export type FindingLevel = 'ok' | 'warning' | 'error';

/** One thing that was looked at on a host site. */
export interface Finding {
  level: FindingLevel;
  /** Message `doctor.<code>`: what is. Of a warning or an error, `doctor.<code>.right` says what would be right. */
  code: string;
  params?: MessageParams;
}

export interface Examination {
  /** The environment of the site: wiring and secrets. */
  env: Readonly<Record<string, string | undefined>>;
}

/** Whether a site is set up right, as far as a plugin can tell. Reads only; may be slow, but never by the size of the data. */
export interface DoctorCheck {
  /** `billing.payment`; message `doctor.check.<name>`: what it is about. */
  name: string;
  run: (examination: Examination) => Promise<readonly Finding[]>;
}

export const well = (code: string, params?: MessageParams): Finding => ({ level: 'ok', code, params });
export const doubtful = (code: string, params?: MessageParams): Finding => ({ level: 'warning', code, params });
export const wrong = (code: string, params?: MessageParams): Finding => ({ level: 'error', code, params });
