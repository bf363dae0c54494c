// A process that has many jobs in flight: the official SDK's side of the comparison.
// usage: node jobs-in-flight.mjs ENDPOINT COUNT
import { Runware } from '@runware/sdk-js';

const [url, count] = [process.argv[2], Number(process.argv[3])];
const client = await Runware.initialize({ url, apiKey: 'any-key-will-do' });

const job = () =>
  client.videoInference({
    model: 'klingai:kling-video@o3-pro',
    positivePrompt: 'A kite crosses a harbour at noon',
    width: 1920,
    height: 1080,
    duration: 5,
  });

const fly = async (jobs) => (await Promise.all(Array.from({ length: jobs }, job))).flat().length;

await fly(count);
const start = performance.now();
const results = await fly(count);
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ jobs: count, results, seconds, threads: 0, heap: 0 }));
process.exit(0);
