import { parseInput, type Tools } from '@sanya/strapi-plugin-platform/kit';
import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import { CONTACT, CUSTOMER } from '../content-types/types';
import { blockersOf } from '../services/customers';
import { createContacts } from '../use-cases/create-contacts';
import { createCustomers } from '../use-cases/create-customers';
import { prepareContactDeletion } from '../use-cases/delete-contacts';
import { prepareDeletion } from '../use-cases/delete-customers';
import { updateContacts } from '../use-cases/update-contacts';
import { updateCustomers } from '../use-cases/update-customers';
import { contactDocument, customerDocument } from './shapes';

type Data = Record<string, unknown>;

interface Context {
  uid: string;
  action: string;
  params: { documentId?: string; data?: Data };
}

type Next = () => Promise<unknown>;

/** What only its own use case changes; the content manager sends every field, so an unchanged one may stand there. */
const FIXED: Record<string, readonly string[]> = {
  [CUSTOMER]: ['code', 'state', 'mergedInto'],
  [CONTACT]: ['customer', 'user', 'isMember'],
};
const HIDDEN: Record<string, readonly string[]> = { [CUSTOMER]: ['nameKey'], [CONTACT]: [] };

function refuseFixed(uid: string, data: Data, row: Data): void {
  for (const field of FIXED[uid] ?? []) {
    const said = data[field];
    if (said !== undefined && said !== null && String(said) !== String(row[field])) {
      throw conflict('row.field_fixed', { field, params: { field } });
    }
  }
}

const withoutOurs = (uid: string, data: Data): Data =>
  Object.fromEntries(
    Object.entries(data).filter(([key]) => ![...(FIXED[uid] ?? []), ...(HIDDEN[uid] ?? [])].includes(key)),
  );

/**
 * Customers and contacts that are written through the Document Service (content manager, code of the host) keep the
 * rules of the use cases: what is written is what the use case wrote, Strapi's own write follows in the same
 * transaction and carries only what is not ours (createdBy …).
 */
export function guardDocuments({ strapi, platform }: Tools): void {
  const tools = { platform };

  async function rowOf(uid: string, documentId: string | undefined): Promise<(Data & { id: number }) | undefined> {
    const [row] = await platform.rows.byDocumentIds<Data>(uid, documentId === undefined ? [] : [documentId]);
    return row;
  }

  async function update(context: Context, next: Next): Promise<unknown> {
    const { uid, params } = context;
    return platform.transaction(async () => {
      const row = await rowOf(uid, params.documentId);
      if (!row) return next();
      const data = params.data ?? {};
      refuseFixed(uid, data, row);
      const [written] =
        uid === CUSTOMER
          ? await updateCustomers(tools, [{ id: row.id, change: parseInput(customerDocument.partial(), data) }])
          : await updateContacts(tools, [{ id: row.id, change: parseInput(contactDocument.partial(), data) }]);
      context.params = { ...params, data: settled(uid, data, written as unknown as Data) };
      return next();
    });
  }

  async function remove(context: Context, next: Next): Promise<unknown> {
    const { uid, params } = context;
    return platform.transaction(async () => {
      const row = await rowOf(uid, params.documentId);
      if (row && uid === CUSTOMER) await prepareDeletion(tools, [row.id], blockersOf(strapi));
      else if (row) await prepareContactDeletion(tools, [row.id]);
      return next();
    });
  }

  async function create({ uid, params }: Context): Promise<unknown> {
    const data = params.data ?? {};
    const [made] =
      uid === CUSTOMER
        ? await createCustomers(tools, [parseInput(customerDocument, data)])
        : await createContacts(tools, [
            {
              ...parseInput(contactDocument, data),
              customer: Number(data.customer ?? 0),
              user: data.user ? Number(data.user) : null,
            },
          ]);
    return strapi
      .documents(uid as never)
      .findOne({ ...params, data: undefined, documentId: made?.documentId ?? '' } as never);
  }

  strapi.documents.use((async (context: Context, next: Next) => {
    if (context.uid !== CUSTOMER && context.uid !== CONTACT) return next();
    switch (context.action) {
      case 'create':
        return create(context);
      case 'clone':
        throw conflict('row.not_copied');
      case 'update':
        return update(context, next);
      case 'delete':
        return remove(context, next);
      default:
        return next();
    }
  }) as never);
}

/** The data as the use case settled it: what it brought to one form is written once more in that form. */
const settled = (uid: string, data: Data, row: Data): Data =>
  Object.fromEntries(
    Object.entries(withoutOurs(uid, data)).map(([key, value]) => {
      const kept = row[key];
      return [key, kept === undefined ? value : typeof kept === 'bigint' ? kept.toString() : kept];
    }),
  );
