import { definition as billing } from '../../../plugins/billing/server/src/definition';
import { definition as crm } from '../../../plugins/crm/server/src/definition';
import { definition as platform } from '../../../plugins/platform/server/src/definition';
import { definition as sales } from '../../../plugins/sales/server/src/definition';

/** Whose a trigger is, its name says: those of a disabled plugin stay when the others are made anew. */
test.each([platform, crm, billing, sales])('checks of $id begin with its name', ({ id, constraints = [] }) => {
  for (const rule of constraints) {
    if (rule.kind === 'check' || rule.kind === 'forbid') expect(rule.name).toMatch(new RegExp(`^${id}_`));
  }
});

/** A table that is not ours may hold rows that our rules never saw: a constraint on it would stop the site. */
test.each([platform, crm, billing, sales])('constraints of $id lie on its own types', ({ id, constraints = [] }) => {
  for (const rule of constraints) expect(rule.type).toMatch(new RegExp(`^plugin::${id}\\.`));
});
