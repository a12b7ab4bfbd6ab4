import { civilDate, defineAction, rowIds } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CERTIFICATE, CUSTOMER } from '../content-types/types';
import { pendingByCustomer } from '../stores/certificates';
import { chaseCertificates } from '../use-cases/chase-certificates';
import { checkCertificates, disputeCertificates, receiveCertificates } from '../use-cases/receive-certificates';
import {
  certificate,
  chasedCustomers,
  pendingCertificates as pending,
  receivedCertificates as receivedAnswer,
} from './tax-answers';
import { because, documentId, maybeBecause, minorUnits, nothing } from './shapes';
import { certificateView } from './views';

const paper = {
  book: z.string().trim().max(60).nullish(),
  number: z.string().trim().min(1).max(60),
  /** The date on the paper. */
  on: civilDate,
  /** What stands on the paper, where it is not what our books say. */
  amount: minorUnits.optional(),
};
const scan = documentId.optional();
const received = z.strictObject({ ...paper, scan });
const receivedTogether = z.strictObject({
  certificates: z
    .array(z.strictObject({ certificate: documentId, ...paper }))
    .min(1)
    .max(100),
  scan,
});
const chase = z.strictObject({ customers: z.array(documentId).min(1).max(200) });

export const certificateActions = [
  defineAction({
    name: 'pendingCertificates',
    summary: 'Withholding certificates that customers still owe us, by customer and age',
    staff: { method: 'GET', path: '/pending-certificates', permission: 'certificate.receive' },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: pending,
    run: async ({ platform }) => pendingByCustomer(platform, await platform.currency.own()),
  }),
  defineAction({
    name: 'chaseCertificates',
    summary: 'Ask customers by mail for the certificates that they owe us, each once a week at most',
    staff: { method: 'POST', path: '/pending-certificates/chase', permission: 'certificate.receive' },
    graphql: 'none',
    input: chase,
    output: chasedCustomers,
    run: async ({ platform, input }) => {
      const unknown = 'payment.customer_unknown';
      const at = (index: number): string => `customers.${index}`;
      return chaseCertificates(platform, await rowIds(platform, CUSTOMER, input.customers, unknown, at));
    },
  }),
  defineAction({
    name: 'receiveCertificate',
    summary:
      'A withholding certificate came in: book, number, date, amount, scan; what differs from ours is to be checked',
    subject: CERTIFICATE,
    staff: { method: 'POST', path: '/certificates/:id/receive', permission: 'certificate.receive' },
    graphql: 'none',
    input: received,
    output: certificate,
    run: async ({ platform, subject, input: { scan: file, ...stated } }) => {
      await receiveCertificates(platform, [{ ...stated, certificate: subject.id }], file);
      return certificateView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'receiveCertificates',
    summary: 'Many withholding certificates at once, with one scan: all of them, or none',
    staff: { method: 'POST', path: '/certificates/receive', permission: 'certificate.receive' },
    graphql: 'none',
    input: receivedTogether,
    output: receivedAnswer,
    run: async ({ platform, input }) => {
      const ids = await rowIds(
        platform,
        CERTIFICATE,
        input.certificates.map((one) => one.certificate),
        'certificate.unknown',
        (index) => `certificates.${index}.certificate`,
      );
      const papers = input.certificates.map(({ certificate: _, ...stated }, index) => ({
        ...stated,
        certificate: ids[index] ?? 0,
      }));
      await receiveCertificates(platform, papers, input.scan);
      return { received: papers.length };
    },
  }),
  defineAction({
    name: 'checkCertificate',
    summary: 'Take a certificate whose amount differs from ours within the tolerance',
    subject: CERTIFICATE,
    staff: { method: 'POST', path: '/certificates/:id/check', permission: 'certificate.receive' },
    graphql: 'none',
    input: maybeBecause,
    output: certificate,
    run: async ({ platform, subject, input }) => {
      await checkCertificates(platform, [subject.id], input.reason ?? null);
      return certificateView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'disputeCertificate',
    summary: 'Dispute a certificate that is wrong: the payer is to send another',
    subject: CERTIFICATE,
    staff: { method: 'POST', path: '/certificates/:id/dispute', permission: 'certificate.receive' },
    graphql: 'none',
    input: because,
    output: certificate,
    run: async ({ platform, subject, input }) => {
      await disputeCertificates(platform, [subject.id], input.reason);
      return certificateView(platform, subject.id);
    },
  }),
];
