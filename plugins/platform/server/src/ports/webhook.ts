import { createHmac } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { badInput, broken } from '../../../kernel/src';
import { passing } from '../../../kit/src/workflows';
import { addressIn, isOutside, lookupOutside } from './outside-only';
import { recorder, type Recorder } from './recorder';

export interface WebhookCall {
  url: string;
  /** JSON text. */
  body: string;
  /** Signs time and body: the receiver computes the same HMAC-SHA256. */
  secret: string;
  /** Our id of it, the same for every attempt. */
  id: string;
  /** The instant of this attempt. */
  at: string;
}

export interface WebhookPort {
  /** Refuses an address that nothing would be sent to. */
  check(url: string): void;
  send(call: WebhookCall): Promise<{ status: number }>;
}

const TIMEOUT_MS = 10_000;

/** `t=<seconds since 1970>,v1=<HMAC of "<t>.<body>">`: an old message that somebody sends again shows its age. */
export function webhookSignature({ body, secret, at }: Pick<WebhookCall, 'body' | 'secret' | 'at'>): string {
  const time = Math.floor(Date.parse(at) / 1000);
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
}

/** A site of the world outside by HTTPS; `inside` also allows others, for trials on one machine. */
function checkAddress(text: string, inside: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === 'https:' || (inside && url?.protocol === 'http:');
  if (!url || !isWeb || url.username || url.password) throw badInput('workflow.url_wrong', { field: 'url' });
  const address = addressIn(url.hostname);
  const isHere = address === undefined ? /(?:^|\.)localhost\.?$/i.test(url.hostname) : !isOutside(address);
  if (isHere && !inside) throw badInput('workflow.url_inside', { field: 'url' });
  return url;
}

/** Sends, and follows no redirect: it could lead a signed body to somebody else. */
function post(url: URL, { body, secret, id, at }: WebhookCall, inside: boolean): Promise<number> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
          'User-Agent': 'Sanya',
          'X-Sanya-Delivery': id,
          'X-Sanya-Signature': webhookSignature({ body, secret, at }),
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(inside ? {} : { lookup: lookupOutside }),
      },
      (answer) => {
        // What it says is of no interest, however long it is.
        answer.destroy();
        resolve(answer.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

export function httpWebhook({ inside = false }: { inside?: boolean } = {}): WebhookPort {
  return {
    check: (url) => void checkAddress(url, inside),
    async send(call) {
      const url = checkAddress(call.url, inside);
      const status = await post(url, call, inside).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        throw passing(broken('workflow.site_silent', { params: { site: url.hostname, reason } }));
      });
      if (status < 200 || status > 299) {
        throw passing(broken('workflow.site_refused', { params: { site: url.hostname, status } }));
      }
      return { status };
    },
  };
}

export function recordingWebhook(): WebhookPort & Recorder<WebhookCall> {
  const { record, take } = recorder<WebhookCall, { status: number }>(() => ({ status: 200 }));
  return { ...record, check: (url) => void checkAddress(url, false), send: take };
}
