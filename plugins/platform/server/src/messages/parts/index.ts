import type { Catalogue, Language } from '../../../../kernel/src';
import { approvalMessages } from './approvals';
import { doctorMessages } from './doctor';
import { documentMessages } from './documents';
import { fileMessages } from './files';
import { gatewayMessages } from './gateways';
import { holidayMessages } from './holidays';
import { jobMessages } from './jobs';
import { ledgerMessages } from './ledger';
import { mailMessages } from './mail';
import { proofMessages } from './proof';
import { roles } from './roles';
import { seriesImportMessages } from './series-import';
import { settingMessages } from './settings';
import { templateMessages } from './templates';
import { workflowMessages } from './workflows';

const PARTS = [
  approvalMessages,
  doctorMessages,
  documentMessages,
  fileMessages,
  gatewayMessages,
  holidayMessages,
  jobMessages,
  ledgerMessages,
  mailMessages,
  proofMessages,
  roles,
  seriesImportMessages,
  settingMessages,
  templateMessages,
  workflowMessages,
];

/** Messages of documents, files, mail and templates; the platform's own catalogue takes them in. */
export const parts: Record<Language, Catalogue> = {
  th: Object.assign({}, ...PARTS.map((part) => part.th)) as Catalogue,
  en: Object.assign({}, ...PARTS.map((part) => part.en)) as Catalogue,
};
