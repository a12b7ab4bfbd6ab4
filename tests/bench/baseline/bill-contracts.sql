-- Bills the contracts from $1 to $2 (both within) as one statement; $3 is the last number before them, $4 the day, $5 the
-- instant, $6 the seller as JSON, $7 the version of the mail template.
with due as (
  select c.id, c.document_id, c.number, c.customer_id, c.next_bill_on as starts,
    ($4::date + interval '1 month')::date as next, b.n
  from bench_contracts b join contracts_contracts c on c.id = b.id
  where b.n between $1::int and $2::int and c.state = 'active' and c.parked_at is null and c.next_bill_on <= $4::date
), priced as (
  select d.id as contract, d.starts, d.next - 1 as ends, l.id as line, l.document_id as source_line, l.position,
    l.description, l.unit, l.quantity, l.unit_price, l.discount, l.tax_category, l.income_kind, l.kind,
    l.unit_price * l.quantity / 1000 - l.discount as net, d.number, cu.language
  from due d join contracts_contract_lines l on l.contract_id = d.id join crm_customers cu on cu.id = d.customer_id
  where not exists (
    select 1 from contracts_billing_periods p where p.line_id = l.id and p.starts_on = d.starts and p.state = 'billed')
), totals as (
  select contract, sum(net)::bigint as net from priced group by contract
), cumulated as (
  select *, sum(net) over (partition by contract order by position) as upto from priced
), taxed as (
  select *, (div(upto * 70000 + 500000, 1000000) - div((upto - net) * 70000 + 500000, 1000000))::bigint as tax
  from cumulated
), drafts as (
  select d.*, t.net, div(t.net::numeric * 70000 + 500000, 1000000)::bigint as tax,
    'INV-' || extract(year from $4::date) + 543 || '-' || lpad(($3::bigint + d.n - $1::int + 1)::text, 6, '0') as invoice,
    $4::date + c.credit_terms_days as due_date, c.name, c.email, c.language,
    jsonb_build_object(
      'kind', c.kind, 'name', c.name, 'nameEn', c.name_en, 'taxId', c.tax_id, 'branchCode', c.branch_code,
      'vatRegistered', c.vat_registered, 'phone', c.phone, 'email', c.email, 'language', c.language,
      'address', jsonb_build_array(
        c.billing_address ->> 'line1', c.billing_address ->> 'district',
        concat_ws(' ', c.billing_address ->> 'province', c.billing_address ->> 'postcode'))) as buyer
  from due d join totals t on t.contract = d.id join crm_customers c on c.id = d.customer_id
), issued as (
  insert into billing_invoices (
    document_id, created_at, updated_at, published_at, number, state, customer_id, currency, issued_on, issued_at,
    due_date, early_discount, prices_include_tax, source_type, source_id, source_document_id, source_number, net, tax,
    total, amount_due, agreed_total, rates, seller, buyer)
  select substr(md5(random()::text), 1, 24), $5::timestamptz, $5::timestamptz, $5::timestamptz, invoice, 'open',
    customer_id, 'THB', $4::date, $5::timestamptz, due_date, 0, false, 'plugin::contracts.contract', id, document_id,
    number, net, tax, net + tax, net + tax, net * 12,
    jsonb_build_array(jsonb_build_object(
      'taxCategory', 'standard', 'ratePpm', 70000, 'net', net::text, 'tax', tax::text)),
    $6::jsonb, buyer
  from drafts
  returning id, document_id, number, customer_id, due_date, total, source_id
), lines as (
  insert into billing_invoice_lines (
    document_id, created_at, updated_at, published_at, invoice_id, position, issued, source_line, description, details,
    kind, quantity, unit, unit_price, discount, tax_category, income_kind, rate_ppm, net, tax, total, handed_over,
    derivation)
  select substr(md5(random()::text), 1, 24), $5::timestamptz, $5::timestamptz, $5::timestamptz, i.id, l.position, true,
    l.source_line, l.description, to_char(l.starts, 'FMDD Mon YYYY') || ' to ' || to_char(l.ends, 'FMDD Mon YYYY'),
    l.kind, l.quantity, l.unit, l.unit_price, l.discount, l.tax_category, l.income_kind, 70000, l.net, l.tax,
    l.net + l.tax, 0,
    jsonb_build_object(
      'price', jsonb_build_object('origin', 'contract', 'name', l.number),
      'period', jsonb_build_object('from', l.starts, 'to', l.ends),
      'currency', 'THB', 'unitPrice', l.unit_price::text, 'quantity', l.quantity::text, 'unit', l.unit, 'discount', '0',
      'tax', jsonb_build_object('category', 'standard', 'ratePpm', 70000, 'included', false, 'share', '0'))
  from taxed l join issued i on i.source_id = l.contract
  order by l.contract, l.position
), periods as (
  insert into contracts_billing_periods (
    document_id, created_at, updated_at, published_at, contract_id, line_id, period_number, starts_on, ends_on, state,
    amount, invoice_id, position, parts, billing_run_id, billed_on)
  select substr(md5(random()::text), 1, 24), $5::timestamptz, $5::timestamptz, $5::timestamptz, l.contract, l.line, 0,
    l.starts, l.ends, 'billed', l.net, i.id, l.position, 1, r.id, $4::date
  from taxed l join issued i on i.source_id = l.contract cross join contracts_billing_runs r
), moved as (
  update contracts_contracts c set next_bill_on = d.next, updated_at = $5::timestamptz from due d where c.id = d.id
), events as (
  insert into platform_events (
    document_id, created_at, updated_at, published_at, name, subject_type, subject_id, subject_document_id, customer_id,
    actor, request_id, before, after, at)
  select substr(md5(random()::text), 1, 24), $5::timestamptz, $5::timestamptz, $5::timestamptz, e.name, e.type, e.id,
    e.document_id, e.customer_id, 'system:bench', 'bench', e.before, e.after, $5::timestamptz
  from (
    select 'invoice.issued' as name, 'plugin::billing.invoice' as type, i.id, i.document_id, i.customer_id,
      null::jsonb as before,
      jsonb_build_object(
        'number', i.number, 'state', 'open', 'total', i.total::text, 'amountDue', i.total::text, 'dueDate', i.due_date,
        'source', jsonb_build_object(
          'type', 'plugin::contracts.contract', 'id', d.id, 'documentId', d.document_id, 'number', d.number)) as after
    from issued i join due d on d.id = i.source_id
    union all
    select 'contract.billed', 'plugin::contracts.contract', d.id, d.document_id, d.customer_id,
      jsonb_build_object('state', 'active'),
      jsonb_build_object('number', d.number, 'state', 'active', 'invoice', i.number, 'periods', 2)
    from issued i join due d on d.id = i.source_id
  ) e
  returning id, document_id
), links as (
  insert into platform_event_links (document_id, created_at, updated_at, published_at, event_id)
  select document_id, $5::timestamptz, $5::timestamptz, $5::timestamptz, id from events
), told as (
  update contracts_billing_runs r
  set contracts = r.contracts + x.count, invoices = r.invoices + x.count, periods = r.periods + 2 * x.count,
    total = r.total + x.total, updated_at = $5::timestamptz
  from (select count(*)::int as count, coalesce(sum(total), 0)::bigint as total from issued) x
  where r.state = 'running'
)
insert into platform_deliveries (
  document_id, created_at, updated_at, published_at, template, template_version, key, "to", language, customer_id,
  about_type, about_document_id, about_name, is_test, data, documents, state, attempts, next_attempt_at)
select substr(md5(random()::text), 1, 24), $5::timestamptz, $5::timestamptz, $5::timestamptz, 'invoice-mail', $7::int,
  'invoice:' || i.document_id, d.email, d.language, i.customer_id, 'plugin::billing.invoice', i.document_id, i.number,
  false,
  jsonb_build_object(
    'customer', d.name, 'company', $6::jsonb ->> 'name', 'number', i.number,
    'total', to_char(i.total / 100.0, 'FM999,999,990.00'), 'currency', 'THB',
    'issuedOn', to_char($4::date, 'FMDD Mon YYYY'), 'dueDate', to_char(i.due_date, 'FMDD Mon YYYY'),
    'earlyUntil', '', 'earlyDiscount', '0.00',
    'lines', (
      select jsonb_agg(jsonb_build_object(
        'description', l.description, 'total', to_char((l.net + l.tax) / 100.0, 'FM999,999,990.00')) order by l.position)
      from taxed l where l.contract = d.id)),
  jsonb_build_array(jsonb_build_object('kind', 'invoice', 'id', i.id)), 'queued', 0, $5::timestamptz
from issued i join drafts d on d.id = i.source_id
