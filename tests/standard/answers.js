// What opening_hours.js answers, minute by minute, in the zone of this process (TZ).
//
// Reads {"windows": [[first second of the epoch, minutes], ...], "expressions": [text, ...], "step": 60} and writes
// {"version": text, "offsets": [a list a window], "answers": [an entry an expression]}. An offset is [minute of the window from
// which it holds, minutes that the clock is ahead of UTC]. An entry is {"error": text}, or {"warnings": [type, ...],
// "changes": [a list a window]}, where a change is [minute of the window, "open" | "closed" | "unknown", comment | null].
// The first offset and the first change are at minute 0. NODE_PATH says where `opening_hours` is installed.
'use strict';

const fs = require('fs');
const path = require('path');
const OpeningHours = require('opening_hours');

const DAY = 1440;
// These depend on the day on which the script runs.
const OF_TODAY = new Set(['year_past', 'date_past', 'date_range_past']);

function windowOf([start, minutes]) {
  const dates = [];
  const wall = [];
  for (let minute = 0; minute < minutes; minute++) {
    const date = new Date((start + minute * 60) * 1000);
    dates.push(date);
    wall.push(date.getHours() * 60 + date.getMinutes());
  }
  const offsets = [];
  dates.forEach((date, minute) => {
    const ahead = -date.getTimezoneOffset();
    if (!offsets.length || offsets[offsets.length - 1][1] !== ahead) offsets.push([minute, ahead]);
  });
  return { dates, wall, offsets };
}

// The minutes of a day that are read in any case: every so many, and every time in the text.
function read(text, step) {
  const found = new Set();
  for (let minute = 0; minute < DAY; minute += step) found.add(minute);
  for (const [, hours, minutes] of text.matchAll(/(\d{1,2})[:.](\d\d)/g)) {
    // An open end is supposed to last for eight or ten hours.
    for (const more of [0, 8, 10]) found.add(((+hours + more) * 60 + +minutes) % DAY);
  }
  return found;
}

function stateAt(rules, date) {
  const [open, , unknown, comment] = rules.getStatePair(date);
  return [open ? 'open' : unknown ? 'unknown' : 'closed', comment === undefined ? null : comment];
}

const same = (one, other) => one[0] === other[0] && one[1] === other[1];

// A stretch from one of these minutes to the next is read at both of its ends too, and at each minute where these differ.
function changesIn(rules, { dates, wall, offsets }, minutes) {
  const changes = [];
  const add = (minute, state) => {
    if (!changes.length || !same(changes[changes.length - 1].slice(1), state)) changes.push([minute, ...state]);
  };
  const breaks = new Set(offsets.map(([minute]) => minute));
  let start = 0;
  while (start < dates.length) {
    let end = start + 1;
    while (end < dates.length && !minutes.has(wall[end]) && !breaks.has(end)) end++;
    const first = stateAt(rules, dates[start]);
    add(start, first);
    if (end - 1 > start && !same(first, stateAt(rules, dates[end - 1]))) {
      for (let minute = start + 1; minute < end; minute++) add(minute, stateAt(rules, dates[minute]));
    }
    start = end;
  }
  return changes;
}

function answer(text, windows, step) {
  try {
    const rules = new OpeningHours(text, {}, { mode: 0 });
    const minutes = read(text, step);
    const changes = windows.map((window) => changesIn(rules, window, minutes));
    const types = rules.getStructuredWarnings().map((warning) => warning.type);
    return { warnings: [...new Set(types)].filter((type) => !OF_TODAY.has(type)).sort(), changes };
  } catch (error) {
    // Its first sentence: what follows may depend on the day on which the script runs.
    return { error: String(error instanceof Error ? error.message : error).replace(/^(.*?<--- \(.*?\))(?: .*)?$/s, '$1') };
  }
}

function version() {
  const file = path.join(path.dirname(require.resolve('opening_hours')), '..', 'package.json');
  return JSON.parse(fs.readFileSync(file, 'utf8')).version;
}

const asked = JSON.parse(fs.readFileSync(0, 'utf8'));
const windows = asked.windows.map(windowOf);
const answers = asked.expressions.map((text) => answer(text, windows, asked.step));
process.stdout.write(JSON.stringify({ version: version(), offsets: windows.map((each) => each.offsets), answers }));
