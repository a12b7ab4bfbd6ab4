import {
  ChoiceField,
  FieldCell,
  Fields,
  LongTextField,
  Panel,
  TextField,
  TypedDate,
  useApi,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { NamedRow } from '../../coupon-types';
import type { QuoteTerms } from './quote-values';

interface TermsPartProps {
  /** Document id of the customer, where one is chosen. */
  customer: string | undefined;
  terms: QuoteTerms;
  onChange: (part: Partial<QuoteTerms>) => void;
}

/** What goes with the lines: until when it holds, when it is delivered, on which terms. */
export function TermsPart({ customer, terms, onChange }: TermsPartProps) {
  const say = useSay('sales');
  const may = useMay()('plugin::content-manager.explorer.read', 'plugin::crm.contact');
  const { data: contacts = [] } = useApi<NamedRow[]>(may && customer !== undefined ? '/crm/contacts' : null, {
    filters: { customer: { documentId: { $eq: customer } }, state: { $eq: 'active' } },
    sort: 'priority:asc',
    pagination: { pageSize: 100 },
  });
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
        {contacts.length > 0 && (
          <FieldCell width={6}>
            <ChoiceField
              name="contact"
              label={say('quote.contact')}
              hint={say('quote.contact_hint')}
              value={terms.contact}
              choices={contacts.map((one) => [one.documentId, one.name] as const)}
              clearLabel={say('quote.no_contact')}
              placeholder={say('quote.no_contact')}
              onChange={(contact) => onChange({ contact })}
            />
          </FieldCell>
        )}
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
