import type { Core } from '@strapi/types';
import { badInput, conflict, notFound } from '../../../kernel/src';
import type { Platform } from '../../../kit/src/platform';
import { jsonOf } from '../stores/codec';
import type { Templates } from './create-templates';
import { createTemplateStore, TEMPLATE, TEXTS, type Texts } from './template-store';
import { nextVersion, templateChanged } from './versions';

interface Context {
  uid: string;
  action: string;
  params: { documentId?: string; data?: Record<string, unknown> };
}

const REFUSED = new Set(['delete', 'clone']);

/** Keeps versions true however staff save a template: a change of a text is a new version, and the old one stays. */
export function registerTemplateGuard(strapi: Core.Strapi, platform: Platform, templates: Templates): void {
  const store = () => createTemplateStore(platform.rows);
  const who = () => ({ by: platform.caller().key, at: platform.clock.now() });

  async function checkSyntax(data: Record<string, unknown>): Promise<void> {
    for (const field of TEXTS) {
      const text = data[field];
      if (typeof text !== 'string') continue;
      const problem = await templates.engine.problem(text);
      if (problem) throw badInput(problem.code, { field, params: problem.params });
    }
  }

  /** A form sends it as text. */
  function checkSample({ sample }: Record<string, unknown>): void {
    const meant = typeof sample === 'string' ? jsonOf(sample) : (sample ?? {});
    if (typeof meant !== 'object' || meant === null || Array.isArray(meant))
      throw badInput('template.sample_not_an_object', { field: 'sample' });
  }

  async function update(context: Context, next: () => Promise<unknown>): Promise<unknown> {
    const data = context.params.data ?? {};
    const past = await store().byDocumentId(context.params.documentId ?? '', 'wait');
    if (!past) throw notFound('template.unknown', { params: { code: context.params.documentId ?? '' } });
    if (data.code !== undefined && data.code !== past.code) throw conflict('template.code_fixed', { field: 'code' });
    const change = { texts: data as Partial<Texts>, restoredFrom: null, ...who() };
    const { version, origin, changedAt, changedBy, restoredFrom } = nextVersion(past, change) ?? past;
    context.params.data = { ...data, current: true, version, origin, changedAt, changedBy, restoredFrom };
    const saved = await next();
    if (version !== past.version) {
      await store().archive([past]);
      const after = await store().byDocumentId(past.documentId);
      if (after) await platform.events.record([templateChanged(past, after)]);
    }
    return saved;
  }

  strapi.documents.use((async (context: Context, next: () => Promise<unknown>) => {
    if (context.uid !== TEMPLATE) return next();
    if (REFUSED.has(context.action)) throw conflict('template.kept');
    if (context.action !== 'create' && context.action !== 'update') return next();
    await checkSyntax(context.params.data ?? {});
    checkSample(context.params.data ?? {});
    if (context.action === 'update') return platform.transaction(() => update(context, next));
    const { at: changedAt, by: changedBy } = who();
    context.params.data = { ...context.params.data, version: 1, current: true, origin: 'staff', changedAt, changedBy };
    return next();
  }) as never);
}
