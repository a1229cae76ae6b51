import { describeProvider } from '../provider-contract.ts';
import { acmeAt } from './provider.ts';
import { acme } from './vendor.ts';

describeProvider('A fourth provider, added by one folder,', { provider: acmeAt, vendor: acme, spec: null });
