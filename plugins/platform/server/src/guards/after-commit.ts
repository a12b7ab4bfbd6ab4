import type { Core } from '@strapi/types';

type Work = () => unknown;
interface Tools {
  onCommit(work: Work): void;
}
type Transaction = (work?: (tools: Tools) => unknown) => unknown;

/**
 * What Strapi does after a commit is called and never waited for: when it fails, an unhandled rejection ends the
 * process. It does fail, for one, where a row is changed that somebody else has just deleted: Strapi then announces a
 * change of nothing. The transaction is over and its answer stands, so such an error is logged and that is all.
 */
export function surviveAfterCommit(strapi: Core.Strapi): void {
  const db = strapi.db as unknown as { transaction: Transaction };
  const open = db.transaction.bind(db);
  const settled = (work: Work): Work => {
    const log = (error: unknown): void => void strapi.log.error(error);
    return () => {
      try {
        void Promise.resolve(work()).catch(log);
      } catch (error) {
        log(error);
      }
    };
  };
  db.transaction = (work) =>
    work ? open((tools) => work({ ...tools, onCommit: (later) => tools.onCommit(settled(later)) })) : open();
}
