import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { CARRIER, GOODS_RETURN, GOODS_RETURN_LINE, SHIPMENT, SHIPMENT_LINE } from './types';

export const shipmentConstraints: readonly Constraint[] = [
  {
    kind: 'unique',
    type: CARRIER,
    name: 'sales_carriers_name',
    columns: ['name'],
    code: 'carrier.name_taken',
  },
  { kind: 'restrict', type: SHIPMENT, relation: 'order' },
  { kind: 'restrict', type: SHIPMENT, relation: 'chosenCarrier' },
  { kind: 'restrict', type: SHIPMENT_LINE, relation: 'shipment' },
  { kind: 'restrict', type: SHIPMENT_LINE, relation: 'orderLine' },
  {
    kind: 'unique',
    type: SHIPMENT,
    name: 'sales_shipments_number',
    columns: ['number'],
    code: 'shipment.number_taken',
  },
  {
    kind: 'unique',
    type: SHIPMENT_LINE,
    name: 'sales_shipment_lines_once',
    columns: ['shipment', 'orderLine'],
    code: 'order.line_twice',
  },
  {
    kind: 'check',
    type: SHIPMENT_LINE,
    name: 'sales_shipment_lines_quantity',
    condition: '{quantity} > 0',
    code: 'order.nothing_to_deliver',
  },
  {
    kind: 'check',
    type: SHIPMENT,
    name: 'sales_shipments_shipped',
    condition: "({state} in ('shipped', 'delivered')) = ({shippedOn} is not null)",
    code: 'shipment.day_missing',
  },
  {
    kind: 'check',
    type: SHIPMENT,
    name: 'sales_shipments_checked',
    condition: "{state} <> 'checked' or ({checkResult} = 'passed' and {checkedAt} is not null)",
    code: 'shipment.check_missing',
  },
  { kind: 'index', type: SHIPMENT, name: 'sales_shipments_state', columns: ['state', 'plannedAt'] },
  { kind: 'index', type: SHIPMENT, name: 'sales_shipments_shipped_on', columns: ['shippedOn'] },
  { kind: 'index', type: SHIPMENT, name: 'sales_shipments_beginnings', columns: ['number'], beginnings: true },
  // What is said of the way (carrier, tracking, receiver) is learnt after the goods have left.
  { kind: 'freeze', type: SHIPMENT, columns: ['number', 'order', 'plannedAt'] },
  {
    kind: 'freeze',
    type: SHIPMENT_LINE,
    when: '{sealed}',
    columns: ['shipment', 'orderLine', 'position', 'quantity', 'serials', 'sealed'],
  },
];

export const returnConstraints: readonly Constraint[] = [
  { kind: 'restrict', type: GOODS_RETURN, relation: 'order' },
  { kind: 'restrict', type: GOODS_RETURN, relation: 'creditNote' },
  { kind: 'restrict', type: GOODS_RETURN_LINE, relation: 'goodsReturn' },
  { kind: 'restrict', type: GOODS_RETURN_LINE, relation: 'orderLine' },
  {
    kind: 'unique',
    type: GOODS_RETURN,
    name: 'sales_goods_returns_number',
    columns: ['number'],
    code: 'return.number_taken',
  },
  {
    kind: 'check',
    type: GOODS_RETURN,
    name: 'sales_goods_returns_credited',
    condition: "({state} = 'credited') = ({creditNote} is not null)",
    code: 'return.settled_already',
  },
  { kind: 'index', type: GOODS_RETURN, name: 'sales_goods_returns_state', columns: ['state', 'receivedAt'] },
  {
    kind: 'freeze',
    type: GOODS_RETURN,
    columns: ['number', 'order', 'returnedOn', 'cause', 'reason', 'receivedAt'],
  },
  {
    kind: 'freeze',
    type: GOODS_RETURN_LINE,
    columns: ['goodsReturn', 'orderLine', 'position', 'quantity', 'condition', 'settled'],
  },
];
