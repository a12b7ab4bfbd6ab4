import type { Core } from '@strapi/types';
import type { Action } from '../../../kit/src/actions';
import type { Constraint } from '../../../kit/src/constraints';
import type { Platform } from '../../../kit/src/platform';
import type { PluginDefinition, Tools } from '../../../kit/src/plugin';
import type { Ref } from '../../../kit/src/rows';
import { createApprovals } from '../approvals/create-approvals';
import { createPeople } from '../approvals/people';
import { openapi } from '../docs/openapi';
import { stateTables } from '../docs/state-tables';
import { createDoctor } from '../doctor/create-doctor';
import { createFoundBefore } from '../doctor/found-before';
import { createDocuments } from '../documents/create-documents';
import { createFoots } from '../documents/foots';
import { storefrontCaller, staffCaller, staffOfRequest } from '../doors/callers-of-requests';
import { createGraphqlTypes } from '../doors/graphql-types';
import { createPerform } from '../doors/perform';
import { createQuantities } from '../doors/quantities';
import { createRateLimit } from '../doors/rate-limit';
import { createRestDoor } from '../doors/rest';
import { createStaffReads } from '../doors/staff-reads';
import { createVisible } from '../doors/visible';
import { actorNames } from '../events/actor-names';
import { createLogReader } from '../events/read-log';
import { createTimeline } from '../events/timeline';
import { createEvents } from '../events/record';
import { createFiles } from '../files/create-files';
import { createConstraintBuilder } from '../guards/constraints';
import { rememberAbilities } from '../guards/remembered-abilities';
import { createViolations } from '../guards/violations';
import { createJobs } from '../jobs/create-jobs';
import { createLedger } from '../ledger/create-ledger';
import { createMail } from '../mail/create-mail';
import { createPorts } from '../ports/create-ports';
import { createMoves } from '../moves/create-moves';
import { createMovedAway } from '../moves/moved-away';
import { type Reference, referencesTo } from '../moves/references';
import { createProof } from '../proof/run-proof';
import { readSheet } from '../sheets/read-sheet';
import { writeSheet } from '../sheets/write-sheet';
import { createSimulations } from '../simulation/create-simulations';
import { createRows } from '../stores/rows';
import { describeTable } from '../stores/columns';
import { createTemplates } from '../templates/create-templates';
import { createTemplateSources } from '../templates/sources';
import { createWorkflows } from '../workflows/create-workflows';
import { createCallers } from './callers';
import { createClock, wallClock } from './clock';
import { createRightsKeeper } from './keep-rights';
import { createMessages } from './messages';
import { createNamedLocks } from './named-locks';
import { createNumbers } from './numbers';
import { createProvision } from './provision';
import { createRegistry } from './registry';
import { createSettings } from './settings';
import { createTransactions } from './transaction';

/** Until a plugin bills, nothing is owed in any other. */
const HOME_CURRENCY = 'THB';

type CustomerOf = (userId: number) => Promise<Ref | undefined>;

