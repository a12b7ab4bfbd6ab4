insert into crm_customers (document_id, code, kind, name, name_key, state, currency, language)
select 'customer' || n, 'C' || n, 'person', 'ลูกค้าที่ ' || n, 'ลูกค้าที่' || n, 'active', 'THB', 'th'
from generate_series(1, 20000) n;

-- Three years of days; one in ten is open, the rest is paid; three in a thousand are void.
insert into billing_invoices (document_id, number, state, customer_id, currency, issued_on, due_date, prices_include_tax,
  net, tax, total, amount_due, seller, buyer)
select 'invoice' || n, 'INV-' || (2567 + n * 3 / 200001) || '-' || lpad(n::text, 6, '0'),
  case when n % 10 = 0 then 'open' when n % 333 = 0 then 'void' else 'paid' end,
  first.id + (n * 7919) % 20000, 'THB', date '2024-01-01' + n * 1095 / 200000, date '2024-01-31' + n * 1095 / 200000, false,
  100000, 7000, 107000, case when n % 10 = 0 then 107000 else 0 end,
  '{"name": "บริษัท สัญญา จำกัด", "taxId": "0105500000011", "branchCode": "00000", "address": "1 ถนนท่าแพ ตำบลช้างคลาน อำเภอเมือง เชียงใหม่ 50100"}',
  '{"name": "ลูกค้า", "taxId": null, "branchCode": null, "address": "99/9 หมู่ 3 ตำบลสุเทพ อำเภอเมือง เชียงใหม่ 50200"}'
from generate_series(1, 200000) n, (select min(id) as id from crm_customers where code = 'C1') first;

insert into sales_orders (document_id, number, state, customer_id, invoice_id, source, language, currency,
  prices_include_tax, discount, net, tax, total, placed_at)
select 'order' || n, 'SO-' || (2567 + n * 3 / 200001) || '-' || lpad(n::text, 6, '0'),
  case when n % 20 = 0 then 'placed' when n % 50 = 1 then 'cancelled' when n % 5 = 2 then 'confirmed' else 'closed' end,
  i.customer_id, i.id, 'storefront', 'th', 'THB', false, 0, 100000, 7000, 107000,
  timestamptz '2024-01-01 09:00+07' + n * interval '1 day' * 1095 / 200000
from generate_series(1, 200000) n join billing_invoices i on i.number = 'INV-' || (2567 + n * 3 / 200001) || '-' || lpad(n::text, 6, '0');

analyze;
