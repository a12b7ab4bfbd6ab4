import { type PlatformDoors, useAnswer } from '../../doors';

export type Inbox = PlatformDoors['GET /platform/approvals/inbox']['answers'];

/** Who the reader is to the approvals, and what they decide. */
export const useInbox = () => useAnswer('GET /platform/approvals/inbox', {});
