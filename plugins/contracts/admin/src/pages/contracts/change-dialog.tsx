import { useEffect, useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import {
  ChoiceField,
  FieldCell,
  Fields,
  FormDialog,
  freshKey,
  LongTextField,
  MoneyField,
  reasonOf,
  TextField,
  TypedDate,
  useApi,
  useSay,
  useTexts,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { lineStateOn } from '../../../../server/src/domain/line-state';
import { CHANGE_DAYS, changeBody, CHANGES, NO_CHANGE, type SoldProduct } from '../../change-values';
import { useAsk } from '../../doors';
import type { Contract, ContractLine } from '../../types';
import { ChangeProduct } from './change-product';

const PAUSE_MS = 400;

interface ChangeDialogProps {
  contract: Contract;
  onClose: () => void;
  onDone: () => void;
}

type Preview = { sentence: string } | { refused: string };

/** Changes a line, takes one off or adds one, and says before in words what is charged and credited, and why. */
export function ChangeDialog({ contract, onClose, onDone }: ChangeDialogProps) {
  const say = useSay('contracts');
  const ask = useAsk();
  const { today } = useToday();
  const [key] = useState(freshKey);
  const [product, setProduct] = useState<SoldProduct>();
  const [preview, setPreview] = useState<Preview>();
  const { values, touched, submitting, field } = useTexts(NO_CHANGE);
  const { documentId: id, currency } = contract;
  const { data: lines = [] } = useApi<ContractLine[]>('/contracts/contract-lines', {
    filters: { contract: { documentId: { $eq: id } } },
    sort: 'position:asc',
    pagination: { pageSize: 100 },
  });
  const open = lines.filter((line) => lineStateOn(line, contract, today) !== 'closed');
  const line = open.find(({ documentId }) => documentId === values.line) ?? open[0];
  const what = values.what as (typeof CHANGES)[number];
  const body = changeBody(
    { ...values, line: line?.documentId ?? '' },
    what === 'remove' ? undefined : product,
    currency,
  );
  const asked = useDebounce(body ? JSON.stringify({ ...body, reason: undefined }) : '', PAUSE_MS);

  useEffect(() => {
    setPreview(undefined);
    if (asked === '') return undefined;
    let current = true;
    ask('POST /contracts/contracts/:id/change/preview', {
      id,
      body: JSON.parse(asked) as NonNullable<typeof body>,
    }).then(
      ({ sentence }) => current && setPreview({ sentence }),
      (error: unknown) => current && setPreview({ refused: reasonOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [ask, id, asked]);

  return (
    <FormDialog
      title={say('contract.change_title', { number: contract.number })}
      label={say('contract.change')}
      disabled={!body}
      touched={touched || product !== undefined}
      submitting={submitting}
      onClose={onClose}
      onSubmit={async () => {
        if (!body) return;
        await ask('POST /contracts/contracts/:id/change', { id, key, body });
        onDone();
      }}
    >
      <Fields>
        <FieldCell>
          <ChoiceField
            {...field('what')}
            label={say('field.change')}
            choices={CHANGES.map((one) => [one, say(`change.${one}`)] as const)}
          />
        </FieldCell>
        {what !== 'add' && (
          <FieldCell>
            <ChoiceField
              {...field('line')}
              value={line?.documentId ?? ''}
              label={say('field.line')}
              choices={open.map((one) => [one.documentId, one.description] as const)}
            />
          </FieldCell>
        )}
        {what !== 'remove' && (
          <>
            <FieldCell width={12}>
              <ChangeProduct
                product={product}
                price={values.price}
                today={today}
                currency={currency}
                hint={say(what === 'add' ? 'change.product_add_hint' : 'change.product_hint')}
                onProduct={(chosen, price) => {
                  setProduct(chosen);
                  field('price').onChange(price);
                }}
                onPrice={field('price').onChange}
              />
            </FieldCell>
            <FieldCell>
              <TextField
                {...field('quantity')}
                inputMode="decimal"
                label={say('field.quantity')}
                hint={what === 'change' && line ? say('change.quantity_hint', { quantity: line.quantity }) : undefined}
              />
            </FieldCell>
            <FieldCell>
              <MoneyField
                {...field('unitPrice')}
                currency={currency}
                label={say('field.unit_price')}
                hint={say(what === 'add' ? 'change.price_add_hint' : 'change.price_hint')}
              />
            </FieldCell>
            <FieldCell width={12}>
              <TextField {...field('description')} maxLength={300} label={say('field.description')} />
            </FieldCell>
          </>
        )}
        <FieldCell>
          <ChoiceField
            {...field('when')}
            label={say('field.ending')}
            choices={CHANGE_DAYS.map((one) => [one, say(`change_when.${one}`)] as const)}
          />
        </FieldCell>
        {values.when === 'on' && (
          <FieldCell>
            <TypedDate {...field('on')} required label={say('field.change_on')} hint={say('change.on_hint')} />
          </FieldCell>
        )}
      </Fields>
      <Flex direction="column" alignItems="stretch" minHeight="4rem">
        {preview && 'sentence' in preview && <Typography role="status">{preview.sentence}</Typography>}
        {preview && 'refused' in preview && <Typography textColor="neutral600">{preview.refused}</Typography>}
      </Flex>
      <LongTextField {...field('reason')} label={say('field.reason')} />
    </FormDialog>
  );
}
