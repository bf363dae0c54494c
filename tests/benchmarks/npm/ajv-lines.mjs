// Validates a file line by line with ajv, compiled: node ajv-lines.mjs SCHEMA FILE
// Prints one line for each line of the file that is wrong, with all that is wrong in it.
import fs from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const [schemaFile, file] = process.argv.slice(2);
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(fs.readFileSync(schemaFile, 'utf8')));

let number = 0;
let wrong = 0;

function judge(line) {
  number++;
  if (line.trim() === '') return;
  let task;
  try {
    task = JSON.parse(line);
  } catch (e) {
    wrong++;
    console.log(`${file}:${number}: ${e.message}`);
    return;
  }
  if (!validate(task)) {
    wrong++;
    const faults = validate.errors.map((error) => `${error.instancePath} ${error.message}`);
    console.log(`${file}:${number}: ${faults.join('; ')}`);
  }
}

// Reading in large pieces and cutting them here is faster than readline.
let rest = '';
for await (const piece of fs.createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
  const text = rest + piece;
  let from = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
    judge(text.slice(from, end));
    from = end + 1;
  }
  rest = text.slice(from);
}
if (rest !== '') judge(rest);
console.log(`${number} lines, ${wrong} wrong`);
process.exitCode = wrong > 0 ? 1 : 0;
