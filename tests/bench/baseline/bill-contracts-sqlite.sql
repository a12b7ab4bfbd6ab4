-- Bills the contracts from :first to :last (both within), statement after statement; :number is the last number before
-- them, :today the day, :next the day of the next period, :at the instant, :seller JSON, :version of the mail template.
create temp table if not exists priced as
select 0 as contract, 0 as line, '' as source_line, 0 as position, '' as description, '' as unit, 0 as quantity,
  0 as unit_price, 0 as discount, '' as tax_category, '' as income_kind, '' as kind, 0 as net, 0 as tax, '' as starts,
  '' as ends, '' as number, 0 as n, 0 as customer where false;
delete from priced;
insert into priced
select contract, line, source_line, position, description, unit, quantity, unit_price, discount, tax_category,
  income_kind, kind, net,
  (upto * 70000 + 500000) / 1000000 - ((upto - net) * 70000 + 500000) / 1000000, starts, ends, number, n, customer
from (
  select x.*, sum(net) over (partition by contract order by position) as upto from (
    select c.id as contract, l.id as line, l.document_id as source_line, l.position, l.description, l.unit, l.quantity,
      l.unit_price, l.discount, l.tax_category, l.income_kind, l.kind,
      l.unit_price * l.quantity / 1000 - l.discount as net, c.next_bill_on as starts, date(:next, '-1 day') as ends,
      c.number, b.n, c.customer_id as customer
    from bench_contracts b join contracts_contracts c on c.id = b.id join contracts_contract_lines l on l.contract_id = c.id
    where b.n between :first and :last and c.state = 'active' and c.parked_at is null and c.next_bill_on <= :today
      and not exists (
        select 1 from contracts_billing_periods p where p.line_id = l.id and p.starts_on = c.next_bill_on and p.state = 'billed')
  ) x
);
insert into billing_invoices (
  document_id, created_at, updated_at, published_at, number, state, customer_id, currency, issued_on, issued_at, due_date,
  early_discount, prices_include_tax, source_type, source_id, source_document_id, source_number, net, tax, total,
  amount_due, agreed_total, rates, seller, buyer)
select lower(hex(randomblob(12))), :at, :at, :at,
  'INV-' || (cast(substr(:today, 1, 4) as integer) + 543) || '-' || printf('%06d', :number + t.n - :first + 1), 'open',
  t.customer, 'THB', :today, :at, date(:today, c.credit_terms_days || ' days'), 0, 0, 'plugin::contracts.contract',
  t.contract, k.document_id, t.number, t.net, t.tax, t.net + t.tax, t.net + t.tax, t.net * 12,
  json_array(json_object('taxCategory', 'standard', 'ratePpm', 70000, 'net', '' || t.net, 'tax', '' || t.tax)), :seller,
  json_object(
    'kind', c.kind, 'name', c.name, 'nameEn', c.name_en, 'taxId', c.tax_id, 'branchCode', c.branch_code,
    'vatRegistered', c.vat_registered, 'phone', c.phone, 'email', c.email, 'language', c.language,
    'address', json_array(c.billing_address ->> 'line1', c.billing_address ->> 'district',
      (c.billing_address ->> 'province') || ' ' || (c.billing_address ->> 'postcode')))
from (
  select contract, n, customer, number, sum(net) as net, (sum(net) * 70000 + 500000) / 1000000 as tax from priced
  group by contract, n, customer, number
) t join crm_customers c on c.id = t.customer join contracts_contracts k on k.id = t.contract;
create temp table if not exists issued as
select 0 as id, '' as document_id, '' as number, 0 as customer, '' as due_date, 0 as total, 0 as contract where false;
delete from issued;
insert into issued
select id, document_id, number, customer_id, due_date, total, source_id from billing_invoices
where source_type = 'plugin::contracts.contract' and number in (
  select 'INV-' || (cast(substr(:today, 1, 4) as integer) + 543) || '-' || printf('%06d', :number + n - :first + 1) from priced);
insert into billing_invoice_lines (
  document_id, created_at, updated_at, published_at, invoice_id, position, issued, source_line, description, details, kind,
  quantity, unit, unit_price, discount, tax_category, income_kind, rate_ppm, net, tax, total, handed_over, derivation)
