import type { Refusal } from '../../../kernel/src';
import type { Language, MessageParams } from '../../../kernel/src';
import type { Messages } from '../core/messages';

const NAMES: Record<number, string> = {
  400: 'ValidationError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
  422: 'UnprocessableEntityError',
  429: 'RateLimitError',
};

export interface ErrorAnswer {
  data: null;
  error: {
    status: number;
    name: string;
    message: string;
    details: { code: string; field?: string; params?: MessageParams };
  };
}

/** A refusal in Strapi's error shape, in the reader's language. */
export function refusalAnswer(refusal: Refusal, language: Language, messages: Messages): ErrorAnswer {
  return {
    data: null,
    error: {
      status: refusal.status,
      name: NAMES[refusal.status] ?? 'ApplicationError',
      message: messages.say(language, refusal.code, refusal.params),
      details: {
        code: refusal.code,
        ...(refusal.field === undefined ? {} : { field: refusal.field }),
        ...(Object.keys(refusal.params).length === 0 ? {} : { params: messages.tell(language, refusal.params) }),
      },
    },
  };
}
