import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import {
  type Column,
  Confirm,
  DataTable,
  Panel,
  TwoLines,
  useApi,
  useDo,
  useLanguage,
  useMay,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../doors';
import { typedFee } from '../terms-values';
import type { TermsOfProduct } from '../types';
import { TermsDialog } from './terms/terms-dialog';

interface Price {
  documentId: string;
  label: string | null;
  per: 'one_time' | 'month' | 'quarter' | 'half_year' | 'year';
  validTo: string | null;
  translations: { en?: { label?: string } } | null;
}

interface Product {
  name: string;
  prices?: Price[];
}

/** What terms may be said of: the product, or one of its prices. */
interface Place {
  /** Document id; null: the product. */
  price: string | null;
  name: string;
  label: string | null;
  terms: TermsOfProduct | undefined;
}

/** In one line: what differs from what is usual, and for how long it lasts. */
function useSummary(): (terms: TermsOfProduct) => string {
  const say = useSay('contracts');
  const { currency } = useToday();
  return (terms) =>
    [
      terms.activation !== 'payment' && say('terms.begins', { what: say(`activation.${terms.activation}`) }),
      terms.termMonths === null ? say('terms.until_ended') : say('terms.lasts', { months: terms.termMonths }),
      terms.autoRenew && say('field.auto_renew'),
      terms.noticeDays > 0 && say('terms.notice', { days: terms.noticeDays }),
      terms.leadDays > 0 && say('terms.ahead', { days: terms.leadDays }),
      terms.whileSuspended !== 'keep' && say('terms.suspended', { policy: say(`policy.${terms.whileSuspended}`) }),
      terms.feeKind !== 'none' &&
        say('terms.leaving', { fee: say(`fee_of.${terms.feeKind}`, { value: typedFee(terms, currency) }) }),
      ...(terms.entitlements ?? []).map(({ unit, quantity, per }) =>
        say('terms.entitles', { quantity, unit: say(`entitlement_unit.${unit}`), per: say(`entitled_per.${per}`) }),
      ),
    ]
      .filter(Boolean)
      .join(' · ');
}

/** On the page of a product that recurs: what contracts of orders promise, with it and with each of its prices. */
export default function ProductTerms({ id }: { id: string }) {
  const say = useSay('contracts');
  const language = useLanguage();
  const may = useMay();
  const ask = useAsk();
  const summary = useSummary();
  const { today, currency } = useToday();
  const [open, setOpen] = useState<Place>();
  const seen = may('plugin::content-manager.explorer.read', 'plugin::contracts.contract-terms');
  const mayEdit = may('plugin::contracts.contract-terms.edit');
  const { data: product } = useApi<Product>(seen ? `/sales/products/${id}` : null, { populate: { prices: true } });
  const { data: said, reload } = useApi<TermsOfProduct[]>(seen ? '/contracts/contract-terms' : null, {
    filters: { product: { documentId: { $eq: id } } },
    populate: { price: { fields: ['documentId'] } },
    pagination: { pageSize: 100 },
  });
  const act = useDo(reload);
  const recurring = (product?.prices ?? []).filter(
    ({ per, validTo }) => per !== 'one_time' && (validTo === null || validTo >= today),
  );
  if (!product || !said || (recurring.length === 0 && said.length === 0)) return null;

  const ofProduct = said.find(({ price }) => !price);
  const places: Place[] = [
    { price: null, name: product.name, label: say('terms.all_prices'), terms: ofProduct },
    ...recurring.map(
      ({ documentId, per, label, translations }): Place => ({
        price: documentId,
        name: say('terms.per', { unit: say(`unit.${per}`) }),
        label: (language === 'en' && translations?.en?.label) || label,
        terms: said.find(({ price }) => price?.documentId === documentId),
      }),
    ),
  ];
  const nothingSaid = ({ price }: Place): string => say(price && ofProduct ? 'terms.of_product' : 'terms.usual');
  const columns: Column<Place>[] = [
    {
      key: 'of',
      title: say('terms.of_what'),
      wraps: true,
      cell: ({ name, label }) => (
        <TwoLines first={<Typography fontWeight="semiBold">{name}</Typography>} second={label} />
      ),
    },
    {
      key: 'terms',
      title: say('terms.title'),
      wraps: true,
      cell: (place) =>
        place.terms ? summary(place.terms) : <Typography textColor="neutral600">{nothingSaid(place)}</Typography>,
    },
    {
      key: 'do',
      title: '',
      right: true,
      cell: (place) =>
        mayEdit && (
          <Flex gap={2} justifyContent="flex-end">
            {place.terms && (
              <Confirm
                label={say('terms.remove')}
                title={say('terms.remove_title', { name: place.name })}
                variant="tertiary"
                onConfirm={() =>
                  act(
                    () => ask('DELETE /contracts/contract-terms/:id', { id: place.terms?.documentId ?? '' }),
                    say('terms.removed'),
                  )
                }
              >
                {say('terms.remove_text')}
              </Confirm>
            )}
            <Button size="S" variant="tertiary" startIcon={<Pencil />} onClick={() => setOpen(place)}>
              {say('terms.set')}
            </Button>
          </Flex>
        ),
    },
  ];
  return (
    <Panel title={say('terms.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600" tag="p">
          {say('terms.hint')}
        </Typography>
        <DataTable columns={columns} rows={places} keyOf={({ price }) => price ?? 'product'} empty="" />
        {open && (
          <TermsDialog
            product={id}
            price={open.price}
            name={open.name}
            currency={currency}
            terms={open.terms}
            onClose={() => setOpen(undefined)}
            onDone={() => {
              setOpen(undefined);
              reload();
            }}
          />
        )}
      </Flex>
    </Panel>
  );
}
