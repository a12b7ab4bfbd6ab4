import type { Core } from '@strapi/types';
import { formatMoney, type Language } from '../../../kernel/src';
import type { ApprovalKind, ApprovalRow } from '../../../kit/src/approvals';
import type { NewDelivery } from '../../../kit/src/documents';
import type { Decider } from './people';

/** Whoever chose no language of their own reads Thai, as the office does. */
const OFFICE: Language = 'th';

function dataOf(strapi: Core.Strapi, kind: ApprovalKind, approval: ApprovalRow, language: Language) {
  const home = strapi.config.get<string>('admin.absoluteUrl', '');
  return {
    kind: kind.name[language],
    words: approval.words[language],
    subject: approval.subjectName,
    customer: approval.customerName ?? '',
    amount: approval.amount === null ? '' : `${formatMoney(approval.amount, approval.currency ?? 'THB')}`,
    currency: approval.currency ?? '',
    reason: approval.reason ?? '',
    askedBy: approval.askedByName,
    comment: approval.comment ?? '',
    link: home && `${home}/plugins/platform/approvals/${approval.documentId}`,
  };
}

/** To everybody who may decide it but the one who asks. */
export const askedMails = (
  strapi: Core.Strapi,
  kind: ApprovalKind,
  approval: ApprovalRow,
  deciders: readonly Decider[],
): NewDelivery[] =>
  deciders
    .filter(({ key }) => key !== approval.askedBy)
    .map(({ id, name, email, language }): NewDelivery => {
      const own = language ?? OFFICE;
      return {
        template: 'approval-asked',
        to: email,
        language: own,
        data: { name, ...dataOf(strapi, kind, approval, own) },
        key: `${approval.documentId}|${id}`,
      };
    });

/** To the member of staff who asked. */
export const decidedMail = (
  strapi: Core.Strapi,
  kind: ApprovalKind,
  approval: ApprovalRow,
  { id, name, email, language }: Decider,
): NewDelivery => {
  const own = language ?? OFFICE;
  return {
    template: 'approval-decided',
    to: email,
    language: own,
    data: {
      name,
      granted: approval.state === 'granted',
      decidedBy: approval.decidedByName ?? '',
      ...dataOf(strapi, kind, approval, own),
    },
    key: `${approval.documentId}|${id}`,
  };
};
