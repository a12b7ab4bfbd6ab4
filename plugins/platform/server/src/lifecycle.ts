import type { Core } from '@strapi/types';
import { meetCopies } from './simulation/meet-copies';
import { tellWhoDecides } from './approvals/approval-conditions';
import { registerByActionOnly } from './guards/by-action-only';
import { isExamining } from './doctor/found-before';
import { tellErrorsInGraphql } from './doors/graphql-errors';
import { tellWordsInGraphql } from './doors/graphql-words';
import { surviveAfterCommit } from './guards/after-commit';
import { keepKnownTypes } from './guards/known-types';
import { guardContentManager } from './guards/content-manager-guard';
import { registerDocumentMiddleware } from './guards/document-middleware';
import { keepTables } from './guards/keep-tables';
import { registerSettingGuards } from './settings/register-setting-guards';
import { registerTemplateGuard } from './templates/template-guard';
import { coreOf } from './core/core-of';
import { keepTokenKeys } from './core/token-keys';

const nameOf = (entry: unknown): string =>
  typeof entry === 'string' ? entry : String((entry as { name?: string } | undefined)?.name);

interface Security {
  name: string;
  config?: { contentSecurityPolicy?: false | { directives?: Record<string, string[] | null> } };
}

/** Our pages show documents in a frame, from the memory of the page: nothing else may be framed. */
const withFrames = (entry: unknown): unknown => {
  if (nameOf(entry) !== 'strapi::security') return entry;
  const { config }: Security = typeof entry === 'string' ? { name: entry } : (entry as Security);
  const policy = config?.contentSecurityPolicy;
  if (policy === false) return entry;
  const directives = { 'frame-src': ["'self'", 'blob:'], ...policy?.directives };
  return { name: 'strapi::security', config: { ...config, contentSecurityPolicy: { ...policy, directives } } };
};

const insertBefore = (list: unknown[], before: string, item: string): unknown[] =>
  list.flatMap((entry) => (nameOf(entry) === before ? [item, entry] : [entry]));

const insertAfter = (list: unknown[], after: string, item: string): unknown[] => {
  const at = list.findIndex((entry) => nameOf(entry) === after);
  return [...list.slice(0, at + 1), item, ...list.slice(at + 1)];
};

/** What the platform hangs into Strapi before anything of the suite runs. */
export function hangIn(strapi: Core.Strapi): void {
  const core = coreOf(strapi);
  surviveAfterCommit(strapi);
  keepKnownTypes(strapi);
  keepTokenKeys(strapi);
  meetCopies(strapi, core.isPretending);
  core.rememberAbilities();

  // Strapi reads this list after register(): every site that installs the suite gets the guards without configuring.
  const middlewares = (strapi.config.get('middlewares') as unknown[]).map(withFrames);
  const guarded = insertAfter(middlewares, 'strapi::errors', 'plugin::platform.input-guard');
  const signed = insertBefore(guarded, 'strapi::body', 'plugin::platform.raw-body');
  const named = insertAfter(signed, 'strapi::body', 'plugin::platform.permission-names');
  strapi.config.set('middlewares', insertAfter(named, 'strapi::body', 'plugin::platform.body-guard'));

  strapi.hook('strapi::content-types.beforeSync').register(async () => {
    if (isExamining()) await core.foundBefore.note();
    else await core.constraints.beforeSync();
  });
  strapi
    .hook('strapi::content-types.afterSync')
    .register(async ({ oldContentTypes }: { oldContentTypes?: Record<string, unknown> }) => {
      if (!isExamining()) await core.constraints.afterSync(core.constraintList());
      await keepTables(
        strapi,
        core.registry
          .all()
          .flatMap(({ id, contentTypes }) => Object.keys(contentTypes).map((name) => `plugin::${id}.${name}`)),
      );
      await core.rights.noteReturning(oldContentTypes);
    });

  tellErrorsInGraphql(strapi, { violations: () => core.violations, messages: () => core.messages });
  registerDocumentMiddleware(strapi, core.registry, core.callers, core.customerOf);
  tellWordsInGraphql(strapi, core.messages.tell);
  guardContentManager(strapi, (uid) => core.registry.has(uid.replace(/^plugin::|\..*$/g, '')), core.messages.tell);
  registerTemplateGuard(strapi, core.platform, core.templates);
  tellWhoDecides(strapi, core.registry);
  registerByActionOnly(strapi);
  registerSettingGuards(strapi, core.platform, core.registry, core.clock);
}

/** When Strapi has brought up every plugin of the suite: its settings, rights and roles, then templates and jobs. */
export async function start(strapi: Core.Strapi): Promise<void> {
  const core = coreOf(strapi);
  // On a new site our plugins may stand before the one that makes the roles of members.
  await strapi.plugin('users-permissions')?.service('users-permissions').initialize();
  await core.rights.restore();
  for (const definition of core.registry.all()) {
    const setting = `plugin::${definition.id}.setting`;
    if (strapi.contentTypes[setting as never]) await core.settings.ensure(setting);
    await core.provision(definition);
    await definition.bootstrap?.({ strapi, platform: core.platform });
  }
  core.clock.readZoneWith(async () => {
    const { zone } = await core.platform.settings.read<{ zone: string }>('plugin::platform.setting');
    return zone;
  });
  await core.clock.refresh();
  await core.templates.seed(core.registry.collect((definition) => definition.templates));
  await core.rights.watch();
  await core.ledger.begin();
  await core.jobs.start();
}
