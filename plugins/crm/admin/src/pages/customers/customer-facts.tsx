import { Box } from '@strapi/design-system';
import { branchLabel, formatPhone } from '@sanya/strapi-plugin-platform/kernel';
import { Facts, Money, Panel, StateBadge, useLanguage, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import { className, shownAddress, shownEarlyTerms } from '../../shown';
import type { Address, Customer } from '../../types';

const Lines = ({ address }: { address: Address | null }) =>
  shownAddress(address).map((line) => <Box key={line}>{line}</Box>);

/** What is known of the customer; what nobody said is not shown. */
export function CustomerFacts({ customer }: { customer: Customer }) {
  const say = useSay('crm');
  const language = useLanguage();
  const { data: owners } = useAnswer('GET /crm/customer-owners', customer.owner === null ? null : {});
  const owner = owners?.find((one) => one.id === customer.owner)?.name ?? (owners && say('form.owner_left'));
  const { taxId, branchCode, billingAddress, shippingAddress, note } = customer;
  const person = customer.kind === 'person';
  return (
    <Panel
      title={say('customers.facts')}
      aside={<StateBadge state={customer.state} label={say(`state.${customer.state}`)} />}
    >
      <Facts
        columns={4}
        facts={[
          [say('field.kind'), say(`kind.${customer.kind}`)],
          [say('field.name_en'), customer.nameEn],
          [say(person ? 'field.tax_id_person' : 'field.tax_id'), taxId],
          [say('field.branch'), branchCode && branchLabel(branchCode, language)],
          [say('field.vat_registered'), taxId && say(customer.vatRegistered ? 'form.yes' : 'form.no')],
          [say('field.former_code'), customer.formerCode],
          [say('field.po_required'), customer.poRequired && say('form.yes')],
          [say('field.wants_paper'), customer.wantsPaper && say('form.yes')],
          [say('field.invoices'), customer.invoices && say(`invoices.${customer.invoices}`)],
          [say('field.supplier'), customer.supplier && say('form.yes')],
          [say('field.phone'), formatPhone(customer.phone)],
          [say('field.email'), customer.email],
          [say('field.language'), say(`language.${customer.language}`)],
          [say('field.class'), customer.class && className(customer.class, language)],
          [say('field.owner'), owner],
          [say('field.terms'), say('customers.days', { days: customer.creditTermsDays })],
          [
            say('field.limit'),
            customer.creditLimit && (
              <Money key="limit" amount={customer.creditLimit} currency={customer.currency} strong />
            ),
          ],
          [say('field.early_payment'), customer.earlyPayment && shownEarlyTerms(say, customer.earlyPayment)],
          [say('field.billing_address'), billingAddress && <Lines address={billingAddress} />],
          [say('field.shipping_address'), shippingAddress && <Lines address={shippingAddress} />],
          [say('field.note'), note && <span style={{ whiteSpace: 'pre-line' }}>{note}</span>],
        ]}
      />
    </Panel>
  );
}
