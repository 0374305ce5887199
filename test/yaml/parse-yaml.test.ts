import { describe, expect, it, test } from '@jest/globals';
import { z } from 'zod';
import { formatFault, parseYaml } from '../../src/yaml/parse-yaml.js';

const schema = z.strictObject({
  name: z.string().min(3),
  roles: z.array(z.strictObject({ role: z.enum(['group', 'act']), weight: z.number().optional() })),
  place: z.union([z.string(), z.strictObject({ city: z.string() })]).optional(),
});

function faultsOf(text: string): readonly string[] {
  return parseYaml(text, 'a.yaml', schema).faults.map(formatFault);
}

describe('a file without fault', () => {
  it('gives its value and the place of each part of it', () => {
    const parsed = parseYaml('name: abc\nroles:\n  - role: act\n', 'a.yaml', schema);
    expect(parsed.value).toEqual({ name: 'abc', roles: [{ role: 'act' }] });
    expect(parsed.locate(['roles', 0, 'role'])).toEqual({ line: 3, column: 5 });
    expect(parsed.locate(['roles', 7])).toEqual({ line: 2, column: 1 });
  });
});

describe('a file with faults', () => {
  it('lists all of them at once, in the order of the file', () => {
    expect(faultsOf('name: a\nroles:\n  - role: grup\n  - { role: act, wieght: 1 }\n')).toEqual([
      'a.yaml:1:1: name: found "a"; expected at least 3 characters',
      'a.yaml:3:5: role: found "grup"; expected "group", "act"',
      'a.yaml:4:18: wieght: unknown key; known here: role, weight',
    ]);
  });

  test.each([
    ['says what is missing', 'name: abc\n', 'roles: is missing; expected an array'],
    [
      'looks into the nearest alternative',
      'name: abc\nroles: []\nplace: { city: 3 }\n',
      'city: found 3; expected a string',
    ],
    ['names the alternatives', 'name: abc\nroles: []\nplace: 3\n', 'found 3; expected a string or an object'],
    ['refuses aliases', 'name: &a abc\nroles: []\nplace: *a\n', 'found the alias *a'],
    ['refuses tags', 'name: !!js/function abc\nroles: []\n', 'found the tag'],
    ['refuses the same key twice', 'name: abc\nname: abd\nroles: []\n', 'Map keys must be unique'],
    ['names what is no YAML', 'name: "abc\nroles: []\n', '"'],
    ['refuses an empty file', '', 'found null; expected an object'],
  ])('%s', (_name, text, message) => {
    expect(faultsOf(text).join('\n')).toContain(message);
  });

  it('still hands over the raw data, for checks across files', () => {
    expect(parseYaml('name: 1\nroles: []\n', 'a.yaml', schema).raw).toEqual({ name: 1, roles: [] });
  });

  it('stands nesting that would exhaust the stack', () => {
    expect(faultsOf('['.repeat(100_000))).toHaveLength(1);
  });

  it('refuses a text that is too long unread', () => {
    expect(faultsOf(' '.repeat(16_000_001))[0]).toContain('at most 16000000 are read');
  });

  it('does not unfold an alias bomb', () => {
    const bomb = 'a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\n';
    expect(faultsOf(bomb).join('\n')).toContain('alias');
  });
});
