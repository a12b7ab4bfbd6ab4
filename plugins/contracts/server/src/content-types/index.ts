import billingPeriod from './billing-period/schema.json';
import billingRun from './billing-run/schema.json';
import billingUndo from './billing-undo/schema.json';
import billingUndoItem from './billing-undo-item/schema.json';
import contractLine from './contract-line/schema.json';
import contract from './contract/schema.json';
import suspension from './suspension/schema.json';

export const contentTypes = {
  contract: { schema: contract },
  'contract-line': { schema: contractLine },
  suspension: { schema: suspension },
  'billing-period': { schema: billingPeriod },
  'billing-run': { schema: billingRun },
  'billing-undo': { schema: billingUndo },
  'billing-undo-item': { schema: billingUndoItem },
};
