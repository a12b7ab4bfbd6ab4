import type { Core } from '@strapi/types';
import { type Language, pickLanguage } from '../../../kernel/src';
import type { Caller } from '../../../kit/src/caller';
import { documentIds } from '../core/random-ids';

interface Context {
  get(header: string): string;
  state: {
    user?: { id: number; username?: string; firstname?: string; lastname?: string; email?: string };
    userAbility?: { can(action: string): boolean };
    auth?: { strategy?: { name?: string }; ability?: { can(action: string): boolean } };
    sanyaCustomer?: { id: number; documentId: string } | null;
    sanyaStaff?: Caller;
  };
}

type CustomerOf = (userId: number) => Promise<{ id: number; documentId: string } | undefined>;

/** In which language a request wants to be answered. */
export const languageOf = (ctx: Pick<Context, 'get'>, fallback: Language): Language =>
  pickLanguage(ctx.get('Accept-Language') || undefined, fallback);

/** Who stands at a storefront door: a member with a customer, or a visitor. Tokens of the content API act as visitors. */
export async function storefrontCaller(ctx: Context, fallback: Language, customerOf: CustomerOf): Promise<Caller> {
  const language = languageOf(ctx, fallback);
  const requestId = documentIds(1)[0] ?? '';
  const user = ctx.state.auth?.strategy?.name === 'users-permissions' ? ctx.state.user : undefined;
  if (!user) return { kind: 'visitor', key: 'visitor', name: 'visitor', language, requestId, can: () => false };
  const customer = await customerOf(user.id);
  ctx.state.sanyaCustomer = customer ?? null;
  return {
    kind: 'member',
    key: `member:${user.id}`,
    userId: user.id,
    name: user.username ?? user.email ?? `member ${user.id}`,
    language,
    requestId,
    customer,
    can: () => false,
  };
}

/** A member of staff, by session or admin token, with the rights of the roles. */
export function staffCaller(ctx: Context, fallback: Language): Caller {
  const { user } = ctx.state;
  const ability = ctx.state.userAbility ?? ctx.state.auth?.ability;
  const name = [user?.firstname, user?.lastname].filter(Boolean).join(' ') || user?.email || 'staff';
  return {
    kind: 'staff',
    key: `staff:${user?.id ?? 0}`,
    userId: user?.id,
    name,
    language: languageOf(ctx, fallback),
    requestId: documentIds(1)[0] ?? '',
    can: (permission) => ability?.can(permission) ?? false,
    ability,
  };
}

/** The member of staff whose request is under way at a door that is not ours, such as the content manager's. */
export function staffOfRequest(strapi: Core.Strapi): Caller | undefined {
  const ctx = strapi.requestContext.get() as unknown as Context | undefined;
  if (!ctx?.state.user || !ctx.state.auth?.strategy?.name?.startsWith('admin')) return undefined;
  // One request is one caller: its events are found together.
  ctx.state.sanyaStaff ??= staffCaller(ctx, 'th');
  return ctx.state.sanyaStaff;
}
