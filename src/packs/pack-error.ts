import { formatFault, type YamlFault } from '../yaml/parse-yaml.js';

/** The pack cannot be used. Carries every fault that was found; the message lists them, one a line. */
export class PackError extends Error {
  override readonly name = 'PackError';
  readonly faults: readonly YamlFault[];

  constructor(faults: readonly YamlFault[]) {
    super(faults.map(formatFault).join('\n'));
    this.faults = faults;
  }
}
