export { fillDemo, isInUse } from './fill';
export { MEMBERS, PASSWORD, STAFF } from './logins';
