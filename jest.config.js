import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  testTimeout: 20_000,
  testSequencer: '<rootDir>/test/longest-first.mjs',
  // One more than there are cores, because most journeys wait for something.
  maxWorkers: availableParallelism() + 1,
  // Modules of a test file stay in memory when it is done: without a limit a worker comes to hold more than 1.5 GB.
  workerIdleMemoryLimit: '500MB',
};
