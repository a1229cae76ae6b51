import { describeProvider } from '../provider-contract.ts';
import { acmeAt } from './provider.ts';
import { acme } from './simulator.ts';

describeProvider('A fourth provider, added by one folder,', { provider: acmeAt, simulator: acme, spec: null });
