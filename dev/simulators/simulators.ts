import type { SimulatorFactory } from './core/simulator.ts';
import { meet } from './meet/meet.ts';
import { teams } from './teams/teams.ts';
import { zoom } from './zoom/zoom.ts';

/** The simulated providers; a new one is its folder and a line here. */
export const simulators: readonly SimulatorFactory[] = [zoom, teams, meet];
