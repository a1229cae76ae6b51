import type { VendorFactory } from './core/vendor.ts';
import { meet } from './meet/meet.ts';
import { teams } from './teams/teams.ts';
import { zoom } from './zoom/zoom.ts';

/** The simulated vendors; a new one is its folder and a line here. */
export const vendors: readonly VendorFactory[] = [zoom, teams, meet];
