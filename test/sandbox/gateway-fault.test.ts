import { describe, expect, it } from '@jest/globals';
import { reorder } from '../../src/sandbox/fault-proxy/gateway-fault.js';

describe('events that come out of order', () => {
  it('are swapped with the next one of their own connection, and never arrive on another', () => {
    const fault = reorder(1, () => 0);
    const [old, fresh] = [{}, {}];
    expect(fault('{"op":0,"s":1}', old)).toEqual([]);
    expect(fault('{"op":10}', fresh)).toEqual(['{"op":10}']);
    expect(fault('{"op":0,"s":2}', old)).toEqual(['{"op":0,"s":2}', '{"op":0,"s":1}']);
    expect(fault('{"op":0,"s":1}', fresh)).toEqual([]);
    expect(fault('{"op":11}', fresh)).toEqual(['{"op":11}', '{"op":0,"s":1}']);
  });
});
