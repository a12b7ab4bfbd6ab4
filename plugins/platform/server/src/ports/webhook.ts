import { createHmac } from 'node:crypto';
import { recorder, type Recorder } from './recorder';

export interface WebhookCall {
  url: string;
  /** JSON text. */
  body: string;
  /** Signs the body: the receiver computes the same HMAC-SHA256. */
  secret: string;
  /** Our id of it, the same for every attempt. */
  id: string;
}

export interface WebhookPort {
  send(call: WebhookCall): Promise<{ status: number }>;
}

const TIMEOUT_MS = 10_000;

export const webhookSignature = (body: string, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

export function httpWebhook(): WebhookPort {
  return {
    async send({ url, body, secret, id }) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Sanya-Delivery': id,
          'X-Sanya-Signature': webhookSignature(body, secret),
        },
        body,
        // A redirect could lead a signed body to somebody else.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`the receiver answered ${answer.status}`);
      return { status: answer.status };
    },
  };
}

export function recordingWebhook(): WebhookPort & Recorder<WebhookCall> {
  const { record, take } = recorder<WebhookCall, { status: number }>(() => ({ status: 200 }));
  return { ...record, send: take };
}
