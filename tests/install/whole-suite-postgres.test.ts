import { wholeSuite } from './support/whole-suite';

wholeSuite('postgres');
