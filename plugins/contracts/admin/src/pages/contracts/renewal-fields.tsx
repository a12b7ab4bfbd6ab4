import { CheckField, FieldCell, Fields, Panel, useSay } from '@sanya/strapi-plugin-platform/ui';
import { type ContractValues, RENEWAL_CHOICES } from '../../contract-values';
import { RenewalPriceFields } from './renewal-price-fields';
import { AutoRenewField } from './agreed-fields';

interface RenewalFieldsProps {
  values: ContractValues;
  change: (part: Partial<ContractValues>) => void;
  rows: { name: string; value: string; onChange: (typed: string) => void };
  error: string | undefined;
}

/** How a contract goes on after its term, and what each further one costs. */
export function RenewalFields({ values, change, rows, error }: RenewalFieldsProps) {
  const say = useSay('contracts');
  return (
    <Panel title={say('contract.renewal')}>
      <Fields>
        <FieldCell>
          <AutoRenewField checked={values.autoRenew} onChange={(autoRenew) => change({ autoRenew })} />
        </FieldCell>
        <FieldCell>
          <CheckField
            name="firstTermFree"
            label={say('field.first_term_free')}
            checked={values.firstTermFree}
            onChange={(firstTermFree) => change({ firstTermFree })}
          />
        </FieldCell>
        <RenewalPriceFields
          basis={values.renewalBasis}
          bases={RENEWAL_CHOICES}
          onBasis={(renewalBasis) => change({ renewalBasis })}
          rows={rows}
          error={error}
        />
      </Fields>
    </Panel>
  );
}
