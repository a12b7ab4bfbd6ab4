import { useApi } from '../../ui';

export interface Inbox {
  me: string;
  kinds: { code: string; name: Record<'th' | 'en', string>; mayDecide: boolean }[];
  waiting: number;
}

/** Who the reader is to the approvals, and what they decide. */
export const useInbox = () => useApi<Inbox>('/platform/approvals/inbox');
