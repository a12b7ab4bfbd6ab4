import { badInput, conflict, formatQuantity, mulDiv, ONE, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import { localised, type Product } from './catalogue';
import type { AskedLine, PricedLine, PricingRules } from './price-lines';

/** What a bundle is made of, as it is kept and sent: a document id and how many of it are in each bundle. */
export interface Component {
  product: string;
  quantity: string;
}

export interface KnownComponent {
  documentId: string;
  name: string;
  quantityStep: bigint;
  components: readonly Component[] | null;
}

interface Bundle {
  quantityStep: bigint;
  stockTracked: boolean;
  components: readonly Component[] | null;
}

/** So many of a component in this many bundles, in thousandths; exact for what `checkComponents` let pass. */
const within = (bundles: bigint, { quantity }: Component): bigint =>
  mulDiv(bundles, parseQuantity(quantity) ?? 0n, ONE);

/**
 * Refuses a bundle that could not be handed over: of what is unknown, of itself, of bundles, or of parts that are not
 * sold so. The shelf knows its components, never the bundle.
 * @param own document id of the bundle; absent: a new product
 */
export function checkComponents(bundle: Bundle, known: ReadonlyMap<string, KnownComponent>, own?: string): void {
  const components = bundle.components ?? [];
  if (components.length > 0 && bundle.stockTracked) {
    throw badInput('product.bundle_tracked', { field: 'stockTracked' });
  }
  const seen = new Set<string>();
  components.forEach((component, index) => {
    const at = `components.${index}`;
    const part = known.get(component.product);
    if (!part) throw badInput('product.component_unknown', { field: `${at}.product` });
    const params = { name: part.name };
    if (component.product === own || (part.components ?? []).length > 0) {
      throw badInput('product.component_bundle', { field: `${at}.product`, params });
    }
    if (seen.has(component.product)) throw badInput('product.component_twice', { field: `${at}.product`, params });
    seen.add(component.product);
    const quantity = parseQuantity(component.quantity);
    if (
      quantity === undefined ||
      quantity <= 0n ||
      (bundle.quantityStep * quantity) % (ONE * part.quantityStep) !== 0n
    ) {
      throw badInput('product.component_quantity', {
        field: `${at}.quantity`,
        params: { ...params, step: formatQuantity(part.quantityStep) },
      });
    }
  });
}

/**
 * The components of a bundle as lines of their own, whose price is in that of the bundle: they are reserved, picked and
 * handed over like anything that was ordered.
 */
export function componentLines(
  { index, at, product: bundle, name: bundleName, quantity, price }: AskedLine,
  products: ReadonlyMap<string, Product>,
  rules: PricingRules,
): PricedLine[] {
  return (bundle.components ?? []).map((component): PricedLine => {
    const product = products.get(component.product);
    if (product?.state !== 'active' || (product.components ?? []).length > 0) {
      throw conflict('order.component_not_sold', {
        field: `${at}.product`,
        params: { product: bundleName, component: product ? localised(product, 'name', rules.language) : '' },
      });
    }
    return {
      ...{ asked: index, product, price, sku: product.sku, kind: product.kind, per: 'one_time', unit: product.unit },
      description: localised(product, 'name', rules.language),
      details: rules.say('order.part_of', { product: bundleName }),
      quantity: within(quantity, component),
      ...{ unitPrice: 0n, discount: 0n, amount: 0n },
      stockTracked: product.stockTracked,
      ...{ taxCategory: product.taxCategory, incomeKind: product.incomeKind },
      options: [],
      derivation: { price: { origin: 'bundle', name: bundleName } },
      hints: [],
    };
  });
}
