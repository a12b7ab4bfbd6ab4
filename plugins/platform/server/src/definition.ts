import { importConstraintsOf, importJob, tidyImports } from '../../kit/src/imports';
import { type PluginDefinition, ROLES } from '../../kit/src/plugin';
import { actions } from './actions';
import { APPROVALS_TO_SEE, approvalConditions } from './approvals/approval-conditions';
import { approvalConstraints } from './approvals/approval-constraints';
import { approvalLife } from './approvals/approval-life';
import { approvalTemplates } from './approvals/approval-templates';
import { constraints } from './constraints';
import { contentTypes } from './content-types';
import { createTidyKeys } from './doors/tidy-keys';
import { createDeliverEvents } from './events/deliver-events';
import { platformChecks } from './doctor/checks';
import { createTidyFiles } from './files/tidy-files';
import { createTidyRuns } from './jobs/tidy-runs';
import { createChainEvents } from './ledger/chain-events';
import { mailConstraints } from './mail/constraints';
import { en } from './messages/en';
import { parts } from './messages/parts';
import { th } from './messages/th';
import { seedsOf, SERIES_IMPORT, SERIES_IMPORT_ROW, seriesFile, seriesLife } from './number-series/series-file';
import { numberChecks } from './proof/number-checks';
import { createProveBooks } from './proof/prove-books';
import { core, ports, runtime } from './services/runtime';
import { runLife, workflowLife } from './workflows/domain/life';
import { workflowConstraints } from './workflows/workflow-constraints';
import { coreOf } from './core/core-of';

const seriesImportConstraints = importConstraintsOf('platform_series', {
  ...{ type: SERIES_IMPORT, rowType: SERIES_IMPORT_ROW, keyColumn: 'series' },
});

/** What the platform itself declares, in the same words as every other plugin. */
export const definition: PluginDefinition = {
  id: 'platform',
  needs: [],
  contentTypes,
  constraints: [
    ...constraints,
    ...mailConstraints,
    ...approvalConstraints,
    ...seriesImportConstraints,
    ...workflowConstraints,
  ],
  actions,
  reads: [
    { type: 'plugin::platform.branch', path: '/branches', staff: true },
    { type: 'plugin::platform.delivery', path: '/deliveries', staff: true, problems: ['lastError'] },
    { type: 'plugin::platform.approval', path: '/approvals', staff: true },
    { type: SERIES_IMPORT, path: '/series-imports', staff: true },
    { type: SERIES_IMPORT_ROW, path: '/series-import-rows', staff: true, problems: ['reason'] },
  ],
  conditions: approvalConditions,
  machines: [approvalLife, seriesLife, workflowLife, runLife],
  templates: approvalTemplates,
  messages: { en: { ...en, ...parts.en }, th: { ...th, ...parts.th } },
  services: { core, ports, runtime },
  jobs: ({ strapi, platform }) => {
    const { rows, clock } = platform;
    const lastNumbers = seriesFile(() => seedsOf(strapi));
    const { callers, ledger, mail, ports: outside, subscribers, workflows } = coreOf(strapi);
    return [
      createDeliverEvents({ strapi, rows, clock, callers, subscribers }),
      createChainEvents(ledger),
      ...workflows.jobs(),
      createTidyRuns({ rows, clock }),
      createTidyKeys({ rows, clock }),
      createProveBooks({ strapi, platform }),
      createTidyFiles({ rows, clock, storage: outside.storage }),
      importJob('platform.import-last-numbers', platform, lastNumbers),
      tidyImports('platform.tidy-imports', platform, [lastNumbers]),
      ...mail.jobs(),
    ];
  },
  proof: numberChecks,
  doctor: (tools) => platformChecks(tools, coreOf(tools.strapi)),
  grants: [
    // Each of them sees what they asked and what they decide; a plugin says who decides which kind.
    {
      roles: ['sales-lead', 'sales', 'billing', 'storekeeper', 'service-manager', 'support-lead'],
      actions: ['approval.read', 'approval.withdraw'],
      types: [{ uid: 'plugin::platform.approval', can: ['read'], conditions: [APPROVALS_TO_SEE] }],
    },
    {
      roles: ['owner', 'accountant'],
      actions: ['approval.read', 'approval-limit.read'],
      types: [{ uid: 'plugin::platform.approval', can: ['read'] }],
    },
    { roles: ['owner', 'sales-lead', 'billing', 'service-manager'], actions: ['approval.decide'] },
    { roles: ['owner'], actions: ['approval.withdraw', 'approval-limit.change', 'holiday.change'] },
    { roles: ROLES, actions: ['today.read', 'timeline.read', 'holiday.read'] },
    {
      roles: ['owner', 'accountant'],
      actions: ['proof.read', 'ledger.verify', 'number-series.read', 'simulation.run'],
      types: [
        { uid: 'plugin::platform.setting', can: ['read'] },
        { uid: 'plugin::platform.branch', can: ['read'] },
      ],
    },
    // Whoever drafts an invoice names the branch that sells.
    { roles: ['billing', 'service-manager'], types: [{ uid: 'plugin::platform.branch', can: ['read'] }] },
    {
      roles: ['owner'],
      actions: [
        'job.read',
        'job.run',
        'doctor.read',
        'event.read',
        'event.retry',
        'workflow.read',
        'workflow.set',
        'workflow.retry',
        'clock.read',
        'clock.turn',
        'number-series.change',
      ],
      types: [
        { uid: SERIES_IMPORT, can: ['read'] },
        { uid: SERIES_IMPORT_ROW, can: ['read'] },
        { uid: 'plugin::platform.setting', can: ['update'] },
        { uid: 'plugin::platform.branch', can: ['create', 'update'] },
      ],
    },
    {
      roles: [
        'owner',
        'sales-lead',
        'sales',
        'billing',
        'accountant',
        'storekeeper',
        'service-manager',
        'support-lead',
      ],
      actions: ['file.read'],
    },
    { roles: ['owner', 'sales-lead', 'sales', 'billing', 'storekeeper', 'service-manager'], actions: ['file.upload'] },
    {
      roles: ['owner', 'marketing'],
      actions: ['template.read', 'template.preview', 'template.edit', 'template.test'],
      types: [{ uid: 'plugin::platform.template', can: ['read', 'update'] }],
    },
    {
      roles: ['owner', 'billing'],
      actions: ['delivery.read', 'delivery.retry', 'template.read'],
      types: [
        { uid: 'plugin::platform.delivery', can: ['read'] },
        { uid: 'plugin::platform.template', can: ['read'] },
      ],
    },
  ],
};
