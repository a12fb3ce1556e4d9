import { setTimeout } from 'node:timers/promises';
import { readReport } from './build-report.ts';

while (!readReport()) await setTimeout(100);
const error = readReport()?.error;
if (error) throw new Error(error);
