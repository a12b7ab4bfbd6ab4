import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import {
  ChoiceField,
  FieldCell,
  Fields,
  FormPage,
  type FormPageSetup,
  freshKey,
  LongTextField,
  Panel,
  Problems,
  SearchPicker,
  TextField,
  TypedDate,
  useFormPage,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { BEGINNINGS, contractDraft, type ContractValues, NEW_LINE, wrongIn } from '../../contract-values';
import { useAsk } from '../../doors';
import { LineFields } from './line-fields';
import { RenewalFields } from './renewal-fields';
import { BilledTogetherField } from './agreed-fields';

const LIST = '/plugins/contracts/contracts';
const SEARCHED = ['name', 'nameEn', 'code', 'taxId', 'phone'];

interface Customer {
  documentId: string;
  name: string;
  code: string;
}

/** A new contract: with whom, from when, for how long, and what is promised. */
export function NewContract() {
  const { today } = useToday();
  return today ? <ContractForm key={today} today={today} /> : null;
}

function ContractForm({ today }: { today: string }) {
  const say = useSay('contracts');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const page: FormPageSetup<ContractValues> = {
    title: say('contract.new'),
    before: {
      ...{ customer: null, activation: 'date', startsOn: today, termMonths: '', noticeDays: '0' },
      ...{ autoRenew: false, firstTermFree: false, renewalBasis: 'as_now', renewalRows: '' },
      ...{ billedTogether: false, poNumber: '', note: '', lines: [NEW_LINE] },
    },
    from: { to: LIST, label: say('contracts.title') },
    send: async (values) => {
      const made = await ask('POST /contracts/contracts', { key, body: contractDraft(values) });
      return { to: `${LIST}/${made.documentId}`, message: say('contract.made', { number: made.number ?? '' }) };
    },
  };
  const form = useFormPage(page, (values) => {
    const wrong = wrongIn(values);
    return wrong && { message: say(wrong.word), field: wrong.field };
  });
  const { values, refused } = form;
  // What is refused may be about several fields at once: any correction takes the words away.
  const change = (part: Partial<ContractValues>): void => {
    form.change(part);
    form.refuse(undefined);
  };
  const text = (name: 'termMonths' | 'noticeDays' | 'poNumber' | 'startsOn' | 'note' | 'renewalRows') => ({
    ...{ name, value: values[name], onChange: (typed: string) => change({ [name]: typed }) },
  });
  return (
    <FormPage title={page.title} from={page.from} form={form}>
      <Problems.Provider value={refused}>
        <Panel title={say('contract.with')}>
          {values.customer ? (
            <Flex justifyContent="space-between">
              <Typography fontWeight="bold">{values.customer.name}</Typography>
              <Button
                variant="tertiary"
                size="S"
                onClick={() =>
                  // Things of one customer are not another's.
                  change({ customer: null, lines: values.lines.map((line) => ({ ...line, installedItem: null })) })
                }
              >
                {say('contract.other_customer')}
              </Button>
            </Flex>
          ) : (
            <SearchPicker<Customer>
              name="customer"
              label={say('field.customer')}
              placeholder={say('contract.find_customer')}
              url="/crm/customers"
              asked={(typed) => ({
                filters: {
                  $and: [{ state: 'active' }, { $or: SEARCHED.map((one) => ({ [one]: { $containsi: typed } })) }],
                },
                sort: 'name:asc',
              })}
              keyOf={(one) => one.documentId}
              show={(one) => `${one.code} ${one.name}`}
              onChoose={(one) => change({ customer: { documentId: one.documentId, name: one.name } })}
              nothing={say('contract.customer_not_found')}
              error={form.errorAt('customer')}
            />
          )}
        </Panel>
        <Panel title={say('contract.terms')}>
          <Fields>
            <FieldCell>
              <ChoiceField
                name="activation"
                label={say('field.activation')}
                value={values.activation}
                onChange={(one) => change({ activation: one as ContractValues['activation'] })}
                choices={BEGINNINGS.map((one) => [one, say(`activation.${one}`)] as const)}
              />
            </FieldCell>
            <FieldCell>
              <TypedDate {...text('startsOn')} label={say('field.agreed_start')} hint={say('contract.start_hint')} />
            </FieldCell>
            <FieldCell>
              <TextField
                {...text('termMonths')}
                inputMode="numeric"
                label={say('field.term_months')}
                hint={say('contract.term_hint')}
              />
            </FieldCell>
            <FieldCell>
              <TextField {...text('noticeDays')} inputMode="numeric" label={say('field.notice_days')} />
            </FieldCell>
            <FieldCell>
              <TextField {...text('poNumber')} maxLength={60} label={say('field.po_number')} />
            </FieldCell>
            <FieldCell>
              <BilledTogetherField
                checked={values.billedTogether}
                onChange={(billedTogether) => change({ billedTogether })}
              />
            </FieldCell>
            <FieldCell width={12}>
              <LongTextField {...text('note')} label={say('field.note')} />
            </FieldCell>
          </Fields>
        </Panel>
        {values.termMonths.trim() !== '' && (
          <RenewalFields
            values={values}
            change={change}
            rows={text('renewalRows')}
            error={form.errorAt('renewalRows')}
          />
        )}
        {values.lines.map((line, index) => (
          <LineFields
            // The order never changes, and a line has no other name.
            key={index}
            index={index}
            line={line}
            customer={values.customer?.documentId}
            onChange={(part) =>
              change({ lines: values.lines.map((one, place) => (place === index ? { ...one, ...part } : one)) })
            }
            onRemove={
              values.lines.length > 1
                ? () => change({ lines: values.lines.filter((_, place) => place !== index) })
                : undefined
            }
          />
        ))}
        <Flex>
          <Button
            variant="secondary"
            startIcon={<Plus />}
            onClick={() => change({ lines: [...values.lines, NEW_LINE] })}
          >
            {say('contract.add_line')}
          </Button>
        </Flex>
      </Problems.Provider>
    </FormPage>
  );
}
