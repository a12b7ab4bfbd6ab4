import type { Catalogue } from '@sanya/strapi-plugin-platform/kernel';

export const en: Catalogue = {
  'customer.has_orders': 'it has orders or quotes',
  'order.no_lines': 'An order needs at least one line. Add a product and its quantity.',
  'order.too_many_lines': 'The order has {count} lines; at most {most} are taken. Split it into several orders.',
  'order.product_unknown': 'There is no product {product}. Choose one from the catalogue.',
  'order.product_closed': '{product} is no longer sold. Choose another product.',
  'order.product_without_price': '{product} has no price today. Ask us for an offer.',
  'order.price_unknown': 'That price does not belong to {product}. Choose one of the prices listed with the product.',
  'order.price_not_valid': 'That price of {product} does not hold today. Choose one of the current prices.',
  'order.currency_foreign': 'Orders are taken in {own}, not in {currency}. Order in {own}.',
  'order.coupon_unknown': 'There is no coupon {coupon}. Order without it or check how it is written.',
  'order.quantity_not_a_number':
    '“{quantity}” is no quantity. Write a number above zero with at most three decimals, such as 2 or 1.5.',
  'order.quantity_not_positive': 'The quantity of {product} must be above zero.',
  'order.quantity_not_sold_so':
    '{product} is sold in steps of {step} {unit}, so not {quantity}. Choose a multiple of {step}.',
  'order.quantity_too_large': 'So much of {product} cannot be ordered at once. At most {most} are taken.',
  'order.amount_too_large': 'The line of {product} is worth more than {most:money}. Order less of it.',
  'order.unit_price_negative': 'A unit price is zero or more.',
  'order.discount_out_of_range': 'The discount on {product} must lie between 0.00 and {most:money}.',
  'order.tax_mixed':
    'Some prices of this order include VAT and others do not. Order them separately, or give them the same kind of price.',
  'order.no_customer': 'Your login belongs to no customer yet. Ask us to link it, then order.',
  'product.by_action_only':
    'Options, parts and tiers have a shape of their own. Change them on the page of the product.',
  'sales.by_action_only':
    'Orders, quotes, stock and coupons are not written by hand. Use the actions: enter, send, confirm, deliver, cancel, adjust.',
  'order.customer_unknown': 'There is no such customer. Choose one from the list.',
  'order.customer_closed': 'The customer {customer} is closed. Reopen the customer first.',
  'order.po_number_missing':
    'The customer {customer} wants its purchase order number on what it is billed. Give the number.',
  'order.contact_unknown': 'There is no such contact at this customer. Choose one of the customer’s contacts.',
  'order.number_taken': 'That order number is taken. Try again.',
  'order.line_unknown': 'There is no such line in this order. Name a line of the order.',
  'order.line_twice': '{line} is named twice. Name each line once with its whole quantity.',
  'order.more_than_ordered': 'Of {line} only {left} is left to hand over.',
  'order.nothing_to_deliver': 'Nothing of this order is left to hand over.',
  'order.more_than_unplanned':
    'Of {line} only {left} is left: {planned} stands in planned shipments. Ship those or cancel them first.',
  'order.left_is_planned': 'What is left of this order stands in planned shipments. Ship those or cancel them first.',
  'order.not_under_way': 'Order {order} is no longer under way: there is nothing to be late with.',
  'order.promised_in_past': 'That day has passed. Give today, {today:date}, or a later day.',
  'order.delivered_in_future':
    'Goods cannot have been handed over after today, {today:date}. Give that day or an earlier one.',
  'order.delivered_too_long_ago':
    '{date:date} is more than a year ago. Give the day the goods changed hands, not before {earliest:date}.',
  'order.handed_over':
    'Something of order {order} was handed over already. Credit what comes back instead of cancelling.',
  'order.void_handed_over':
    'Something of order {order} was handed over, so its invoice is not voided. Credit the invoice instead.',
  'order.invoice_credited':
    'Invoice {invoice} of order {order} was credited whole: nobody pays for it. Cancel the order, and take a new one for what is wanted.',
  'order.credit_stands':
    'When {creditNote} credited invoice {invoice}, order {order} let go of its goods and coupons: the credit is not taken back. Take a new order.',
  'order.twice': 'Order {order} is named twice. Name each order once.',
  'order.being_fulfilled': 'Order {order} is being prepared. Call us to cancel it.',
  'order.invoice_credit_first':
    'Invoice {invoice} of order {order} was paid or taxed. Credit the invoice first, then cancel the order.',
  'order.cancelled_by_customer': 'Cancelled by the customer',
  'order.cancelled_by_staff': 'Cancelled by us',
  'order.expired_unpaid': 'Not paid in time',
  'order.not_approved': 'Not approved',
  'approval.credit.asked': '{order} of {total:money} for {customer} on credit.',
  'approval.discount.asked': '{order} for {customer} with {percent} % off: {charged:money} instead of {list:money}.',
  'approval.credit.amend_asked': '{order} for {customer} changed: {more:money} more on credit, {total:money} in all.',
  'approval.discount.amend_asked':
    '{order} for {customer} changed: what is added has {percent} % off, {charged:money} instead of {list:money}.',
  'approval.discount.grown_asked':
    '{order} for {customer} changed: the whole order then has {percent} % off, {charged:money} instead of {list:money}.',
  'approval.discount.quote_asked':
    'Quote for {customer} with {percent} % off: {charged:money} instead of {list:money}.',
  'stock.not_enough': 'Of {product} only {left} are left, not {wanted}. Order fewer.',
  'stock.not_reserved': 'Of {product} {wanted} are not reserved for this order. Check its stock movements.',
  'stock.quantity_invalid': '“{quantity}” is no quantity to book. Write a number such as 5, or -2 to take away.',
  'stock.quantity_zero': 'Nothing would change. Give a quantity other than zero.',
  'stock.promised':
    'Of {product} there are {onHand}, of which {reserved} are promised to orders. At most {most} can be taken away.',
  'stock.oversold': 'More would be promised than lies in stock. Receive goods or cancel orders first.',
  'stock.item_taken': 'This product has its stock already. Book on that.',
  'product.sku_taken': 'Another product has that code. Choose a code of its own.',
  'product.step_invalid':
    'The step in which a product is sold is a number above zero with at most three decimals, such as 1 or 0.5.',
  'price.negative': 'A price is zero or more.',
  'price.dates_crossed': 'The price ends before it begins. Give an end on or after the beginning.',
  'product.unknown': 'There is no such product. Choose one from the list.',
  'product.tax_category_unknown': 'There is no tax category {category} today. Choose one of: {known}.',
  'product.income_kind_unknown': 'There is no kind of income {kind}. Choose one of: {known}.',
  'price.no_amount': 'A new price needs its amount. Write it in baht, zero or more.',
  'price.too_large': 'A price is at most {most:money}.',
  'price.unknown': 'That price does not belong to this product. Read the product again.',
  'price.twice': 'One price is named twice. Name each price once.',
  'price.over': 'That price ended on {date:date} and was ordered. Add a new price instead.',

  'order.per.one_time': 'once',
  'order.per.month': 'every month',
  'order.per.quarter': 'every three months',
  'order.per.half_year': 'every six months',
  'order.per.year': 'every year',
  'order.state.draft': 'Draft',
  'order.state.placed': 'Placed',
  'order.state.awaiting_approval': 'Awaiting approval',
  'order.state.confirmed': 'Confirmed',
  'order.state.fulfilling': 'In preparation',
  'order.state.delivered': 'Delivered',
  'order.state.returned': 'Returned',
  'order.state.closed': 'Closed',
  'order.state.cancelled': 'Cancelled',
  'order.state.expired': 'Expired',
  'product.state.active': 'On sale',
  'product.state.closed': 'No longer sold',
  'order.document_title': 'Order confirmation',
  'order.document_title_held': 'Order',
  'order.document_number': 'Order',
  'order.document_state': 'State',
  'order.document_invoice': 'Invoice',
  'order.document_po': 'Your order number',
  'order.document_shipping': 'Deliver to',
  'order.document_net': 'Before VAT',
  'order.document_tax': 'VAT',
  'order.document_total': 'Total',

  'permission.order.enter': 'Enter orders',
  'permission.order.confirm': 'Confirm orders',
  'permission.order.fulfil': 'Begin to fulfil orders',
  'permission.order.deliver': 'Hand over orders',
  'permission.order.close': 'Close orders',
  'permission.order.cancel': 'Cancel orders',
  'permission.order.approve-credit': 'Approve orders above the credit limit',
  'permission.order.approve-discount': 'Approve discounts',
  'permission.order.document': 'Print orders',
  'permission.product.read': 'Read the choices for products',
  'permission.product.edit': 'Create and change products and prices',
  'permission.product.close': 'Close and reopen products',
  'permission.stock.read': 'See the stock page',
  'permission.stock.adjust': 'Receive and correct stock',

  'proof.sales.stock-equals-movements':
    'Stock of {product}: {onHand} on hand and {reserved} reserved, but its movements say {movedOnHand} and {movedReserved}.',
  'proof.sales.reserved-equals-open-orders':
    'Stock of {product}: {reserved} reserved, but open orders wait for {waiting}.',
  'proof.sales.order-equals-lines': 'Order {order} says {total:money}, its lines add up to {lines:money}.',
  'proof.sales.order-equals-invoice': 'Order {order} says {total:money}, its invoice {invoice} says {invoiced:money}.',
  'proof.sales.order-without-invoice': 'Order {order} is {state} but has no invoice that stands.',
  'proof.sales.shipment-not-taxed':
    'Of order {order} goods worth {value:money} were handed over, but only {taxed:money} are on tax invoices.',
};