select lower(hex(randomblob(12))), :at, :at, :at, i.id, l.position, 1, l.source_line, l.description,
  l.starts || ' to ' || l.ends, l.kind, l.quantity, l.unit, l.unit_price, l.discount, l.tax_category, l.income_kind, 70000,
  l.net, l.tax, l.net + l.tax, 0,
  json_object(
    'price', json_object('origin', 'contract', 'name', l.number), 'period', json_object('from', l.starts, 'to', l.ends),
    'currency', 'THB', 'unitPrice', '' || l.unit_price, 'quantity', '' || l.quantity, 'unit', l.unit, 'discount', '0',
    'tax', json_object('category', 'standard', 'ratePpm', 70000, 'included', json('false'), 'share', '0'))
from priced l join issued i on i.contract = l.contract order by l.contract, l.position;
insert into contracts_billing_periods (
  document_id, created_at, updated_at, published_at, contract_id, line_id, period_number, starts_on, ends_on, state, amount,
  invoice_id, position, parts, billing_run_id, billed_on)
select lower(hex(randomblob(12))), :at, :at, :at, l.contract, l.line, 0, l.starts, l.ends, 'billed', l.net, i.id,
  l.position, 1, (select id from contracts_billing_runs), :today
from priced l join issued i on i.contract = l.contract;
update contracts_contracts set next_bill_on = :next, updated_at = :at where id in (select contract from issued);
insert into platform_events (
  document_id, created_at, updated_at, published_at, name, subject_type, subject_id, subject_document_id, customer_id, actor,
  request_id, before, after, at)
select lower(hex(randomblob(12))), :at, :at, :at, 'invoice.issued', 'plugin::billing.invoice', i.id, i.document_id,
  i.customer, 'system:bench', 'bench', null,
  json_object(
    'number', i.number, 'state', 'open', 'total', '' || i.total, 'amountDue', '' || i.total, 'dueDate', i.due_date,
    'source', json_object(
      'type', 'plugin::contracts.contract', 'id', c.id, 'documentId', c.document_id, 'number', c.number)), :at
from issued i join contracts_contracts c on c.id = i.contract
union all
select lower(hex(randomblob(12))), :at, :at, :at, 'contract.billed', 'plugin::contracts.contract', c.id, c.document_id,
  i.customer, 'system:bench', 'bench', json_object('state', 'active'),
  json_object('number', c.number, 'state', 'active', 'invoice', i.number, 'periods', 2), :at
from issued i join contracts_contracts c on c.id = i.contract;
insert into platform_event_links (document_id, created_at, updated_at, published_at, event_id)
select document_id, :at, :at, :at, id from platform_events
where id > (select max(event_id) from platform_event_links);
update contracts_billing_runs
set contracts = contracts + (select count(*) from issued), invoices = invoices + (select count(*) from issued),
  periods = periods + (select count(*) from priced), total = total + (select coalesce(sum(total), 0) from issued),
  updated_at = :at
where state = 'running';
insert into platform_deliveries (
  document_id, created_at, updated_at, published_at, template, template_version, key, "to", language, customer_id, about_type,
  about_document_id, about_name, is_test, data, documents, state, attempts, next_attempt_at)
select lower(hex(randomblob(12))), :at, :at, :at, 'invoice-mail', :version, 'invoice:' || i.document_id, c.email, c.language,
  i.customer, 'plugin::billing.invoice', i.document_id, i.number, 0,
  json_object(
    'customer', c.name, 'company', :seller ->> 'name', 'number', i.number, 'total', printf('%,.2f', i.total / 100.0),
    'currency', 'THB', 'issuedOn', :today, 'dueDate', i.due_date, 'earlyUntil', '', 'earlyDiscount', '0.00',
    'lines', (
      select json_group_array(json_object('description', l.description, 'total', printf('%,.2f', (l.net + l.tax) / 100.0)))
      from priced l where l.contract = i.contract)),
  json_array(json_object('kind', 'invoice', 'id', i.id)), 'queued', 0, :at
from issued i join crm_customers c on c.id = i.customer