/** Puts the platform together, once per Strapi. Everything is made when first asked for: plugins register in any order. */
export function createCore(strapi: Core.Strapi) {
  const registry = createRegistry();
  const messages = createMessages();
  const transactions = createTransactions(strapi);
  const rows = createRows(strapi, transactions, wallClock, createMovedAway(registry, transactions));
  const clock = createClock(strapi);
  const callers = createCallers(
    () => 'th',
    () => staffOfRequest(strapi),
  );
  const settings = createSettings(strapi, rows, transactions);
  let customerOf: CustomerOf = async () => undefined;
  let currencyOf: () => Promise<string> = async () => HOME_CURRENCY;

  const once = <T>(
    make: (definition: PluginDefinition, tools: Tools) => readonly T[] | undefined,
  ): (() => readonly T[]) => {
    let made: readonly T[] | undefined;
    return () => {
      made ??= registry.collect((definition) => make(definition, { strapi, platform }));
      return made;
    };
  };
  const subscribers = once((definition, tools) => definition.subscribers?.(tools));
  const jobList = once((definition, tools) => definition.jobs?.(tools));
  const sources = once((definition, made) => definition.templateSources?.(made));
  const documentKinds = once((definition, tools) => definition.documents?.(tools));
  // As the plugins build upon each other: what is wrong below is mended first.
  const doctorChecks = () => registry.all().flatMap((definition) => definition.doctor?.({ strapi, platform }) ?? []);
  const declaredSubjects = once((definition, tools) => definition.workflowSubjects?.(tools));
  const declaredActions = once((definition, tools) => definition.workflowActions?.(tools));
  const proofChecks = once((definition, tools) => definition.proof?.(tools));
  const declared = (): Constraint[] => registry.collect((definition) => definition.constraints);
  // First asked when the tables are synced: every plugin has registered by then.
  let referring: { type: string; of: Reference[] }[] | undefined;
  const references = () => {
    referring ??= Object.keys(registry.movable()).map((type) => ({ type, of: referencesTo(strapi, registry, type) }));
    return referring;
  };
  const constraints = (): Constraint[] => [
    ...declared(),
    ...references().flatMap(({ of }) =>
      of
        .filter(({ type, isRelation }) => isRelation && type.startsWith('plugin::'))
        .map(({ type, attribute }): Constraint => ({ kind: 'current', type, relation: attribute })),
    ),
  ];

  const quantities = createQuantities(strapi);
  const ports = createPorts(strapi);
  const jobs = createJobs({ strapi, rows, transactions, clock, callers, jobs: jobList });
  const events = createEvents({
    rows,
    callers,
    now: clock.now,
    subscribers,
    afterCommit: transactions.afterCommit,
    poke: jobs.poke,
  });
  const ledger = createLedger({ strapi, rows, transaction: transactions.transaction });
  const log = createLogReader({ strapi, rows, clock, registry });
  const numbers = createNumbers(rows, () => registry.collect((definition) => definition.series));

  const people = createPeople(strapi);

  const platform: Platform = {
    transaction: transactions.transaction,
    sideBySide: transactions.sideBySide,
    afterCommit: transactions.afterCommit,
    hold: createNamedLocks(rows, transactions.isPretending),
    rows,
    clock,
    caller: callers.caller,
    as: callers.as,
    visible: createVisible(strapi, registry),
    events: {
      ...events,
      find: log.find,
      timeline: createTimeline({ strapi, log, messages }),
      actorNames: (keys) => actorNames(strapi, keys),
    },
    numbers,
    settings,
    currency: {
      own: () => currencyOf(),
      resolveWith(read) {
        currencyOf = read;
      },
    },
    get mail() {
      return mail;
    },
    get gateway() {
      if (transactions.isPretending()) throw new Error('A simulation asks no gateway');
      return ports.gateway;
    },
    get documents() {
      return documents;
    },
    clauses: {
      version: async (template) => (await templates.currentVersions([template])).get(template) ?? 1,
      render: (template, asked) => templates.clauses(template, asked),
    },
    get files() {
      return files;
    },
    get proof() {
      return proof;
    },
    get moves() {
      return moves;
    },
    get approvals() {
      return approvals;
    },
    sheets: { read: readSheet, write: writeSheet },
    reports: {
      offered: () =>
        registry.all().flatMap(({ id, reports = [] }) => reports.map((report) => ({ ...report, plugin: id }))),
    },
    jobs,
    messages,
    members: {
      resolveWith(resolver) {
        customerOf = resolver;
      },
    },
  };
  const tools: Tools = { strapi, platform };
  const templates = createTemplates(tools, () => registry.collect((definition) => definition.templates));
  const foots = createFoots({ rows, templates, kinds: documentKinds });
  const documents = createDocuments({ kinds: documentKinds, foots, tell: messages.tell });
  const templateSources = createTemplateSources(tools, () => [...sources(), ...foots.sources()]);
  const files = createFiles({ ...tools, ports, registry });
  const mail = createMail({ ...tools, ports, templates, files });
  const approvals = createApprovals({ ...tools, registry, people });
  const workflows = createWorkflows({
    ...tools,
    ...{ registry, people, templates, mail, ports, declaredSubjects, declaredActions },
  });
  const moves = createMoves({ ...tools, registry, constraints: declared });
  const proof = createProof(proofChecks, transactions.snapshot);
  const simulations = createSimulations({
    ...{ strapi, platform, rows, clock, callers, registry, transactions, messages, log },
    jobs: jobList,
  });

  const violations = createViolations({
    constraints,
    tableOf: (type) => describeTable(strapi, type).name,
    columnsOf: (type, attributes) =>
      attributes.map((attribute) => describeTable(strapi, type).columns.get(attribute)?.name ?? attribute),
  });
  const perform = createPerform(strapi, platform, rows);
  const needs = {
    callers,
    messages,
    violations,
    perform,
    refresh: clock.refresh,
    callerOf: (ctx: never) => storefrontCaller(ctx, 'th', customerOf),
    types: createGraphqlTypes(),
    // One for all doors: who asks too often at one of them does not get around it by the other.
    limit: createRateLimit(),
  };
  const door = createRestDoor(needs);

  return {
    platform,
    registry,
    people,
    messages,
    clock,
    callers,
    jobs,
    simulations,
    isPretending: transactions.isPretending,
    events,
    ledger,
    doctor: createDoctor({ strapi, checks: doctorChecks, say: messages.say }),
    foundBefore: createFoundBefore(strapi, transactions.knex),
    log,
    ports,
    templates,
    templateSources,
    foots,
    mail,
    workflows,
    files,
    documents,
    settings,
    violations,
    subscribers,
    customerOf: (userId: number) => customerOf(userId),
    /** What the declarations say of themselves: for docs/. */
    docs: {
      openapi: () => openapi(strapi, registry.all()),
      /** By plugin id, in Markdown. */
      stateTables: () => Object.fromEntries(registry.all().map(({ id, machines = [] }) => [id, stateTables(machines)])),
    },
    perform,
    graphqlNeeds: () => needs,
    constraints: createConstraintBuilder(
      strapi,
      () => registry.all().map(({ id }) => id),
      (type, attribute) =>
        references().find(({ of }) => of.some((one) => one.type === type && one.attribute === attribute))?.type,
    ),
    rights: createRightsKeeper(strapi, registry),
    rememberAbilities: () => rememberAbilities(strapi, transactions.knex),
    constraintList: constraints,
    provision: createProvision(strapi, messages, () => 'th'),
    quantities,
    staffReads: createStaffReads(strapi, quantities, registry.problemsOf, messages),
    storefrontDoor: (ctx: never, plugin: string, action: Action) =>
      door(ctx, plugin, action, () => storefrontCaller(ctx, 'th', customerOf), action.storefront?.limitPerMinute),
    staffDoor: (ctx: never, plugin: string, action: Action) =>
      door(ctx, plugin, action, async () => staffCaller(ctx, 'th')),
  };
}

export type PlatformCore = ReturnType<typeof createCore>;
