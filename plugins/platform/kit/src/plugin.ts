import type { Core } from '@strapi/types';
import type { z } from 'zod';
import type { Catalogue, Language, Machine } from '../../kernel/src';
import type { Action } from './actions';
import type { ApprovalKind } from './approvals';
import type { Caller } from './caller';
import type { Constraint } from './constraints';
import type { DoctorCheck } from './doctor';
import type { DocumentKind, TemplateSeed, TemplateSource } from './documents';
import type { Subscriber } from './events';
import type { Job } from './jobs';
import type { Platform, SeriesSeed } from './platform';
import type { ProofCheck } from './proof';
import type { ReportDefinition } from './reports';
import type { SimulationPart, SimulationQuestion } from './simulation';
import type { WorkflowAction, WorkflowSubject } from './workflows';

export const ROLES = [
  'owner',
  'sales-lead',
  'sales',
  'billing',
  'accountant',
  'storekeeper',
  'service-manager',
  'dispatcher',
  'technician',
  'support-lead',
  'support-agent',
  'marketing',
] as const;
export type RoleCode = (typeof ROLES)[number];

/** A read door on a content type: Strapi's own find and findOne, with the owner filter underneath. */
export interface Read {
  /** uid, e.g. `plugin::sales.order`. */
  type: string;
  /** Path below `/api/<plugin>`, e.g. `/orders`. */
  path: string;
  /** Absent: no storefront door (staff only). `public` types have no owner. */
  storefront?: 'member' | 'public';
  /** Staff door `GET /<plugin><path>` for own pages, with the content manager's read permission and row conditions. */
  staff?: boolean;
  /** Attributes that keep what went wrong: staff are told it in their language. */
  problems?: readonly string[];
  /** Storefront rows are narrowed by this too, e.g. `{ active: true }`. */
  where?: Record<string, unknown>;
  /** What a storefront read brings along where the request names no `populate`, e.g. `{ prices: true }`. */
  populate?: Record<string, unknown>;
  /** What a storefront read of one brings along that is no attribute of it, e.g. all invoices of an order. */
  beside?: Beside;
  /** The same of a staff read of one, e.g. what a billing run could not bill. */
  staffBeside?: StaffBeside;
}

export interface Beside {
  output: z.ZodObject;
  /** Of the row with this document id, which the reader may see. */
  of: (tools: Tools, documentId: string) => Promise<Record<string, unknown>>;
}

export interface StaffBeside {
  output: z.ZodObject;
  /** Of the row with this document id, which the member of staff may see; what else is told is for `of` to narrow. */
  of: (tools: Tools & { caller: Caller }, documentId: string) => Promise<Record<string, unknown>>;
}

/** What a role may do in this plugin. */
export interface Grant {
  roles: readonly RoleCode[];
  /** Permissions of this plugin without prefix: `invoice.issue`. */
  actions?: readonly string[];
  /** Content-manager rights on types. */
  types?: readonly {
    uid: string;
    can: readonly ('read' | 'create' | 'update' | 'delete')[];
    conditions?: readonly string[];
  }[];
}

/** Which rows of a type a role reaches. Its name on the roles screen is the message `condition.<name>`. */
export interface Condition {
  name: string;
  handler: (user: { id: number }) => Record<string, unknown> | boolean | Promise<Record<string, unknown> | boolean>;
}

/** Two rows of a type may turn out to be one: then all that points at the one moves to the other. */
export interface Movable {
  /** Integer attributes of this name, of any type of the suite, keep its row id without being a relation. */
  key?: string;
  /** Types that go on pointing at what they pointed at. */
  stays?: readonly string[];
  /** Types whose rows bind nothing: what refers to one of them may belong to somebody else. */
  loose?: readonly string[];
}

/** Everything that needs a running Strapi is made from `tools`. */
export interface Tools {
  strapi: Core.Strapi;
  platform: Platform;
}

export interface PluginDefinition {
  id: string;
  /** Plugins it cannot do without, earlier in the table of the house. */
  needs: readonly string[];
  contentTypes: Record<string, { schema: unknown }>;
  /** Technical types, hidden in the content manager and not in GraphQL. */
  constraints?: readonly Constraint[];
  actions?: readonly Action[];
  reads?: readonly Read[];
  /** Path from a type to its customer: `{ 'plugin::sales.order': 'customer', 'plugin::sales.order-line': 'order.customer' }`; '' when it is the customer. */
  owners?: Record<string, string>;
  /** By type. */
  movable?: Record<string, Movable>;
  grants?: readonly Grant[];
  conditions?: readonly Condition[];
  series?: readonly SeriesSeed[];
  templates?: readonly TemplateSeed[];
  /** Rows that its templates are tried with. */
  templateSources?: (tools: Tools) => readonly TemplateSource[];
  messages: Record<Language, Catalogue>;
  /** The lives of its types: rendered into the docs. */
  machines?: readonly Machine<string, string>[];
  services?: Record<string, (tools: { strapi: Core.Strapi }) => unknown>;
  jobs?: (tools: Tools) => readonly Job[];
  subscribers?: (tools: Tools) => readonly Subscriber[];
  documents?: (tools: Tools) => readonly DocumentKind[];
  proof?: (tools: Tools) => readonly ProofCheck[];
  /** What of it must be set up on a host site before it can do its work. */
  doctor?: (tools: Tools) => readonly DoctorCheck[];
  /** What of it somebody else has to grant, above a limit or always. */
  approvals?: readonly ApprovalKind[];
  /** Reports that it offers to whoever shows them. */
  reports?: readonly ReportDefinition[];
  /** Things of it whose events start workflows. */
  workflowSubjects?: (tools: Tools) => readonly WorkflowSubject[];
  /** What workflows can do with it. */
  workflowActions?: (tools: Tools) => readonly WorkflowAction[];
  /** What it adds to a simulation: what others would do meanwhile, and what is counted of it. */
  simulation?: (tools: Tools, question: SimulationQuestion) => SimulationPart;
  register?: (tools: Tools) => void;
  bootstrap?: (tools: Tools) => Promise<void> | void;
}
