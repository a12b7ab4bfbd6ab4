import { CheckField, ChoiceField, FieldCell, Fields, Panel, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';
import { type ContractValues, RENEWAL_CHOICES } from '../../contract-values';

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
          <CheckField
            name="autoRenew"
            label={say('field.auto_renew')}
            checked={values.autoRenew}
            onChange={(autoRenew) => change({ autoRenew })}
          />
        </FieldCell>
        <FieldCell>
          <CheckField
            name="firstTermFree"
            label={say('field.first_term_free')}
            checked={values.firstTermFree}
            onChange={(firstTermFree) => change({ firstTermFree })}
          />
        </FieldCell>
        <FieldCell>
          <ChoiceField
            name="renewalBasis"
            label={say('field.renewal_basis')}
            value={values.renewalBasis}
            onChange={(one) => change({ renewalBasis: one as ContractValues['renewalBasis'] })}
            choices={RENEWAL_CHOICES.map((one) => [one, say(`renewal_basis.${one}`)] as const)}
          />
        </FieldCell>
        <FieldCell>
          {values.renewalBasis !== 'as_now' && (
            <TextField
              {...rows}
              label={say('field.renewal_rows')}
              hint={say('contract.rows_hint')}
              error={error}
              required
            />
          )}
        </FieldCell>
      </Fields>
    </Panel>
  );
}
