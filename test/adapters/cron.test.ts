import { describe, expect, it } from '@jest/globals';
import { createCronSchedule } from '../../src/adapters/cron/cron-schedule.js';
import type { Log, LogFields } from '../../src/ports/log.js';

const EVERY_SECOND = { name: 'test', cron: '* * * * * *', timezone: 'Asia/Dushanbe' };

interface Said {
  readonly message: string;
  readonly fields: LogFields | undefined;
}

/** A log that hands every line to `hear`. */
function listeningLog(hear: (said: Said) => void): Log {
  const say = (message: string, fields?: LogFields) => hear({ message, fields });
  return { debug: say, info: say, warn: say, error: say };
}

function signal() {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: () => resolve() };
}

const silent = listeningLog(() => {});

describe('the cron schedule', () => {
  it('runs a task when its time comes', async () => {
    const schedule = createCronSchedule(silent);
    await new Promise<void>((resolve) => {
      schedule.start({ ...EVERY_SECOND, run: async () => resolve() });
    });
    await schedule.stop();
  });

  it('does not start a task twice while it runs, and stopping waits for it', async () => {
    const events: string[] = [];
    const finish = signal();
    const overlapped = signal();
    const schedule = createCronSchedule(
      listeningLog(({ message }) => {
        if (message.includes('still running')) overlapped.resolve();
      }),
    );
    schedule.start({
      ...EVERY_SECOND,
      run: async () => {
        events.push('started');
        await finish.promise;
        events.push('finished');
      },
    });
    await overlapped.promise;
    const stopped = schedule.stop().then(() => events.push('stopped'));
    finish.resolve();
    await stopped;
    expect(events).toEqual(['started', 'finished', 'stopped']);
  });

  it('logs a task that throws, and the task comes round again', async () => {
    const said: Said[] = [];
    const schedule = createCronSchedule(listeningLog((line) => said.push(line)));
    await new Promise<void>((resolve) => {
      schedule.start({
        ...EVERY_SECOND,
        run: async () => {
          if (said.length > 0) resolve();
          throw new Error('no database');
        },
      });
    });
    await schedule.stop();
    expect(said[0]).toEqual({ message: 'a scheduled task failed', fields: { task: 'test', error: 'no database' } });
  });
});
