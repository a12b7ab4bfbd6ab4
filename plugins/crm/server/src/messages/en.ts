import type { Catalogue } from '@sanya/strapi-plugin-platform/kernel';

export const en: Catalogue = {
  'name.missing': 'The name is missing. Please give it.',
  'phone.invalid': 'This is no phone number. Write it like 081 234 5678, or with the country: +66 81 234 5678.',
  'email.invalid': 'This is no mail address. Write it like name@example.com.',
  'tax_id.invalid': 'The tax id is not right: it has 13 digits, and the last one must fit the others. Please check it.',
  'branch.invalid': 'The branch code is not right: it has five digits; 00000 is the head office.',
  'branch.without_tax_id': 'A branch code needs the tax id it belongs to.',
  'country.invalid': 'The country is not right: write its two letters, such as TH.',
  'postcode.invalid': 'The postcode is not right: in Thailand it has five digits, such as 50200.',
  'password.too_long': 'The password is too long: at most {most} bytes.',
  'staff.unknown': 'There is no such member of staff.',
  'row.field_fixed': '{field} is not changed here. Use the action that is made for it.',
  'row.not_copied': 'Customers and contacts are not copied. Please create a new one.',

  'customer.unknown': 'There is no such customer.',
  'customer.code_taken': 'This customer code is already in use.',
  'customer.duplicate_tax_id':
    'The tax id {taxId}, branch {branch}, already belongs to a customer. Please use that one; if it is yours, contact our staff, who link your log-in to it.',
  'customer.duplicate': 'This may be the customer {code} {name}, who is already here. Please use that one.',
  'customer.terms_invalid': 'The credit terms must be whole days from 0 to {most}.',
  'customer.early_payment_invalid':
    'Write what paying early is worth as percent and days, such as 2/10, or 0 for nothing.',
  'customer.credit_limit_invalid': 'The credit limit must not be below zero.',
  'customer.credit_not_yours': 'You may not set credit terms or limits. Please leave them out, or ask who may.',
  'customer.owner_not_yours':
    'You may not give customers to somebody else. Please leave the owner out, or ask who may.',
  'customer.in_use': 'The customer {code} cannot be deleted: {reason}. You can close it instead.',
  'customer.has_members': 'members of the storefront belong to it',
  'customer_class.unknown': 'There is no such customer class.',
  'customer_class.code_taken': 'This class code is already in use.',

  'contact.unknown': 'There is no such contact.',
  'contact.priority_invalid': 'The priority is a whole number from 1 (asked first) to {last}.',
  'contact.is_member': '{name} is a member of the storefront and cannot be deleted. You can set the contact inactive.',
  'contact.user_taken': 'This log-in already belongs to another contact.',

  'member.email_taken': 'This mail address already has a log-in. Please log in, or use another address.',
  'member.username_taken': 'This user name is taken. Please choose another.',
  'member.refused': 'The registration was refused: {reason}.',
  'member.may_not_edit': 'These data are changed by our staff. Please contact us.',

  'permission.customer.read': 'Search customers and read their timeline',
  'permission.customer.create': 'Create customers',
  'permission.customer.update': 'Change customers',
  'permission.customer.credit': 'Set credit terms and limits',
  'permission.customer.assign': 'Give customers to a member of staff',
  'permission.customer.close': 'Close and reopen customers',
  'permission.customer.delete': 'Delete customers',
  'permission.contact.edit': 'Create, change and delete contacts',
  'permission.contact.move': 'Move contacts and members to another customer',
};
