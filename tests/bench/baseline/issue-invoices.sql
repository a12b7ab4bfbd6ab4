-- Issues the drafts from $1 to $2 (both within) as one statement; $3 is the last number before them, $4 the day, $5 the
-- instant, $6 the seller as JSON, $7 the version of the mail template.
with priced as (
  select l.*, l.unit_price * l.quantity / 1000 as net from bench_lines l where l.n between $1::int and $2::int
), totals as (
  select n, customer, sum(net)::bigint as net, ((sum(net) * 70000 + 500000) / 1000000)::bigint as tax
  from priced group by n, customer
), cumulated as (
  select *, sum(net) over (partition by n order by position) as upto from priced
), taxed as (
  select *, (div(upto * 70000 + 500000, 1000000) - div((upto - net) * 70000 + 500000, 1000000))::bigint as tax
  from cumulated
), drafts as (
  select t.n, t.customer, t.net, div(t.net::numeric * 70000 + 500000, 1000000)::bigint as tax,
    'INV-' || extract(year from $4::date) + 543 || '-' || lpad(($3::bigint + t.n - $1::int + 1)::text, 6, '0') as number,
    $4::date + c.credit_terms_days as due_date, c.name, c.email, c.language,
    jsonb_build_object(
      'kind', c.kind, 'name', c.name, 'nameEn', c.name_en, 'taxId', c.tax_id, 'branchCode', c.branch_code,
      'vatRegistered', c.vat_registered, 'phone', c.phone, 'email', c.email, 'language', c.language,
      'address', jsonb_build_array(
        c.billing_address ->> 'line1', c.billing_address ->> 'district',
        concat_ws(' ', c.billing_address ->> 'province', c.billing_address ->> 'postcode'))) as buyer
  from totals t join crm_customers c on c.id = t.customer
), issued as (
  insert into billing_invoices (
    document_id, created_at, updated_at, published_at, number, state, customer_id, currency, issued_on, issued_at,
    due_date, early_discount, prices_include_tax, source_type, source_id, source_document_id, net, tax, total,
    amount_due, rates, seller, buyer)
  select substr(md5(random()::text), 1, 24), $5::timestamptz, $5::timestamptz, $5::timestamptz, number, 'open', customer,
    'THB', $4::date, $5::timestamptz, due_date, 0, false, 'bench', n, 'bench-' || n, net, tax, net + tax, net + tax,
    jsonb_build_array(jsonb_build_object(
      'taxCategory', 'standard', 'ratePpm', 70000, 'net', net::text, 'tax', tax::text)),
    $6::jsonb, buyer
  from drafts
  returning id, document_id, number, customer_id, due_date, total, source_id
), lines as (
  insert into billing_invoice_lines (
    document_id, created_at, updated_at, published_at, invoice_id, position, issued, description, kind, quantity, unit,
    unit_price, discount, tax_category, income_kind, rate_ppm, net, tax, total, handed_over, derivation)
  select substr(md5(random()::text), 1, 24), $5::timestamptz, $5::timestamptz, $5::timestamptz, i.id, l.position, true,
    l.description, 'service', l.quantity, 'เดือน', l.unit_price, 0, 'standard', 'service', 70000, l.net, l.tax,
    l.net + l.tax, 0,
    jsonb_build_object(
      'currency', 'THB', 'unitPrice', l.unit_price::text, 'quantity', l.quantity::text, 'unit', 'เดือน', 'discount', '0',
      'tax', jsonb_build_object('category', 'standard', 'ratePpm', 70000, 'included', false, 'share', '0'))
  from taxed l join issued i on i.source_id = l.n
  order by l.n, l.position
), events as (
  insert into platform_events (
    document_id, created_at, updated_at, published_at, name, subject_type, subject_id, subject_document_id, customer_id,
    actor, request_id, after, at)
  select substr(md5(random()::text), 1, 24), $5::timestamptz, $5::timestamptz, $5::timestamptz, 'invoice.issued',
    'plugin::billing.invoice', id, document_id, customer_id, 'system:bench', 'bench',
    jsonb_build_object(
      'number', number, 'state', 'open', 'total', total::text, 'amountDue', total::text, 'dueDate', due_date,
      'source', jsonb_build_object('type', 'bench', 'id', source_id, 'documentId', 'bench-' || source_id, 'number', null)),
    $5::timestamptz
  from issued
  returning id, document_id
), links as (
  insert into platform_event_links (document_id, created_at, updated_at, published_at, event_id)
  select document_id, $5::timestamptz, $5::timestamptz, $5::timestamptz, id from events
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
      from taxed l where l.n = d.n)),
  jsonb_build_array(jsonb_build_object('kind', 'invoice', 'id', i.id)), 'queued', 0, $5::timestamptz
from issued i join drafts d on d.n = i.source_id
