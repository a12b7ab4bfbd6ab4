import type { Caller, RunningSite } from './running-site';

export const PASSWORD = 'Secret-pass1';

const must = <T>(status: number, answer: { status: number; body: T }): T => {
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** The first administrator, who makes the site theirs. */
export async function firstAdministrator(site: RunningSite): Promise<Caller> {
  const person = { email: 'admin@example.com', password: PASSWORD, firstname: 'First', lastname: 'Administrator' };
  return site.as(must(200, await site.post('/admin/register-admin', person)).data.token);
}

export const staffLogin = async (site: RunningSite, email: string): Promise<Caller> =>
  site.as(must(200, await site.post('/admin/login', { email, password: PASSWORD })).data.token);

export const administrator = (site: RunningSite): Promise<Caller> => staffLogin(site, 'admin@example.com');

interface Role {
  id: number;
  code: string;
}
export const rolesOf = async (admin: Caller): Promise<Role[]> => must(200, await admin.get('/admin/roles')).data;

async function roleId(admin: Caller, code: string): Promise<number> {
  const role = (await rolesOf(admin)).find((one) => one.code === code);
  if (!role) throw new Error(`no role ${code}`);
  return role.id;
}

/** A member of staff, invited by the administrator. */
export async function invite(site: RunningSite, admin: Caller, role: string): Promise<Caller> {
  const person = { email: `${role}@example.com`, firstname: 'Staff', lastname: role };
  const roles = [await roleId(admin, role)];
  const { registrationToken } = must(201, await admin.post('/admin/users', { ...person, roles })).data;
  const userInfo = { firstname: person.firstname, lastname: person.lastname, password: PASSWORD };
  return site.as(must(200, await site.post('/admin/register', { registrationToken, userInfo })).data.token);
}

export async function register(site: RunningSite, email: string, more: object = {}): Promise<Caller> {
  const answer = await site.post('/api/auth/local/register', { username: email, email, password: PASSWORD, ...more });
  return site.as(must(200, answer).jwt);
}

export const memberLogin = async (site: RunningSite, identifier: string): Promise<Caller> =>
  site.as(must(200, await site.post('/api/auth/local', { identifier, password: PASSWORD })).jwt);

/** Rights of staff at their role, as the administrator's page shows them. */
export const staffRights = async (admin: Caller, role: string): Promise<string[]> =>
  must(200, await admin.get(`/admin/roles/${await roleId(admin, role)}/permissions`))
    .data.map((one: { action: string; subject: string | null }) => `${one.action} ${one.subject ?? ''}`)
    .sort();

interface Permission {
  action: string;
  subject: string | null;
  properties: object;
  conditions: string[];
}
/** Saves the page of a role's rights after changing them. */
export async function changeStaffRights(
  admin: Caller,
  role: string,
  change: (rights: Permission[]) => Permission[],
): Promise<void> {
  const door = `/admin/roles/${await roleId(admin, role)}/permissions`;
  const rights = must(200, await admin.get(door)).data as Permission[];
  const permissions = change(
    rights.map(({ action, subject, properties, conditions }) => ({ action, subject, properties, conditions })),
  );
  must(200, await admin.put(door, { permissions }));
}

type Rights = Record<string, { controllers: Record<string, Record<string, { enabled: boolean }>> }>;
interface MemberRole {
  name: string;
  description: string;
  permissions: Rights;
}
const memberRole = async (admin: Caller, type: string): Promise<[door: string, role: MemberRole]> => {
  const { roles } = must(200, await admin.get('/users-permissions/roles'));
  const { id } = roles.find((one: { type: string }) => one.type === type);
  const door = `/users-permissions/roles/${id}`;
  return [door, must(200, await admin.get(door)).role];
};

/** What visitors (`public`) or members (`authenticated`) may at the doors of the suite. */
export async function memberRights(admin: Caller, type: string): Promise<string[]> {
  const [, { permissions }] = await memberRole(admin, type);
  return Object.entries(permissions)
    .flatMap(([plugin, { controllers }]) =>
      Object.entries(controllers).flatMap(([controller, actions]) =>
        Object.entries(actions)
          .filter(([, { enabled }]) => enabled)
          .map(([action]) => `${plugin}.${controller}.${action}`),
      ),
    )
    .sort();
}

export async function takeMemberRight(admin: Caller, type: string, right: string): Promise<void> {
  const [door, role] = await memberRole(admin, type);
  const [plugin = '', controller = '', action = ''] = right.split('.');
  const found = role.permissions[plugin]?.controllers[controller]?.[action];
  if (!found) throw new Error(`no right ${right}`);
  found.enabled = false;
  must(200, await admin.put(door, role));
}
