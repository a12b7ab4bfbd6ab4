import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import {
  AmountField,
  ChoiceField,
  Fields,
  FormPage,
  Half,
  Panel,
  SwitchField,
  TextField,
  useApi,
  useFormPage,
  useMay,
  useSay,
  useToday,
  WholeField,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { entriesOf } from '../settings/entries';
import { type BareStep, bareStep } from './bare-step';
import { Rehearsal } from './rehearsal';
import { useSentence } from './sentences';
import { StepFields } from './step-fields';
import { type DunningPolicy, type DunningStep, FEE_PLACES } from './types';

type Values = Omit<DunningPolicy, 'documentId' | 'steps'> & { steps: BareStep[] };

export interface PolicyFormProps {
  /** None: a new one. */
  id?: string;
  before: Omit<Values, 'steps'> & { steps: (DunningStep & { documentId?: string })[] };
}

/** What the doors are told of a policy. */
const bodyOf = ({ customerClass, ...values }: Values) => ({
  ...{ name: values.name, active: values.active, floor: values.floor, noticeDays: values.noticeDays },
  ...{ workingDays: values.workingDays, feeOn: values.feeOn, customerClass: customerClass?.documentId ?? null },
  steps: values.steps.map(bareStep),
});

const LIST = '/plugins/billing/dunning/policies';
const MOST_NOTICE_DAYS = 90;

/** The editor of a policy: whom it is for, and its steps, each said in a sentence. */
export function PolicyForm({ id, before }: PolicyFormProps) {
  const say = useSay('billing');
  const may = useMay();
  const ask = useAsk();
  const { currency } = useToday();
  const sentence = useSentence(currency);
  const mayClasses = may('plugin::content-manager.explorer.read', 'plugin::crm.customer-class');
  const { data: classes = [] } = useApi<{ documentId: string; name: string }[]>(
    mayClasses ? '/crm/customer-classes' : null,
    { sort: 'code:asc', pagination: { pageSize: 100 } },
  );
  const setup = {
    title: id === undefined ? say('dunning.new_policy') : before.name,
    before: {
      ...before,
      steps: before.steps.map(({ documentId, ...step }) =>
        bareStep({ ...step, ...(documentId ? { step: documentId } : {}) }),
      ),
    } as Values,
    from: { to: LIST, label: say('dunning.policies') },
    send: async (values: Values) => {
      const body = bodyOf(values);
      if (id === undefined) await ask('POST /billing/dunning/policies', { body });
      else await ask('PUT /billing/dunning/policies/:id', { id, body });
      return { to: LIST, message: say('dunning.saved') };
    },
  };
  const form = useFormPage<Values>(setup, () => undefined);
  const { values, change, errorAt } = form;
  const disabled = !may('plugin::billing.dunning.set');
  const { change: changeStep, remove, add } = entriesOf(values.steps, (steps) => change({ steps }));
  const named = (name: keyof Values, label: string) => ({ name, label: say(label), disabled, error: errorAt(name) });
  const chosen = values.customerClass;
  const choices = [...classes, ...(chosen && !mayClasses ? [chosen] : [])];
  return (
    <FormPage {...setup} form={form}>
      <Panel title={say('dunning.policy')}>
        <Fields>
          <Half>
            <TextField
              {...named('name', 'field.name')}
              required
              value={values.name}
              onChange={(name) => change({ name }, 'name')}
            />
          </Half>
          <Half>
            <ChoiceField
              {...named('customerClass', 'dunning.class')}
              placeholder={say('dunning.for_all')}
              clearLabel={say('dunning.for_all')}
              value={chosen?.documentId ?? ''}
              onChange={(one) =>
                change({ customerClass: choices.find(({ documentId }) => documentId === one) ?? null }, 'customerClass')
              }
              choices={choices.map(({ documentId, name }) => [documentId, name])}
            />
          </Half>
          <Half>
            <AmountField
              {...named('floor', 'dunning.floor')}
              hint={say('dunning.floor_hint')}
              currency={currency}
              value={values.floor}
              onChange={(floor) => change({ floor }, 'floor')}
            />
          </Half>
          <Half>
            <WholeField
              {...named('noticeDays', 'dunning.notice_days')}
              hint={say('dunning.notice_days_hint')}
              min={1}
              max={MOST_NOTICE_DAYS}
              value={values.noticeDays}
              onChange={(noticeDays) => change({ noticeDays }, 'noticeDays')}
            />
          </Half>
          <Half>
            <ChoiceField
              {...named('feeOn', 'dunning.fee_on')}
              hint={say('dunning.fee_on_hint')}
              value={values.feeOn}
              onChange={(feeOn) => change({ feeOn: feeOn as Values['feeOn'] }, 'feeOn')}
              choices={FEE_PLACES.map((one) => [one, say(`dunning.fee_on_${one}`)])}
            />
          </Half>
          <Half>
            <SwitchField
              {...named('workingDays', 'dunning.working_days')}
              value={values.workingDays}
              onChange={(workingDays) => change({ workingDays })}
            />
          </Half>
          <Half>
            <SwitchField
              {...named('active', 'dunning.is_active')}
              hint={say('dunning.is_active_hint')}
              value={values.active}
              onChange={(active) => change({ active }, 'active')}
            />
          </Half>
        </Fields>
      </Panel>
      <Panel
        title={say('dunning.steps')}
        aside={
          !disabled && (
            <Button
              variant="secondary"
              startIcon={<Plus />}
              onClick={() => add({ ...bareStep(EMPTY), day: (values.steps.at(-1)?.day ?? 0) + 1 })}
            >
              {say('dunning.add_step')}
            </Button>
          )
        }
      >
        <Flex direction="column" alignItems="stretch" gap={7}>
          <Typography textColor="neutral600">{say('dunning.steps_hint')}</Typography>
          {values.steps.map((step, index) => (
            <StepFields
              key={index}
              name={`steps.${index}`}
              {...{ step, currency, disabled, errorAt }}
              sentence={sentence(bareStep(step))}
              onChange={(part) => changeStep(index, part)}
              onRemove={() => remove(index)}
            />
          ))}
        </Flex>
      </Panel>
      {!disabled && <Rehearsal body={{ ...bodyOf(values), policy: id ?? null }} />}
    </FormPage>
  );
}

const EMPTY: DunningStep = {
  ...{ day: 1, channel: 'mail', template: 'dunning-overdue', feeAmount: '0', feePpm: 0, action: 'none', warns: 'none' },
};
