import { errors } from '@strapi/utils';
import { Refusal, type RefusalDetails } from '../../../kernel/src';

/** What Strapi itself answers or throws when it refuses. */
export interface CoreError {
  status?: number;
  name?: string;
  message?: string;
  details?: unknown;
}

type Status = RefusalDetails['status'];

const STATUS: Record<string, Status> = {
  UnauthorizedError: 401,
  ForbiddenError: 403,
  PolicyError: 403,
  NotFoundError: 404,
  PayloadTooLargeError: 413,
  RateLimitError: 429,
};
const CODES: Partial<Record<Status, string>> = {
  400: 'input.not_accepted',
  401: 'access.not_signed_in',
  403: 'access.not_allowed',
  404: 'row.not_found',
  413: 'input.body_too_large',
  429: 'input.too_many_requests',
};

/** The status that Strapi's error middleware would give; undefined for what is no refusal of its. */
function statusOf(error: CoreError): Status | undefined {
  if (error instanceof errors.ApplicationError) return STATUS[error.name] ?? 400;
  const { status } = error;
  return status !== undefined && status in CODES ? (status as Status) : undefined;
}

const plain = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** Core's refusal with a stable code, for our doors: an attribute that cannot be asked for names itself. */
export function inOurWords(error: CoreError): Refusal | undefined {
  const status = statusOf(error);
  const code = status && CODES[status];
  if (!status || !code) return undefined;
  const { key, path } = plain(error.details);
  if (status === 400 && typeof key === 'string') {
    const field = (typeof path === 'string' && path) || key;
    return new Refusal({ code: 'input.query_key', status, field, params: { key: field } });
  }
  const params: Record<string, string> = status === 400 ? { reason: String(error.message ?? '').slice(0, 500) } : {};
  return new Refusal({ code, status, params });
}

/** On doors of others their answer stays; only the code is put in where there is room for one. */
export function withCode(error: CoreError): void {
  const status = statusOf(error);
  const code = status && CODES[status];
  const { details } = error;
  if (!code || typeof details !== 'object' || details === null || Array.isArray(details) || 'code' in details) return;
  Object.assign(details, { code });
}
