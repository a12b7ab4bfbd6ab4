-- Finds the open invoices of exactly the amount of each line of statement $1 and writes what may be of it: nothing is
-- read of what the bank says beside, no slip and no payment is looked at, and no sum, withholding or tolerance is tried.
with candidates as (
  select l.id as line, i.id, i.document_id, i.number, i.amount_due, c.id as customer, c.document_id as customer_document,
    c.name, row_number() over (partition by l.id order by i.due_date, i.id) as place,
    count(*) over (partition by l.id) as many
  from billing_statement_lines l
  join billing_invoices i on i.amount_due = l.amount and i.state = 'open' and i.currency = 'THB'
  join crm_customers c on c.id = i.customer_id
  where l.statement_id = $1::int and l.state in ('unknown', 'to_check', 'matched')
), found as (
  select line, max(many) as many,
    jsonb_agg(jsonb_build_object(
      'kind', 'invoices', 'payment', null, 'score', case when many = 1 then 60 else 50 end,
      'reasons', case when many = 1 then '["amount_exact", "amount_alone"]'::jsonb else '["amount_exact"]'::jsonb end,
      'customer', jsonb_build_object('id', customer, 'documentId', customer_document, 'name', name),
      'invoices', jsonb_build_array(jsonb_build_object(
        'id', id, 'documentId', document_id, 'number', number, 'cash', amount_due::text, 'withheld', '0'))
    ) order by place) as proposals
  from candidates where place <= 5 group by line
)
update billing_statement_lines l
set state = case when f.many is null then 'unknown' when f.many = 1 then 'matched' else 'to_check' end,
  proposals = coalesce(f.proposals, '[]'::jsonb), problem = null, updated_at = $2::timestamptz
from billing_statement_lines o left join found f on f.line = o.id
where o.id = l.id and o.statement_id = $1::int and o.state in ('unknown', 'to_check', 'matched')
