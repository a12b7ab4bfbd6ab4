-- Carries out the next 500 rows of import $1 as of day $2: the price that holds ends the day before, the new one begins,
-- an event tells of it. No row is judged anew, no product is looked at, and nobody asks whether an order used a price.
with r as (
  select id, sku, (said -> 'price' ->> 'unitPrice')::bigint as amount
  from sales_product_import_rows where import_id = $1::int and state = 'waiting' order by sku, "row" limit 500
), held as (
  select r.id as line, r.amount, p.id as product, p.document_id as product_document, q.id as price,
    q.document_id as price_document, q.unit_price
  from r
  join sales_products p on p.sku = r.sku
  join sales_prices q on q.product_id = p.id and q.label is null and q.per = 'one_time'
    and (q.valid_from is null or q.valid_from <= $2::date) and (q.valid_to is null or q.valid_to >= $2::date)
), ended as (
  update sales_prices q set valid_to = $2::date - 1, updated_at = now() from held where q.id = held.price
), added as (
  insert into sales_prices (document_id, product_id, model, unit_price, currency, per, valid_from, created_at, updated_at,
    published_at)
  select 'bench' || line, product, 'fixed', amount, 'THB', 'one_time', $2::date, now(), now(), now() from held
), told as (
  insert into platform_events (document_id, name, subject_type, subject_id, subject_document_id, actor, before, after, at,
    created_at, updated_at, published_at)
  select 'event' || line, 'product.changed', 'plugin::sales.product', product, product_document, 'system:bench',
    jsonb_build_object('prices', jsonb_build_array(jsonb_build_object('documentId', price_document, 'validTo', null))),
    jsonb_build_object('prices', jsonb_build_array(
      jsonb_build_object('documentId', price_document, 'validTo', ($2::date - 1)::text),
      jsonb_build_object('per', 'one_time', 'label', null, 'model', 'fixed', 'tiers', null, 'unitPrice', amount::text,
        'validFrom', $2::date::text, 'validTo', null, 'includesTax', null))),
    now(), now(), now(), now()
  from held returning id, document_id
), linked as (
  insert into platform_event_links (document_id, event_id, created_at, updated_at, published_at)
  select document_id, id, now(), now(), now() from told
), marked as (
  update sales_product_import_rows i set state = 'done', reason = null, updated_at = now() from held where i.id = held.line
)
update sales_product_imports set done = done + (select count(*) from held), updated_at = now() where id = $1::int
