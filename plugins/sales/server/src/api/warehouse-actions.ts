import { z } from 'zod';
import { defineAction, type Platform, rowId } from '@sanya/strapi-plugin-platform/kit';
import { BRANCH, WAREHOUSE } from '../content-types/types';
import { WAREHOUSE_STATES } from '../domain/warehouse';
import { warehousesStore } from '../stores/warehouses';
import { changeWarehouse, createWarehouse, moveWarehouse } from '../use-cases/warehouses/keep-warehouses';
import { documentId, nothing } from './shapes';

const text = (most: number) => z.string().trim().max(most);

const said = {
  code: text(20).min(1),
  name: text(100).min(1),
  address: text(500)
    .transform((typed) => typed || null)
    .nullish(),
  /** Document id. */
  branch: documentId.nullish(),
  /** Chosen where nobody chooses. */
  isDefault: z.boolean().optional(),
};

/** A warehouse as actions answer it. */
const warehouse = z
  .strictObject({
    id: z.int(),
    documentId: z.string(),
    code: z.string(),
    name: z.string(),
    address: z.string().nullable(),
    state: z.enum(WAREHOUSE_STATES),
    isDefault: z.boolean(),
  })
  .meta({ id: 'Warehouse' });

async function view({ rows }: Platform, id: number) {
  const found = (await warehousesStore(rows).all()).find((one) => one.id === id);
  if (!found) return undefined;
  const { branch: _, documentId: document, code, name, address, state, isDefault } = found;
  return { id, documentId: document, code, name, address, state, isDefault };
}

/** The branch that is named, by its row id; what is not named is not said. */
const branchOf = async (platform: Platform, branch: string | null | undefined) =>
  branch === undefined
    ? {}
    : { branch: branch ? await rowId(platform, BRANCH, branch, 'warehouse.branch_unknown', 'branch') : null };

export const warehouseActions = [
  defineAction({
    name: 'createWarehouse',
    summary: 'Add a warehouse',
    staff: { method: 'POST', path: '/warehouses', permission: 'warehouse.edit' },
    input: z.strictObject(said),
    output: warehouse,
    status: 201,
    graphql: 'none',
    run: async ({ platform, input: { branch, address = null, ...input } }) => {
      const { id } = await createWarehouse({ platform }, { ...input, address, ...(await branchOf(platform, branch)) });
      return view(platform, id);
    },
  }),
  defineAction({
    name: 'updateWarehouse',
    summary: 'Change a warehouse; another that becomes the default one takes the place of the one before',
    subject: WAREHOUSE,
    staff: { method: 'PUT', path: '/warehouses/:id', permission: 'warehouse.edit' },
    input: z.strictObject(said).partial(),
    output: warehouse,
    graphql: 'none',
    run: async ({ platform, subject, input: { branch, ...input } }) => {
      await changeWarehouse({ platform }, subject.id, { ...input, ...(await branchOf(platform, branch)) });
      return view(platform, subject.id);
    },
  }),
  ...(['close', 'reopen'] as const).map((verb) =>
    defineAction({
      name: `${verb}Warehouse`,
      summary: verb === 'close' ? 'Close a warehouse in which nothing lies' : 'Use a warehouse again',
      subject: WAREHOUSE,
      staff: { method: 'POST', path: `/warehouses/:id/${verb}`, permission: 'warehouse.close' },
      input: nothing,
      output: warehouse,
      graphql: 'none',
      run: async ({ platform, subject }) => {
        await moveWarehouse({ platform }, verb, subject.id);
        return view(platform, subject.id);
      },
    }),
  ),
] as const;
