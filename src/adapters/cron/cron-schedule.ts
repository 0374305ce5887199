import { schedule } from 'node-cron';
import { messageOf } from '../../ports/errors.js';
import type { Log } from '../../ports/log.js';
import type { Schedule, ScheduledTask } from '../../ports/schedule.js';
import { lastDueDay } from './last-due-day.js';

type CronTask = ReturnType<typeof schedule>;

/** Runs tasks by node-cron in this process. */
export function createCronSchedule(log: Log): Schedule {
  const tasks: CronTask[] = [];
  const running = new Set<Promise<void>>();

  return {
    start(task) {
      const run = () => {
        const done = runOnce(task, log).finally(() => running.delete(done));
        running.add(done);
        return done;
      };
      const { name, timezone } = task;
      const cron = schedule(task.cron, run, { name, timezone, noOverlap: true, logger: toCronLogger(log, name) });
      cron.on('execution:overlap', () => log.info('skipped a scheduled task that is still running', { task: name }));
      tasks.push(cron);
    },
    lastDueDay,
    async stop() {
      for (const task of tasks.splice(0)) await task.destroy();
      await Promise.all(running);
    },
  };
}

async function runOnce(task: ScheduledTask, log: Log): Promise<void> {
  try {
    await task.run();
  } catch (error) {
    log.error('a scheduled task failed', {
      task: task.name,
      error: messageOf(error),
    });
  }
}

/** node-cron would otherwise print to the console. */
function toCronLogger(log: Log, task: string) {
  const say = (message: string | Error) => (typeof message === 'string' ? message : message.message);
  return {
    info: (message: string) => log.debug(message, { task }),
    warn: (message: string) => log.debug(message, { task }),
    error: (message: string | Error) => log.warn(say(message), { task }),
    debug: (message: string | Error) => log.debug(say(message), { task }),
  };
}
