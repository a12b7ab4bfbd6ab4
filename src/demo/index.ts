export { fillDemo, isInUse } from './fill';
export { MEMBERS, PASSWORD, STAFF } from './logins';
export { mayTakeTrialData, seedTrialData } from './trial-data';
