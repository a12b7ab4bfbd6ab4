import { ChoiceField, FieldCell, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';

interface RenewalPriceFieldsProps<Basis extends string> {
  basis: Basis;
  bases: readonly Basis[];
  onBasis: (basis: Basis) => void;
  rows: { name: string; value: string; onChange: (typed: string) => void };
  error?: string;
}

/** What each further term costs: by which basis, and row by row. */
export function RenewalPriceFields<Basis extends string>({
  basis,
  bases,
  onBasis,
  rows,
  error,
}: RenewalPriceFieldsProps<Basis>) {
  const say = useSay('contracts');
  return (
    <>
      <FieldCell>
        <ChoiceField
          name="renewalBasis"
          label={say('field.renewal_basis')}
          value={basis}
          onChange={(one) => onBasis(one as Basis)}
          choices={bases.map((one) => [one, say(`renewal_basis.${one}`)] as const)}
        />
      </FieldCell>
      <FieldCell>
        {basis !== 'as_now' && (
          <TextField
            {...rows}
            label={say('field.renewal_rows')}
            hint={say('contract.rows_hint')}
            error={error}
            required
          />
        )}
      </FieldCell>
    </>
  );
}
