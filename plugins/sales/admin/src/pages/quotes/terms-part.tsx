import {
  FieldCell,
  Fields,
  LongTextField,
  Panel,
  TextField,
  TypedDate,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { QuoteTerms } from './quote-values';

interface TermsPartProps {
  terms: QuoteTerms;
  onChange: (part: Partial<QuoteTerms>) => void;
}

/** What goes with the lines: until when it holds, when it is delivered, on which terms. */
export function TermsPart({ terms, onChange }: TermsPartProps) {
  const say = useSay('sales');
  const long = (key: 'terms' | 'note' | 'internalNote', label: string, hint: string) => (
    <FieldCell width={6}>
      <LongTextField
        name={key}
        label={say(label)}
        hint={say(hint)}
        value={terms[key]}
        onChange={(text) => onChange({ [key]: text })}
      />
    </FieldCell>
  );
  return (
    <Panel title={say('quote.terms_title')}>
      <Fields>
        <FieldCell width={6}>
          <TypedDate
            name="validUntil"
            label={say('quote.valid_until')}
            hint={say('quote.valid_until_hint')}
            value={terms.validUntil}
            onChange={(validUntil) => onChange({ validUntil })}
          />
        </FieldCell>
        <FieldCell width={6}>
          <TextField
            name="deliveryTime"
            label={say('quote.delivery_time')}
            maxLength={200}
            placeholder={say('quote.delivery_time_like')}
            value={terms.deliveryTime}
            onChange={(deliveryTime) => onChange({ deliveryTime })}
          />
        </FieldCell>
        {long('terms', 'quote.terms', 'quote.terms_hint')}
        {long('note', 'quote.note', 'quote.note_hint')}
        {long('internalNote', 'quote.internal_note', 'quote.internal_note_hint')}
      </Fields>
    </Panel>
  );
}
