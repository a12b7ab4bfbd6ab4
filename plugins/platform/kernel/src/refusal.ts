import type { MessageParams } from './messages';

/** What a refusal says. `params` fill the message of the code in the reader's language. */
export interface RefusalDetails {
  /** Stable code, `area.reason` in snake_case, e.g. `order.product_unknown`. */
  code: string;
  /** HTTP status: 400 bad input, 403 forbidden, 404 not found (or not yours), 409 a conflict, 422 a broken rule. */
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429;
  /** Path of the field in the input, e.g. `lines.0.quantity`. */
  field?: string;
  params?: MessageParams;
}

/** A rule said no. Everything a use case refuses is one of these; anything else that is thrown is a defect. */
export class Refusal extends Error implements RefusalDetails {
  readonly sanyaRefusal = true;
  readonly code: string;
  readonly status: RefusalDetails['status'];
  readonly field?: string;
  readonly params: MessageParams;

  constructor(details: RefusalDetails) {
    super(details.code);
    this.name = 'Refusal';
    this.code = details.code;
    this.status = details.status;
    this.field = details.field;
    this.params = details.params ?? {};
  }
}

/** Recognises a refusal by its mark: the class may be bundled in more than one package. */
export const isRefusal = (error: unknown): error is Refusal =>
  typeof error === 'object' && error !== null && (error as { sanyaRefusal?: unknown }).sanyaRefusal === true;

type Extra = Pick<RefusalDetails, 'field' | 'params'>;
/** 400: the input itself is wrong. */
export const badInput = (code: string, extra: Extra = {}): Refusal => new Refusal({ code, status: 400, ...extra });
/** 404: not there, or not theirs; the two are never told apart. */
export const notFound = (code: string, extra: Extra = {}): Refusal => new Refusal({ code, status: 404, ...extra });
/** 409: right in itself, but not in the present state of things. */
export const conflict = (code: string, extra: Extra = {}): Refusal => new Refusal({ code, status: 409, ...extra });
/** 422: a rule of the business forbids it. */
export const broken = (code: string, extra: Extra = {}): Refusal => new Refusal({ code, status: 422, ...extra });
/** 403: the caller lacks the right. */
export const forbidden = (code: string, extra: Extra = {}): Refusal => new Refusal({ code, status: 403, ...extra });
