import { parseDocument } from 'yaml';
import type { YamlPath } from './parse-yaml.js';

/** Sets one value in YAML that people edit; their comments and the order of things stay. The text must be sound YAML. */
export function setInYaml(text: string, path: YamlPath, value: string | number | boolean): string {
  const document = parseDocument(text);
  document.setIn(path, value);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
