import { z } from 'zod';
import { civilDate, day, defineAction, type Platform, rowId } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, INSTALLED_ITEM, PRODUCT } from '../content-types/types';
import { ITEM_STATES, WARRANTIES, warrantyOn } from '../domain/installed-item';
import { installedItemsStore } from '../stores/installed-items';
import { changeItems } from '../use-cases/installed-items/change-items';
import { enterItems } from '../use-cases/installed-items/enter-items';
import { removeItems } from '../use-cases/installed-items/remove-items';
import { replaceItems } from '../use-cases/installed-items/replace-items';
import { must } from '../use-cases/must';
import { documentId } from './shapes';

const text = (most: number) => z.string().trim().max(most);
/** An empty text is none. */
const site = text(500)
  .transform((typed) => typed || null)
  .nullish();

const said = {
  serial: text(100).min(1),
  /** The customer's address unless told. */
  site,
  /** Today unless told. */
  installedOn: civilDate.optional(),
  /** The last day; as the product has it unless told, null is none. */
  warrantyUntil: civilDate.nullish(),
};
const out = {
  /** Today unless told. */
  on: civilDate.optional(),
  reason: text(500).min(1),
};
const named = z.strictObject({ documentId: z.string(), name: z.string() }).meta({ id: 'Named' });

/** An item as actions answer it. */
const installedItem = z
  .strictObject({
    id: z.int(),
    documentId: z.string(),
    product: named,
    customer: named,
    serial: z.string(),
    state: z.enum(ITEM_STATES),
    site: z.string().nullable(),
    installedOn: day,
    warrantyUntil: day.nullable(),
    /** How the warranty stands today. */
    warranty: z.enum(WARRANTIES),
    removedOn: day.nullable(),
    removeReason: z.string().nullable(),
  })
  .meta({ id: 'InstalledItem' });

async function view({ rows, clock }: Platform, id: number | undefined) {
  const store = installedItemsStore(rows);
  const [item] = id === undefined ? [] : await store.byIds([id]);
  if (!item) return undefined;
  const [product] = await store.products([item.product]);
  const [customer] = await store.customers([item.customer]);
  const name = (row: { documentId: string; name: string } | undefined) => {
    const { documentId: id, name: called } = must(row);
    return { documentId: id, name: called };
  };
  return {
    ...{ id: item.id, documentId: item.documentId, product: name(product), customer: name(customer) },
    ...{ serial: item.serial, state: item.state, site: item.site, installedOn: item.installedOn },
    ...{ warrantyUntil: item.warrantyUntil, warranty: warrantyOn(item.warrantyUntil, clock.today()) },
    ...{ removedOn: item.removedOn, removeReason: item.removeReason },
  };
}

export const installedItemActions = [
  defineAction({
    name: 'createInstalledItem',
    summary: 'Note a thing that stands at a customer’s, with its serial number, place and warranty',
    staff: { method: 'POST', path: '/installed-items', permission: 'installed-item.edit' },
    input: z.strictObject({ product: documentId, customer: documentId, ...said }),
    output: installedItem,
    status: 201,
    graphql: 'none',
    run: async ({ platform, input }) => {
      const customer = await rowId(platform, CUSTOMER, input.customer, 'installed_item.customer_unknown', 'customer');
      const product = await rowId(platform, PRODUCT, input.product, 'installed_item.product_unknown', 'product');
      const [entered] = await enterItems({ platform }, [{ ...input, customer, product }]);
      return view(platform, entered?.id);
    },
  }),
  defineAction({
    name: 'updateInstalledItem',
    summary: 'Correct what is said of an installed item; its warranty follows the day unless it was told',
    subject: INSTALLED_ITEM,
    staff: { method: 'PUT', path: '/installed-items/:id', permission: 'installed-item.edit' },
    input: z.strictObject({ ...said, serial: said.serial.optional() }),
    output: installedItem,
    graphql: 'none',
    run: async ({ platform, subject, input }) => {
      await changeItems({ platform }, [{ id: subject.id, change: input }]);
      return view(platform, subject.id);
    },
  }),
  defineAction({
    name: 'removeInstalledItem',
    summary: 'Note that an installed item was taken out, when and why',
    subject: INSTALLED_ITEM,
    staff: { method: 'POST', path: '/installed-items/:id/remove', permission: 'installed-item.edit' },
    input: z.strictObject(out),
    output: installedItem,
    graphql: 'none',
    run: async ({ platform, subject, input }) => {
      await removeItems({ platform }, [{ id: subject.id, ...input }]);
      return view(platform, subject.id);
    },
  }),
  defineAction({
    name: 'replaceInstalledItem',
    summary: 'Put another of the same product in the place of an installed item; it keeps what is left of the warranty',
    subject: INSTALLED_ITEM,
    staff: { method: 'POST', path: '/installed-items/:id/replace', permission: 'installed-item.edit' },
    input: z.strictObject({ ...out, serial: said.serial, warrantyUntil: said.warrantyUntil }),
    output: installedItem,
    status: 201,
    graphql: 'none',
    run: async ({ platform, subject, input }) => {
      const [successor] = await replaceItems({ platform }, [{ id: subject.id, ...input }]);
      return view(platform, successor?.id);
    },
  }),
] as const;
