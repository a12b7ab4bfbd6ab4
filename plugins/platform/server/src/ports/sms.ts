import { recorder, type Recorder } from './recorder';

export interface SmsMessage {
  /** E.164: `+66812345678`. */
  to: string;
  text: string;
  /** Our id of it, so that a peer can tell a repetition. */
  key: string;
}

export interface SmsPort {
  send(message: SmsMessage): Promise<{ id: string }>;
}

const TIMEOUT_MS = 15_000;

/** Any SMS service behind a small HTTP bridge: JSON `{to, text, key}` in, `{id}` out. */
export function httpSms(url: string | undefined, token: string | undefined): SmsPort {
  return {
    async send(message) {
      if (!url) throw new Error('SMS_URL is not set: no text message can be sent');
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify(message),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!answer.ok) throw new Error(`the SMS service answered ${answer.status}`);
      const { id } = (await answer.json()) as { id?: string };
      return { id: String(id ?? message.key) };
    },
  };
}

export function recordingSms(): SmsPort & Recorder<SmsMessage> {
  const { record, take } = recorder<SmsMessage, { id: string }>(({ key }) => ({ id: key }));
  return { ...record, send: take };
}
