import { registerSubject } from '@sanya/strapi-plugin-platform/ui';

/** How contracts are shown elsewhere: their page, and what a timeline tells of them. */
export function registerSubjects(): void {
  registerSubject('plugin::contracts.contract', {
    page: (id) => `/plugins/contracts/contracts/${id}`,
    facts: {
      state: { label: 'field.state', words: 'state' },
      startsOn: { label: 'field.starts_on', as: 'date' },
      trialUntil: { label: 'field.trial_until', as: 'date' },
      endsOn: { label: 'field.ends_on', as: 'date' },
      levelName: { label: 'field.service_level' },
      plan: { label: 'field.plan' },
      staff: { label: 'people.title' },
      from: { label: 'field.from', as: 'date' },
      resumesOn: { label: 'field.resumes_on', as: 'date' },
      invoice: { label: 'field.invoice' },
      periods: { label: 'field.periods' },
      fee: { label: 'field.fee', as: 'money' },
      line: { label: 'field.description' },
      unit: { label: 'field.entitlement', words: 'entitlement_unit' },
      quantity: { label: 'field.quantity' },
      on: { label: 'field.happened_on', as: 'date' },
      price: { label: 'renewals.price', as: 'money' },
      to: { label: 'field.to', as: 'date' },
      term: { label: 'field.term' },
      notice: { label: 'renewals.notices' },
      successor: { label: 'field.successor' },
      reason: { label: 'field.reason' },
    },
    words: { activation: 'activation' },
  });
  registerSubject('plugin::contracts.renewal', { words: { state: 'renewal_state' } });
  registerSubject('plugin::contracts.billing-run', {
    page: (id) => `/plugins/contracts/runs/${id}`,
    facts: {
      state: { label: 'field.state', words: 'run_state' },
      asOf: { label: 'field.as_of', as: 'date' },
      contracts: { label: 'field.contracts' },
      invoices: { label: 'field.invoices' },
      periods: { label: 'field.periods' },
      parked: { label: 'field.parked' },
      voided: { label: 'undo.voided' },
      credited: { label: 'undo.credited' },
      left: { label: 'undo.left' },
      reason: { label: 'field.reason' },
      total: { label: 'field.total', as: 'money' },
    },
  });
}
