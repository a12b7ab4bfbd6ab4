import { errors } from '@strapi/utils';
import { parseInput, type Tools } from '@sanya/strapi-plugin-platform/kit';
import { badInput, isEmail, type Language, lowerEmail, pickLanguage } from '@sanya/strapi-plugin-platform/kernel';
import { userStore } from '../stores/users';
import { registerMembers } from '../use-cases/register-members';
import { registration } from './shapes';

interface RegisterContext {
  request: { body: unknown };
  body: unknown;
  get(header: string): string;
}

type Register = (ctx: RegisterContext) => Promise<unknown>;

const LOGIN_KEYS = ['username', 'email', 'password'] as const;
const OUR_KEYS = [
  'kind',
  'name',
  'contactName',
  'phone',
  'taxId',
  'branch',
  'address',
  'language',
  'referral',
] as const;
/** bcrypt reads no further. */
const MOST_PASSWORD_BYTES = 72;

/** The body in our shape, and what is left of it for users-permissions, which refuses keys that are not its own. */
function read({ strapi }: Tools, body: unknown) {
  const input = parseInput(registration, body);
  const email = lowerEmail(input.email);
  if (!isEmail(email)) throw badInput('email.invalid', { field: 'email' });
  if (Buffer.byteLength(input.password) > MOST_PASSWORD_BYTES) {
    throw badInput('password.too_long', { field: 'password', params: { most: MOST_PASSWORD_BYTES } });
  }
  const { allowedFields = [] } = strapi.config.get<{ allowedFields?: string[] }>(
    'plugin::users-permissions.register',
    {},
  );
  const own = new Set<string>(OUR_KEYS);
  const allowed = new Set<string>([...LOGIN_KEYS, ...OUR_KEYS, ...allowedFields]);
  const unknown = Object.keys(input).filter((key) => !allowed.has(key));
  if (unknown.length > 0)
    throw badInput('input.unknown_field', { params: { fields: unknown.join(', ').slice(0, 200) } });
  const rest = Object.fromEntries(Object.entries(input).filter(([key]) => !own.has(key)));
  return { input, login: { ...rest, username: input.username, email, password: input.password } };
}

/** Core asks the same, but answers without a code. */
async function refuseTaken({ platform }: Tools, email: string, username: string): Promise<void> {
  const clashing = await userStore(platform).clashing(email, username);
  if (clashing.length === 0) return;
  const byEmail = clashing.some((user) => lowerEmail(user.email) === email || user.username === email);
  throw byEmail
    ? badInput('member.email_taken', { field: 'email' })
    : badInput('member.username_taken', { field: 'username' });
}

/** What core refuses in words of its own gets a code. */
const ours = (error: unknown): unknown =>
  error instanceof errors.ApplicationError ? badInput('member.refused', { params: { reason: error.message } }) : error;

/**
 * Puts the customer and the contact beside the log-in that users-permissions makes: all or none, in one transaction.
 * The answer stays core's own. GraphQL's `register` calls the same controller.
 */
export function extendRegistration(tools: Tools): void {
  const { strapi, platform } = tools;

  const register = async (core: Register, ctx: RegisterContext): Promise<void> => {
    const body = ctx.request.body;
    const { input, login } = read(tools, body);
    const { name, contactName, kind, phone, taxId, branch, address, language, referral } = input;
    const draft = {
      name: name ?? undefined,
      contactName: contactName ?? undefined,
      kind: kind ?? undefined,
      language: language ?? platform.caller().language,
      referral: referral ?? undefined,
      ...{ phone, taxId, branch, address },
    };
    try {
      await platform.transaction(async () => {
        await userStore(platform).queueUp([login.email, login.username]);
        await refuseTaken(tools, login.email, login.username);
        ctx.request.body = login;
        await core(ctx);
        const { user } = ctx.body as { user: { id: number } };
        const users = await userStore(platform).byIds([user.id]);
        await registerMembers(
          tools,
          users.map((row) => ({ login: row, draft })),
        );
      });
    } catch (error) {
      throw ours(error);
    } finally {
      ctx.request.body = body;
    }
  };

  const controllers = strapi.get('controllers') as unknown as {
    extend(uid: string, extension: (core: { register: Register }) => object): void;
  };
  controllers.extend('plugin::users-permissions.auth', (core) => ({
    ...core,
    register: async (ctx: RegisterContext) => {
      const { language } = await platform.settings.read<{ language: Language }>('plugin::platform.setting');
      const wanted = pickLanguage(ctx.get('Accept-Language') || undefined, language);
      await platform.as({ kind: 'visitor', key: 'visitor', language: wanted, can: () => false }, () =>
        register(core.register, ctx),
      );
    },
  }));
}

/** Core mails the confirmation from within its controller: inside our transaction that waits for the commit. */
export function mailConfirmationsAfterCommit({ strapi, platform }: Tools): void {
  const users = strapi.plugin('users-permissions').service('user') as {
    sendConfirmationEmail(user: unknown): Promise<void>;
  };
  const send = users.sendConfirmationEmail.bind(users);
  users.sendConfirmationEmail = async (user) => {
    if (strapi.db.inTransaction()) platform.afterCommit(() => send(user));
    else await send(user);
  };
}
