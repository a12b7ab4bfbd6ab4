-- Takes the step $1 (row id) of day $2 on the first open invoices after the customer $3 that have come to it, at most $4,
-- as one statement; $5 is the last number before those of the late fees, $6 the day, $7 the instant, $8 the seller as
-- JSON, $9 the version of the mail template, $10 the fee in minor units, $11 its share in ppm.
with due as materialized (
  select i.id, i.number, i.document_id, i.customer_id, i.currency, i.amount_due, i.due_date,
    c.document_id as customer_document_id, c.name, c.email, c.language, c.credit_terms_days,
    $10::bigint + div(i.amount_due::numeric * $11::int + 500000, 1000000)::bigint as fee,
    row_number() over (order by i.customer_id, i.id) as place,
    nextval(pg_get_serial_sequence('billing_dunning_notices', 'id'))::int as notice_id,
    nextval(pg_get_serial_sequence('billing_invoices', 'id'))::int as fee_id,
    substr(md5(random()::text), 1, 24) as notice_document_id, substr(md5(random()::text), 1, 24) as fee_document_id,
    jsonb_build_object(
      'kind', c.kind, 'name', c.name, 'nameEn', c.name_en, 'taxId', c.tax_id, 'branchCode', c.branch_code,
      'vatRegistered', c.vat_registered, 'phone', c.phone, 'email', c.email, 'language', c.language,
      'address', jsonb_build_array(
        c.billing_address ->> 'line1', c.billing_address ->> 'district',
        concat_ws(' ', c.billing_address ->> 'province', c.billing_address ->> 'postcode'))) as buyer
  from (
    select i.* from billing_invoices i
    where i.state = 'open' and i.amount_due > 0 and i.customer_id > $3::int and i.due_date <= $6::date - $2::int
      and not exists (select 1 from billing_dunning_notices n where n.invoice_id = i.id and n.day >= $2::int)
    order by i.customer_id, i.id limit $4::int
  ) i join crm_customers c on c.id = i.customer_id
), notices as (
  insert into billing_dunning_notices (
    id, document_id, created_at, updated_at, published_at, customer_id, invoice_id, step_id, day, state, number, taken_on,
    taken_at, channel, contact, leads, template, warned, action, currency, amount_due, fee, fee_invoice_id)
  select notice_id, notice_document_id, $7::timestamptz, $7::timestamptz, $7::timestamptz, customer_id, id, $1::int,
    $2::int, 'told', number, $6::date, $7::timestamptz, 'mail', customer_document_id || ':' || $6::date, true,
    'dunning-overdue', '["suspend"]', 'none', currency, amount_due, fee, fee_id
  from due
), fees as (
  insert into billing_invoices (
    id, document_id, created_at, updated_at, published_at, number, state, customer_id, currency, issued_on, issued_at,
    due_date, early_discount, prices_include_tax, source_type, source_id, source_document_id, net, tax, total, amount_due,
    rates, seller, buyer)
  select fee_id, fee_document_id, $7::timestamptz, $7::timestamptz, $7::timestamptz,
    'INV-' || extract(year from $6::date) + 543 || '-' || lpad(($5::bigint + place)::text, 6, '0'), 'open', customer_id,
    currency, $6::date, $7::timestamptz, $6::date + credit_terms_days, 0, true, 'plugin::billing.dunning-notice',
    notice_id, notice_document_id, fee, 0, fee, fee,
    jsonb_build_array(jsonb_build_object('taxCategory', 'outside', 'ratePpm', 0, 'net', fee::text, 'tax', '0')), $8::jsonb,
    buyer
  from due
), lines as (
  insert into billing_invoice_lines (
    document_id, created_at, updated_at, published_at, invoice_id, position, issued, description, details, kind, quantity,
    unit, unit_price, discount, tax_category, rate_ppm, net, tax, total, handed_over, derivation)
  select substr(md5(random()::text), 1, 24), $7::timestamptz, $7::timestamptz, $7::timestamptz, fee_id, 1, true,
    'Late fee for ' || number, $2 || ' days overdue', 'service', 1000, '', fee, 0, 'outside', 0, fee, 0, fee, 0,
    jsonb_build_object('currency', currency, 'unitPrice', fee::text, 'quantity', '1000', 'unit', '', 'discount', '0')
  from due
), told as (
  select 'invoice.issued' as name, fee_id as subject, fee_document_id as document, customer_id,
    jsonb_build_object('state', 'open', 'total', fee::text, 'amountDue', fee::text) as after
  from due
  union all
  select 'dunning.step_taken', id, document_id, customer_id,
    jsonb_build_object(
      'number', number, 'day', $2::int, 'channel', 'mail', 'amountDue', amount_due::text, 'fee', fee::text,
      'warned', '["suspend"]'::jsonb, 'actions', '[]'::jsonb)
  from due
), events as (
  insert into platform_events (
    document_id, created_at, updated_at, published_at, name, subject_type, subject_id, subject_document_id, customer_id,
    actor, request_id, after, at)
  select substr(md5(random()::text), 1, 24), $7::timestamptz, $7::timestamptz, $7::timestamptz, name,
    'plugin::billing.invoice', subject, document, customer_id, 'system:bench', 'bench', after, $7::timestamptz
  from told
  returning id, document_id
), links as (
  insert into platform_event_links (document_id, created_at, updated_at, published_at, event_id)
  select document_id, $7::timestamptz, $7::timestamptz, $7::timestamptz, id from events
), mails as (
  insert into platform_deliveries (
    document_id, created_at, updated_at, published_at, template, template_version, key, "to", language, customer_id, data,
    documents, state, attempts, next_attempt_at)
  select substr(md5(random()::text), 1, 24), $7::timestamptz, $7::timestamptz, $7::timestamptz, 'dunning-overdue', $9::int,
    'dunning:' || customer_document_id || ':' || $6::date, email, language, customer_id,
    jsonb_build_object(
      'customer', name, 'company', $8::jsonb ->> 'name', 'currency', currency, 'count', 1, 'number', number,
      'dueDate', to_char(due_date, 'FMDD Mon YYYY'), 'total', to_char(amount_due / 100.0, 'FM999,999,990.00'),
      'fee', to_char(fee / 100.0, 'FM999,999,990.00'), 'warning', 'Unless it is paid, the service will be suspended',
      'invoices', jsonb_build_array(jsonb_build_object(
        'number', number, 'dueDate', to_char(due_date, 'FMDD Mon YYYY'),
        'amount', to_char(amount_due / 100.0, 'FM999,999,990.00'))),
      'accounts', '[]'::jsonb),
    jsonb_build_array(
      jsonb_build_object('kind', 'invoice', 'id', id), jsonb_build_object('kind', 'invoice', 'id', fee_id)),
    'queued', 0, $7::timestamptz
  from due
)
select count(*)::int as taken, max(customer_id)::int as last from due
